package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.Persona;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.turntaking.TurnTaking;

/**
 * How the cascade hears, thinks and speaks.
 *
 * @param noise what takes noise out before the ears
 * @param firstWords what replies begin with
 * @param voice as {@link dev.creature.voiceloop.mouth.Voices#open} takes it, such as {@code hibari}
 */
public record CascadeSettings(
    VoiceActivitySettings ears,
    NoiseSuppression noise,
    TurnTaking turnTaking,
    Persona persona,
    BrainSettings brain,
    FirstWords firstWords,
    String voice,
    MouthSettings mouth) {}
