package dev.creature.voiceloop.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.script.RealTimeUser.Fed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnDelaysTest {
  private static final int MILLI = 24;

  /** A second of sound, half a second of silence. */
  private final Recording oneClause = recording(tone(1500, 0, 1000));

  /** A pause of 600 ms inside. */
  private final Recording twoClauses = recording(tone(3000, 0, 1000, 1600, 2600));

  @Test
  void measuresFromTheUsersLastSoundToTheCreaturesFirst() {
    short[] creature = tone(4000, 1900, 2900);

    TurnDelays delays = measure(List.of(oneClause), List.of(new Fed(0, 500, 2000)), creature);

    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
    assertThat(delays.falseTakeovers()).isZero();
    assertThat(delays.unanswered()).isEmpty();
  }

  @Test
  void countsAReplyInsideAPauseAsAFalseTakeover() {
    short[] creature = tone(6000, 1300, 1900, 3000, 4000);

    TurnDelays delays = measure(List.of(twoClauses), List.of(new Fed(0, 0, 3000)), creature);

    assertThat(delays.falseTakeovers()).isEqualTo(1);
    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
  }

  @Test
  void doesNotCountABlipOrAReplyToWhatWasSaidBefore() {
    short[] blip = tone(6000, 1300, 1500, 3000, 4000);
    short[] earlier = tone(6000, 0, 1400, 3000, 4000);

    assertThat(measure(List.of(twoClauses), List.of(new Fed(0, 0, 3000)), blip).falseTakeovers())
        .isZero();
    assertThat(measure(List.of(twoClauses), List.of(new Fed(0, 0, 3000)), earlier).falseTakeovers())
        .isZero();
    assertThat(measure(List.of(twoClauses), List.of(new Fed(0, 0, 3000)), blip).shortOverlaps())
        .isEqualTo(1);
  }

  @Test
  void tellsABeginningIntoTheVeryEndFromOneInsideAPause() {
    short[] intoTheEnd = tone(4000, 950, 2000);

    TurnDelays delays = measure(List.of(oneClause), List.of(new Fed(0, 0, 1500)), intoTheEnd);

    assertThat(delays.overlaps()).containsExactly(new Overlap(0, 50, 0, false));
    assertThat(delays.shortOverlaps()).isZero();
    assertThat(delays.voiceToVoiceMillis()).containsExactly(0.0);
  }

  @Test
  void countsALoneWordOfEncouragementApart() {
    short[] okay = tone(6000, 1100, 1550, 3000, 4000);

    TurnDelays delays =
        TurnDelays.measure(
            List.of(twoClauses),
            List.of(new Fed(0, 0, 3000)),
            okay,
            List.of(new Continuer(1100, 1550)));

    assertThat(delays.falseTakeovers()).isZero();
    assertThat(delays.shortOverlaps()).isEqualTo(1);
  }

  @Test
  void countsTheInputsThatHoldAPause() {
    TurnDelays delays =
        measure(
            List.of(oneClause, twoClauses),
            List.of(new Fed(0, 0, 1500), new Fed(1, 4000, 7000)),
            tone(9000, 1900, 2900));

    assertThat(delays.inputsWithPauses()).isEqualTo(1);
  }

  @Test
  void takesAKeyThatIsPressedAfterwardsNotForSpeech() {
    short[] creature = tone(4000, 1400, 2400);
    Recording clicked = recording(tone(2000, 0, 1000, 1600, 1650));

    TurnDelays delays = measure(List.of(clicked), List.of(new Fed(0, 0, 2000)), creature);

    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
    assertThat(delays.falseTakeovers()).isZero();
  }

  @Test
  void takesRumbleBehindTheVoiceNotForSpeech() {
    short[] rumbling = tone(1500, 0, 1000);
    for (int i = 0; i < rumbling.length; i++) {
      rumbling[i] += (short) (400 * Math.sin(2 * Math.PI * 25 * i / 24_000));
    }
    short[] creature = tone(4000, 1400, 2400);

    TurnDelays delays =
        measure(List.of(recording(rumbling)), List.of(new Fed(0, 0, 1500)), creature);

    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
  }

  @Test
  void trustsTheJudgeWhereASoundIsNoSpeech() {
    short[] kept = tone(3000, 0, 1000, 1600, 2600);
    Recording judged =
        Recording.of(
            new float[kept.length * 2 / 3],
            kept,
            samples -> {
              boolean[] speech = new boolean[samples.length / SpeechJudge.WINDOW];
              java.util.Arrays.fill(speech, 0, 31, true);
              return speech;
            });

    TurnDelays delays =
        measure(List.of(judged), List.of(new Fed(0, 0, 3000)), tone(6000, 1400, 2400));

    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
  }

  @Test
  void namesTheInputsThatNoSoundFollowed() {
    short[] creature = tone(9000, 6000, 7000);

    TurnDelays delays =
        measure(
            List.of(oneClause, oneClause),
            List.of(new Fed(0, 0, 1500), new Fed(1, 4000, 5500)),
            creature);

    assertThat(delays.unanswered()).containsExactly(0);
    assertThat(delays.voiceToVoiceMillis()).containsExactly(1000.0);
  }

  @Test
  void takesTheNoiseOfARecordingNotForSpeech() {
    short[] noisy = tone(1500, 0, 1000);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (short) (i % 7 * 100 - 300);
    }
    short[] creature = tone(4000, 1400, 2400);

    TurnDelays delays = measure(List.of(recording(noisy)), List.of(new Fed(0, 0, 1500)), creature);

    assertThat(delays.voiceToVoiceMillis()).containsExactly(400.0);
  }

  private static TurnDelays measure(List<Recording> recordings, List<Fed> fed, short[] creature) {
    return TurnDelays.measure(recordings, fed, creature, List.of());
  }

  private static Recording recording(short[] kept) {
    return Recording.of(new float[kept.length * 2 / 3], kept);
  }

  /** Silence with tones from and to the given milliseconds. */
  private static short[] tone(int millis, int... spans) {
    short[] samples = new short[millis * MILLI];
    for (int span = 0; span < spans.length; span += 2) {
      int to = spans[span + 1] * MILLI;
      for (int i = spans[span] * MILLI; i < to; i++) {
        // It dies within 10 ms: a sound that is cut would ring in the filter.
        double fade = Math.min(1, (to - i) / (10.0 * MILLI));
        samples[i] = (short) (8000 * fade * Math.sin(2 * Math.PI * 400 * i / 24_000));
      }
    }
    return samples;
  }
}
