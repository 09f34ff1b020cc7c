package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.telemetry.TelemetrySettings;
import dev.creature.facebridge.webrtc.RelayService;
import dev.creature.voiceloop.cascade.FirstWords;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that users configure.
 *
 * @param persona a persona file; none for the persona that comes with the creature
 * @param noise what takes noise out before the ears
 * @param firstWords what replies begin with
 * @param deeds body, policy, reasoner and further tools
 * @param voice as {@link dev.creature.voiceloop.mouth.Voices#open} takes it
 * @param telemetry what may be seen of it from outside
 * @param relay what helps WebRTC out of the local network
 * @param journal where the creature stores; without an address for a file in the data folder
 */
public record CreatureSettings(
    BrainChoice brain,
    Optional<Path> persona,
    String voice,
    MouthSettings mouth,
    NoiseSuppression noise,
    TurnTaking turnTaking,
    FirstWords firstWords,
    JournalSettings journal,
    TelemetrySettings telemetry,
    RelayService relay,
    DeedSettings deeds) {

  /** The same, without what sounds like an answer and is none. */
  public CreatureSettings toMeasure() {
    return new CreatureSettings(
        brain,
        persona,
        voice,
        mouth,
        noise,
        turnTaking,
        firstWords.withoutSign(),
        journal,
        telemetry,
        relay,
        deeds);
  }

  /** With what the command line says instead of the file. */
  public CreatureSettings with(Optional<String> otherVoice, Optional<Path> otherPersona) {
    return new CreatureSettings(
        brain,
        otherPersona.or(() -> persona),
        otherVoice.orElse(voice),
        mouth,
        noise,
        turnTaking,
        firstWords,
        journal,
        telemetry,
        relay,
        deeds);
  }
}
