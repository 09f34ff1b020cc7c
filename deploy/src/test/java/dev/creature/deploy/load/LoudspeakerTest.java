package dev.creature.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoudspeakerTest {
  private final Loudspeaker loudspeaker = new Loudspeaker();

  private static FromNode.Sound sound(int line, long playoutMillis) {
    return new FromNode.Sound(playoutMillis * 1_000_000, line, playoutMillis, 80, 75);
  }

  @Test
  void tellsWhatWasPlayedWhenItWasPlayed() {
    loudspeaker.sound(sound(1, 1_000), 1);
    loudspeaker.sound(sound(1, 1_080), 1);
    assertThat(loudspeaker.played(1_100_000_000L)).isEmpty();
    assertThat(loudspeaker.played(1_150_000_000L)).contains(1_080L);
    assertThat(loudspeaker.played(1_400_000_000L)).contains(1_160L);
    assertThat(loudspeaker.twoVoices()).isZero();
  }

  @Test
  void noticesTwoVoicesOnOneLine() {
    loudspeaker.sound(sound(1, 1_000), 1);
    loudspeaker.sound(sound(1, 1_040), 1);
    assertThat(loudspeaker.twoVoices()).isOne();
  }

  @Test
  void noticesThatANodeSpeaksOnThatWasLeft() {
    loudspeaker.sound(sound(1, 1_000), 2);
    assertThat(loudspeaker.twoVoices()).isOne();
  }

  @Test
  void takesTheNextNodesClockForAnother() {
    loudspeaker.sound(sound(1, 50_000), 1);
    loudspeaker.lost();
    loudspeaker.sound(sound(2, 200), 2);
    assertThat(loudspeaker.twoVoices()).isZero();
  }

  @Test
  void takesTheSilenceBehindAReplyForNoVoice() {
    loudspeaker.sound(new FromNode.Sound(0, 1, 1_000, 80, 30), 1);
    loudspeaker.sound(sound(1, 1_040), 1);
    assertThat(loudspeaker.twoVoices()).isZero();
  }
}
