package dev.creature.deploy.configuration;

import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that users configure.
 *
 * @param persona a persona file; none for the persona that comes with the creature
 * @param openers words with which a reply to a request begins
 * @param deeds body, policy, reasoner and further tools
 * @param voice as {@link dev.creature.voiceloop.mouth.Voices#open} takes it
 */
public record CreatureSettings(
    BrainChoice brain,
    Optional<Path> persona,
    String voice,
    MouthSettings mouth,
    TurnTaking turnTaking,
    List<String> openers,
    DeedSettings deeds) {
  public CreatureSettings {
    openers = List.copyOf(openers);
  }

  /** With what the command line says instead of the file. */
  public CreatureSettings with(Optional<String> otherVoice, Optional<Path> otherPersona) {
    return new CreatureSettings(
        brain,
        otherPersona.or(() -> persona),
        otherVoice.orElse(voice),
        mouth,
        turnTaking,
        openers,
        deeds);
  }
}
