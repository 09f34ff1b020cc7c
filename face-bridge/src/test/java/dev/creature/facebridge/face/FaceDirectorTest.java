package dev.creature.facebridge.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FaceDirectorTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final ConversationId HERE = new ConversationId("here");
  private static final ConversationId ELSEWHERE = new ConversationId("elsewhere");

  private final BlockingQueue<FaceFrame> frames = new LinkedBlockingQueue<>();
  private final ActorRef<FaceCommand> director =
      KIT.spawn(
          FaceDirector.create(
              1, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), frames::add, _ -> {}));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private static FaceCommand.Sounds sound(ConversationId conversation) {
    return loud(conversation, 1_000);
  }

  private static FaceCommand.Sounds loud(ConversationId conversation, long fromMillis) {
    short[] loud = new short[24 * 2_000];
    Arrays.fill(loud, (short) 5_000);
    return new FaceCommand.Sounds(
        conversation,
        fromMillis,
        loud,
        List.of(new FaceCommand.VisemeSpan("aa", fromMillis, fromMillis + 2_000)));
  }

  private String speaksFor() throws InterruptedException {
    for (FaceFrame frame = frames.poll(5, TimeUnit.SECONDS);
        frame != null;
        frame = frames.poll(5, TimeUnit.SECONDS)) {
      if (frame.mouth() > 0.5) {
        return frame.conversation();
      }
    }
    return "nobody";
  }

  @Test
  void movesItsLipsForTypedWordsToo() throws Exception {
    director.tell(
        new FaceCommand.Happened(ELSEWHERE, new ConversationEvent.UserSpeechStarted(10, 20)));
    director.tell(new FaceCommand.Happened(HERE, new ConversationEvent.UserFinal(900, 1, "hello")));
    director.tell(sound(HERE));
    director.tell(sound(ELSEWHERE));
    director.tell(new FaceCommand.Clock(HERE, 1_000));
    assertThat(speaksFor()).isEqualTo("here");
  }

  @Test
  void movesItsLipsWhenItSpeaksByItself() throws Exception {
    director.tell(sound(HERE));
    director.tell(new FaceCommand.Clock(HERE, 1_000));
    assertThat(speaksFor()).isEqualTo("here");
  }

  @Test
  void opensTheMouthWithTheFirstSoundThoughFramesForThatTimeHaveLeft() throws Exception {
    long begins = framesLeftFor(HERE) - 30;
    director.tell(loud(HERE, begins));
    FaceFrame first = speaking(true);
    assertThat(first.atMillis()).isEqualTo(begins);
    assertThat(first.mouth()).isGreaterThan(0.3);
  }

  @Test
  void shutsTheMouthWithACutThoughFramesForThatTimeHaveLeft() throws Exception {
    director.tell(loud(HERE, framesLeftFor(HERE)));
    long cut = speaking(true).atMillis();
    director.tell(new FaceCommand.Hushed(HERE, cut));
    FaceFrame first = speaking(false);
    assertThat(first.atMillis()).isEqualTo(cut);
  }

  @Test
  void showsNothingLongPastAgainWhenACutIsToldLate() throws Exception {
    director.tell(loud(HERE, framesLeftFor(HERE)));
    long shown = speaking(true).atMillis();
    director.tell(new FaceCommand.Hushed(HERE, shown - 60_000));
    assertThat(speaking(false).atMillis()).isGreaterThan(shown - 1_000);
  }

  /** Until when frames have left for a conversation in which nothing sounds. */
  private long framesLeftFor(ConversationId conversation) throws InterruptedException {
    director.tell(
        new FaceCommand.Happened(conversation, new ConversationEvent.UserFinal(900, 1, "hello")));
    director.tell(new FaceCommand.Clock(conversation, 1_000));
    return next(frame -> frame.conversation().equals(conversation.value())).atMillis();
  }

  private FaceFrame speaking(boolean speaking) throws InterruptedException {
    return next(frame -> frame.speaking() == speaking);
  }

  private FaceFrame next(Predicate<FaceFrame> wanted) throws InterruptedException {
    for (FaceFrame frame = frames.poll(5, TimeUnit.SECONDS);
        frame != null;
        frame = frames.poll(5, TimeUnit.SECONDS)) {
      if (wanted.test(frame)) {
        return frame;
      }
    }
    throw new AssertionError("no such frame within 5 s");
  }
}
