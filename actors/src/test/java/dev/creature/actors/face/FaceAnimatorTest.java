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

  /** Frames while a camera sees somebody there ten times a second, turned to it so much. */
  private static List<FaceFrame> seeing(FaceAnimator animator, double x, double facing) {
    List<FaceFrame> frames = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      if (i % 3 == 0) {
        animator.see(
            new FaceCommand.Seen(1, new FaceFrame.Gaze(x, 0), 0.9, 0.2, facing, ""), i * 40L);
      }
      frames.add(animator.frame(i * 40L, 0, ""));
    }
    return frames;
  }

  @Test
  void looksAtWhomACameraSees() {
    for (double x : new double[] {-0.8, 0, 0.8}) {
      List<FaceFrame> frames = seeing(new FaceAnimator(1), x, 1);
      assertThat(frames.getLast().gaze().x()).isBetween(x - 0.1, x + 0.1);
    }
  }

  @Test
  void noticesThatSomebodyLooksAtItAndBlinks() {
    FaceAnimator animator = new FaceAnimator(1);
    seeing(animator, 0.3, 0.1);
    assertThat(animator.noticed()).as("turned away").isEmpty();
    animator = new FaceAnimator(1);
    List<FaceFrame> frames = seeing(animator, 0.3, 1);
    assertThat(animator.noticed()).contains("eye-contact");
    assertThat(animator.noticed()).as("once").isEmpty();
    // Half a second of being looked at, and the lids come down.
    assertThat(frames.subList(13, 17).stream().mapToDouble(FaceFrame::blink).max().orElse(0))
        .isGreaterThan(0.9);
  }
}
