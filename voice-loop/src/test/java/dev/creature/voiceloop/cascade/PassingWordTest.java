package dev.creature.voiceloop.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassingWordTest {
  private static final int SECOND = SoundClip.SAMPLE_RATE;

  private static SoundClip word(int loudSamples, int faintSamples) {
    short[] samples = new short[loudSamples + faintSamples];
    Arrays.fill(samples, 0, loudSamples, (short) 20_000);
    Arrays.fill(samples, loudSamples, samples.length, (short) 200);
    return new SoundClip(
        samples,
        List.of(new SoundClip.TimedWord("Hmm.", 0, samples.length * 1000L / SECOND)),
        List.of(
            new SoundClip.TimedViseme("PP", 0, 100), new SoundClip.TimedViseme("sil", 400, 500)));
  }

  @Test
  void leavesTheBreathBehindAWordOut() {
    SoundClip said = PassingWord.of(word(SECOND * 3 / 10, SECOND * 2 / 10));
    assertEquals(320, said.durationMillis());
    assertEquals(320, said.words().getFirst().endMillis());
    assertEquals(1, said.visemes().size());
  }

  @Test
  void fadesOutInsteadOfBreakingOff() {
    short[] samples = PassingWord.of(word(SECOND * 3 / 10, SECOND * 2 / 10)).samples();
    assertTrue(Math.abs(samples[samples.length - 1]) < 10);
  }

  @Test
  void keepsAWordThatIsLoudToItsEnd() {
    SoundClip whole = word(SECOND / 4, 0);
    assertArrayEquals(whole.samples(), PassingWord.of(whole).samples());
  }
}
