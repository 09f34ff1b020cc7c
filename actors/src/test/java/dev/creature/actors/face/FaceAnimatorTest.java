package dev.creature.actors.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FaceAnimatorTest {
  private static List<FaceFrame> life(long seed, int frames) {
    FaceAnimator animator = new FaceAnimator(seed);
    List<FaceFrame> life = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      if (i == 100) {
        animator.happened(new ConversationEvent.TurnCommitted(0, 1, 0.9, 300), i * 40L);
      }
      life.add(animator.frame(i * 40L, 0, ""));
    }
    return life;
  }

  @Property(tries = 20)
  void livesTheSameLifeBySeed(@ForAll long seed) {
    assertThat(life(seed, 400)).isEqualTo(life(seed, 400));
  }

  @Test
  void blinksAndLooksAboutButNotAllTheTime() {
    List<FaceFrame> minute = life(7, 1_500);
    long blinks = 0;
    for (int i = 1; i < minute.size(); i++) {
      if (minute.get(i).blink() > 0.5 && minute.get(i - 1).blink() <= 0.5) {
        blinks++;
      }
    }
    assertThat(blinks).isBetween(8L, 40L);
    assertThat(minute.stream().map(FaceFrame::gaze).distinct().count()).isGreaterThan(15);
  }

  @Test
  void looksUpWhileItThinks() {
    FaceFrame thinking = life(3, 110).getLast();
    assertThat(thinking.gaze().y()).isGreaterThan(0.2);
  }

  @Test
  void nodsWhenItListens() {
    FaceAnimator animator = new FaceAnimator(1);
    animator.happened(new ConversationEvent.Backchannel(0, ""), 1_000);
    assertThat(animator.frame(1_260, 0, "").nod()).isGreaterThan(0.9);
    assertThat(animator.frame(1_600, 0, "").nod()).isZero();
  }
}
