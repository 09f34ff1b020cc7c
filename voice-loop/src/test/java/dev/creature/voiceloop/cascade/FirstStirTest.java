package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstStirTest {
  private static final int SECOND = 16_000;

  private final FirstStir stir = new FirstStir(0.5);

  @Test
  void takesTheVadsWordHoweverSoftTheVoice() {
    assertThat(stir.perhaps(0.5, false, 0)).isTrue();
  }

  @Test
  void takesWhatIsLoudForAVoiceBeforeTheVadIsSure() {
    assertThat(stir.perhaps(0.1, true, 0)).isTrue();
    assertThat(new FirstStir(0.5).perhaps(0.1, false, 0)).isFalse();
  }

  @Test
  void doesNotTakeForAVoiceWhatTheVadRulesOut() {
    assertThat(stir.perhaps(0.01, true, 0)).isFalse();
  }

  @Test
  void doesNotFlutterInANoisyPlace() {
    assertThat(stir.perhaps(0.1, true, SECOND)).isTrue();
    assertThat(stir.perhaps(0.1, true, SECOND * 3 / 2)).isFalse();
    assertThat(stir.perhaps(0.6, true, SECOND * 3 / 2)).isTrue();
    assertThat(stir.perhaps(0.1, true, SECOND * 2)).isTrue();
  }
}
