package dev.creature.voiceloop.ears;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Speech is a tone with a dip four times a second; the detector is told where it is. */
class RecordedTurnsTest {
  private static final int MILLI = 16;
  private static final int WINDOW = VoiceActivity.WINDOW;

  private double endProbability = 0.9;
  private int judged;

  @Test
  void aTurnThatSoundsCompleteEndsInAShortPause() {
    List<SpokenPart> parts = turns(500, 1500, 600, 1200);
    assertThat(parts).hasSize(2).allMatch(SpokenPart::endsTurn);
    assertNear(parts.get(0).startSample(), 500);
    assertNear(parts.get(0).endSample(), 2000);
    assertNear(parts.get(1).startSample(), 2600);
    assertNear(parts.get(1).endSample(), 3800);
  }

  @Test
  void aTurnThatSoundsUnfinishedGoesOnBehindThePause() {
    endProbability = 0.1;
    List<SpokenPart> parts = turns(500, 1500, 900, 1200);
    assertThat(parts).hasSize(1);
    assertNear(parts.getFirst().startSample(), 500);
    assertNear(parts.getFirst().endSample(), 4100);
  }

  @Test
  void itEndsAllTheSameWhenThePauseIsLong() {
    endProbability = 0.1;
    assertThat(turns(500, 1500, 1600, 1200)).hasSize(2);
  }

  @Test
  void thePauseIsJudgedTwiceAtMost() {
    endProbability = 0.1;
    turns(500, 1500, 1150, 300);
    assertThat(judged).isBetween(2, 4);
  }

  @Test
  void theSoundReachesALittleBeyondTheWordsOnBothSides() {
    SpokenPart part = turns(1000, 1500, 1500, 0).getFirst();
    assertThat(part.sound().length / MILLI).isBetween(2050, 2200);
  }

  @Test
  void aTurnThatIsTooLongIsCutAtItsLongestPause() {
    endProbability = 0.1;
    List<SpokenPart> parts = turns(200, 9000, 400, 9000, 800, 9000, 400, 9000);
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().endsTurn()).isFalse();
    assertNear(parts.getFirst().endSample(), 18_600);
    assertNear(parts.getLast().startSample(), 19_400);
    assertThat(parts.getLast().endsTurn()).isTrue();
  }

  @Test
  void whoNeverPausesIsCutSomewhereQuiet() {
    List<SpokenPart> parts = turns(0, 100_000);
    assertThat(parts).hasSizeGreaterThan(3);
    long last = 0;
    for (SpokenPart part : parts) {
      assertThat(part.sound().length).isLessThanOrEqualTo(29_000 * MILLI);
      assertThat(part.startSample()).isEqualTo(last == 0 ? part.startSample() : last);
      last = part.endSample();
    }
  }

  @Test
  void silenceHasNoTurns() {
    assertThat(turns(60_000)).isEmpty();
  }

  @Property(tries = 40)
  void partsFollowOneAnotherAndAreNeverTooLong(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 20_000) Integer> millis,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    endProbability = percent / 100.0;
    long last = 0;
    for (SpokenPart part : turns(millis.stream().mapToInt(Integer::intValue).toArray())) {
      assertThat(part.startSample()).isGreaterThanOrEqualTo(last);
      assertThat(part.endSample()).isGreaterThan(part.startSample());
      assertThat(part.sound().length).isBetween(1, 29_000 * MILLI);
      last = part.endSample();
    }
  }

  /** Silence and speech in turn, so many milliseconds each; half a second of silence at the end. */
  private List<SpokenPart> turns(int... millis) {
    RecordedTurns turns =
        new RecordedTurns(
            SmartTurnTaking.standard(),
            turn -> {
              judged++;
              assertThat(turn.length).isPositive();
              return endProbability;
            });
    List<SpokenPart> parts = new ArrayList<>();
    Random random = new Random(3);
    int total = 500;
    for (int part : millis) {
      total += part;
    }
    int windows = total * MILLI / WINDOW + 1;
    float[] window = new float[WINDOW];
    for (int w = 0; w < windows; w++) {
      double probability = 0;
      for (int i = 0; i < WINDOW; i++) {
        long sample = (long) w * WINDOW + i;
        boolean speech = isSpeech(sample / MILLI, millis);
        double dip = sample / MILLI % 250 < 40 ? 0.02 : 1;
        double tone = 0.1 * dip * Math.sin(2 * Math.PI * 300 * sample / 16_000.0);
        window[i] = (float) ((speech ? tone : 0) + 0.0005 * random.nextGaussian());
        probability = speech ? 0.95 : probability;
      }
      parts.addAll(turns.accept(probability, window.clone()));
    }
    parts.addAll(turns.finish());
    return parts;
  }

  private static boolean isSpeech(long atMillis, int... millis) {
    long end = 0;
    for (int i = 0; i < millis.length; i++) {
      end += millis[i];
      if (atMillis < end) {
        return i % 2 == 1;
      }
    }
    return false;
  }

  private static void assertNear(long sample, int millis) {
    assertThat(sample / MILLI).isBetween(millis - 60L, millis + 60L);
  }
}
