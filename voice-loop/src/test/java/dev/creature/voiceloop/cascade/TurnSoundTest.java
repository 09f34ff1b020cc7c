package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TurnSoundTest {
  /** Each sample holds its place on the clock, so that any mix-up shows. */
  @Property(tries = 300)
  void givesBackEachSampleFromItsPlace(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3000) Integer> steps) {
    TurnSound sound = new TurnSound(20_000);
    long next = 0;
    for (int step : steps) {
      if (step % 3 == 0) {
        sound.forgetBefore(sound.end() - step);
      } else {
        float[] window = new float[step];
        for (int i = 0; i < step; i++) {
          window[i] = next++;
        }
        sound.append(window);
      }
      assertThat(sound.end()).isEqualTo(next);
      assertThat(sound.end() - sound.start()).isLessThanOrEqualTo(20_000);
      long place = Math.max(0, next - 1500);
      float[] latest = sound.from(place);
      assertThat(latest.length).isEqualTo((int) (next - Math.max(place, sound.start())));
      for (int i = 0; i < latest.length; i++) {
        assertThat(latest[i]).isEqualTo((float) (Math.max(place, sound.start()) + i));
      }
    }
  }
}
