package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VoicedPhonemesTest {
  @Test
  void takesWhatIsCutOffTheDurationsNearestToTheCut() {
    VoicedPhonemes sound = new VoicedPhonemes(new float[10], new int[] {3, 2, 4, 1});
    assertThat(sound.cut(4, 8).durationSamples()).containsExactly(0, 1, 3, 0);
    assertThat(sound.cut(4, 8).samples()).hasSize(4);
  }

  @Test
  void refusesDurationsThatDoNotFitTheSound() {
    assertThatThrownBy(() -> new VoicedPhonemes(new float[3], new int[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
