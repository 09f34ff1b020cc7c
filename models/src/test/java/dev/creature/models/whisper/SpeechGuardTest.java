package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechGuardTest {
  @Test
  void trustsWordsThatWereHeardClearly() {
    assertThat(trusts("Go to the kitchen.", 0.05, -0.1)).isTrue();
    assertThat(trusts("Thank you.", 0.05, -0.2)).isTrue();
    assertThat(trusts("You", 0.1, -0.4)).isTrue();
  }

  @Test
  void trustsADoubtfulSentenceWhenThereWasSpeech() {
    assertThat(trusts("Tracy's out of desk, bring her to an end.", 0.37, -0.65)).isTrue();
  }

  @Test
  void doesNotTrustWordsFromNoise() {
    assertThat(trusts("I'm not going to be able to do that.", 0.92, -0.4)).isFalse();
    assertThat(trusts("I'm gonna go to the ground.", 0.7, -1.1)).isFalse();
  }

  @Test
  void doesNotTrustWhatSubtitlesSayOverSilenceUnlessItWasClear() {
    assertThat(trusts("you", 0.5, -0.4)).isFalse();
    assertThat(trusts("Thanks for watching!", 0.2, -1.0)).isFalse();
  }

  @Test
  void doesNotTrustMusicOrPunctuation() {
    assertThat(trusts("♪ ♪", 0.1, -0.1)).isFalse();
    assertThat(trusts(" . . .", 0.1, -0.1)).isFalse();
    assertThat(trusts("", 0.1, -0.1)).isFalse();
  }

  private static boolean trusts(String text, double noSpeech, double sureness) {
    return SpeechGuard.trusts(
        new Transcript(text, List.of(), List.of(), sureness, noSpeech, false));
  }
}
