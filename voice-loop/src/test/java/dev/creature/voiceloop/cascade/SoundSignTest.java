package dev.creature.voiceloop.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundSignTest {
  @Test
  void isNothingWhereNoneIsWanted() {
    assertEquals(Optional.empty(), SoundSign.NONE.clip());
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void isShortSoftAndSilentAtBothEnds(SoundSign sign) {
    SoundClip clip = sign.clip().orElseThrow();
    short[] samples = clip.samples();
    int loudest = 0;
    for (short sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertTrue(clip.durationMillis() <= 250);
    assertTrue(loudest > 500 && loudest < Short.MAX_VALUE / 6, "peak " + loudest);
    assertTrue(Math.abs(samples[0]) < 30 && Math.abs(samples[samples.length - 1]) < 30);
    assertTrue(clip.words().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void soundsTheSameEachTime(SoundSign sign) {
    assertArrayEquals(sign.clip().orElseThrow().samples(), sign.clip().orElseThrow().samples());
  }
}
