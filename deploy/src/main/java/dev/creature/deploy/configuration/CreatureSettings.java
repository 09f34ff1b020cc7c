package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.voiceloop.cascade.FirstWords;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that users configure.
 *
 * @param persona a persona file; none for the persona that comes with the creature
 * @param firstWords what replies begin with
 * @param deeds body, policy, reasoner and further tools
 * @param voice as {@link dev.creature.voiceloop.mouth.Voices#open} takes it
 * @param journal where the creature stores; without an address for a file in the data folder
 */
public record CreatureSettings(
    BrainChoice brain,
    Optional<Path> persona,
    String voice,
    MouthSettings mouth,
    TurnTaking turnTaking,
    FirstWords firstWords,
    JournalSettings journal,
    DeedSettings deeds) {

  /** The same, without what sounds like an answer and is none. */
  public CreatureSettings toMeasure() {
    return new CreatureSettings(
        brain, persona, voice, mouth, turnTaking, firstWords.withoutSign(), journal, deeds);
  }

  /** With what the command line says instead of the file. */
  public CreatureSettings with(Optional<String> otherVoice, Optional<Path> otherPersona) {
    return new CreatureSettings(
        brain,
        otherPersona.or(() -> persona),
        otherVoice.orElse(voice),
        mouth,
        turnTaking,
        firstWords,
        journal,
        deeds);
  }
}
