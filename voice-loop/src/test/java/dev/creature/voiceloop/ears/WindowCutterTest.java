package dev.creature.voiceloop.ears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WindowCutterTest {
  @Property(tries = 200)
  void nothingIsLostOrMovedHoweverTheSoundComes(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 1500) Integer> pieces,
      @ForAll @IntRange(min = 1, max = 600) int windowSamples) {
    WindowCutter cutter = new WindowCutter(windowSamples);
    List<float[]> windows = new ArrayList<>();
    int next = 0;
    for (int length : pieces) {
      float[] piece = new float[length + 3];
      for (int i = 0; i < length; i++) {
        piece[3 + i] = next++;
      }
      cutter.accept(piece, 3, length, windows::add);
    }
    assertThat(windows).hasSize(next / windowSamples);
    assertThat(cutter.pending()).isEqualTo(next % windowSamples);
    for (int w = 0; w < windows.size(); w++) {
      for (int i = 0; i < windowSamples; i++) {
        assertThat(windows.get(w)[i]).isEqualTo(w * windowSamples + i);
      }
    }
  }
}
