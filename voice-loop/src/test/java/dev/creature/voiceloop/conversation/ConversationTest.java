package dev.creature.voiceloop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioEnded;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioStarted;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.conversation.Conversation.FramePlayed;
import dev.creature.voiceloop.conversation.Conversation.Microphone;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.SoundClip.TimedWord;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final ActorTestKit KIT = ActorTestKit.create();

  private final TestProbe<ConversationEvent> observer = KIT.createTestProbe();
  private final TestProbe<EngineCommand> toEngine = KIT.createTestProbe();
  private final TestProbe<ActorRef<EngineEvent>> engines = KIT.createTestProbe();
  private final TestProbe<Object> link = KIT.createTestProbe();
  private ActorRef<Conversation.Command> conversation = KIT.system().ignoreRef();
  private ActorRef<EngineEvent> engine = KIT.system().ignoreRef();
  private long nextSample;

  @BeforeEach
  void start() {
    conversation =
        KIT.spawn(
            Conversation.create(
                new ConversationId("test"),
                new FakeEngine(),
                1,
                new FakeSpeaker(),
                observer.ref()));
    engine = engines.receiveMessage();
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void handsEveryBlockToTheEngine() {
    listen(3);

    for (int i = 0; i < 3; i++) {
      assertThat(toEngine.expectMessageClass(EngineCommand.Hear.class).block().firstSample())
          .isEqualTo(i * 320L);
    }
  }

  @Test
  void tellsTheEngineWhatSoundedBeforeItsEchoComes() {
    short[] samples = new short[480];
    conversation.tell(new Conversation.Sounded(0, samples));
    listen(1);

    assertThat(toEngine.expectMessageClass(EngineCommand.Sounded.class))
        .isEqualTo(new EngineCommand.Sounded(0, samples));
    toEngine.expectMessageClass(EngineCommand.Hear.class);
  }

  @Test
  void playsAReplyAndTellsWhatWasHeardOfIt() {
    listen(1);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    engine.tell(new EngineEvent.ReplyComplete(1));
    PlayoutFrame frame = link.expectMessageClass(PlayoutFrame.class);
    conversation.tell(new FramePlayed(frame, frame.playoutMillis()));

    assertThat(observer.receiveMessage()).isEqualTo(new ReplyAudioStarted(30, 1));
    listen(20);

    assertThat(observer.receiveMessage()).isEqualTo(new ReplyAudioEnded(190, 1, "Hello.", false));
    assertThat(nextHeard()).isEqualTo(new EngineCommand.ReplyHeard(1, "Hello.", false, 190));
  }

  @Test
  void playsAnAsideThatIsNoReply() {
    listen(1);
    engine.tell(new EngineEvent.Aside(hello()));
    PlayoutFrame frame = link.expectMessageClass(PlayoutFrame.class);
    conversation.tell(new FramePlayed(frame, frame.playoutMillis()));
    listen(20);

    assertThat(frame.turn()).isZero();
    observer.expectNoMessage(Duration.ofMillis(1));
  }

  @Test
  void dropsAnAsideWhenAReplyBegins() {
    listen(1);
    engine.tell(new EngineEvent.Aside(hello()));
    link.expectMessageClass(PlayoutFrame.class);
    engine.tell(new EngineEvent.ReplySound(1, hello()));

    link.fishForMessage(
        Duration.ofSeconds(10),
        message ->
            message.equals("cut 0")
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
    assertThat(link.expectMessageClass(PlayoutFrame.class).turn()).isEqualTo(1);
  }

  @Test
  void playsNoAsideIntoItsOwnReply() {
    listen(1);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    engine.tell(new EngineEvent.Aside(hello()));
    engine.tell(new EngineEvent.ReplyComplete(1));
    listen(40);

    List<Object> frames = link.receiveSeveralMessages(2, Duration.ofSeconds(10));
    assertThat(frames).allMatch(it -> it instanceof PlayoutFrame frame && frame.turn() == 1);
  }

  @Test
  void cutsAReplyAtOnceAndRemembersOnlyWhatWasPlayed() {
    listen(1);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    PlayoutFrame frame = link.expectMessageClass(PlayoutFrame.class);
    conversation.tell(new FramePlayed(frame, frame.playoutMillis()));
    observer.expectMessageClass(ReplyAudioStarted.class);
    engine.tell(new EngineEvent.CutReply(1));

    link.fishForMessage(
        Duration.ofSeconds(10),
        message ->
            message.equals("cut 1")
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
    assertThat(observer.receiveMessage()).isEqualTo(new ReplyAudioEnded(20, 1, "", true));
    assertThat(nextHeard()).isEqualTo(new EngineCommand.ReplyHeard(1, "", true, 20));
  }

  @Test
  void fallsSilentWhenItIsHushedAndSaysNoMoreOfThatReply() {
    listen(1);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    PlayoutFrame frame = link.expectMessageClass(PlayoutFrame.class);
    conversation.tell(new FramePlayed(frame, frame.playoutMillis()));
    observer.expectMessageClass(ReplyAudioStarted.class);
    conversation.tell(Conversation.Hush.INSTANCE);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    listen(20);
    engine.tell(new EngineEvent.ReplySound(2, hello()));

    assertThat(observer.receiveMessage()).isEqualTo(new ReplyAudioEnded(20, 1, "", true));
    assertThat(nextHeard()).isEqualTo(new EngineCommand.ReplyHeard(1, "", true, 20));
    assertThat(firstFrameAfter("cut 1").turn()).as("the next reply sounds").isEqualTo(2);
  }

  @Test
  void doesNotBeginAReplyThatWasHushedWhileItWasThoughtAbout() {
    engine.tell(new EngineEvent.Noticed(new ConversationEvent.TurnCommitted(0, 1, 0.9, 200)));
    observer.expectMessageClass(ConversationEvent.TurnCommitted.class);
    conversation.tell(Conversation.Hush.INSTANCE);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    engine.tell(new EngineEvent.ReplyComplete(1));
    listen(20);
    engine.tell(new EngineEvent.ReplySound(2, hello()));

    assertThat(link.expectMessageClass(PlayoutFrame.class).turn()).isEqualTo(2);
  }

  @Test
  void holdsAReplyAndGoesOnWithItFromTheCoveredWord() {
    listen(1);
    engine.tell(new EngineEvent.ReplySound(1, hello()));
    engine.tell(new EngineEvent.ReplyComplete(1));
    PlayoutFrame frame = link.expectMessageClass(PlayoutFrame.class);
    conversation.tell(new FramePlayed(frame, frame.playoutMillis()));
    engine.tell(new EngineEvent.DuckReply(1, true));
    engine.tell(new EngineEvent.HoldReply(1, 60));
    listen(40);
    engine.tell(new EngineEvent.ResumeReply(1));
    listen(20);

    observer.expectMessageClass(ReplyAudioStarted.class);
    assertThat(((ReplyAudioEnded) observer.receiveMessage()).heard()).isEqualTo("Hello.");
    observer.expectNoMessage();
  }

  @Test
  void takesAReplyWithoutAnySoundAsHeard() {
    engine.tell(new EngineEvent.ReplyComplete(1));

    assertThat(nextHeard()).isEqualTo(new EngineCommand.ReplyHeard(1, "", false, 0));
  }

  @Test
  void endsWhenTheLinkHangsUp() {
    TestProbe<Object> watcher = KIT.createTestProbe();
    engine.tell(new EngineEvent.CutReply(9));
    conversation.tell(Conversation.HangUp.INSTANCE);

    watcher.expectTerminated(conversation);
  }

  private PlayoutFrame firstFrameAfter(String message) {
    link.fishForMessage(
        Duration.ofSeconds(10),
        next ->
            next.equals(message)
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
    return link.expectMessageClass(PlayoutFrame.class);
  }

  private void listen(int blocks) {
    for (int i = 0; i < blocks; i++) {
      conversation.tell(new Microphone(new PcmBlock(nextSample, new float[320])));
      nextSample += 320;
    }
  }

  private EngineCommand nextHeard() {
    return toEngine
        .fishForMessage(
            Duration.ofSeconds(10),
            message ->
                message instanceof EngineCommand.ReplyHeard
                    ? FishingOutcomes.complete()
                    : FishingOutcomes.continueAndIgnore())
        .getLast();
  }

  private static SoundClip hello() {
    short[] samples = new short[24 * 160];
    Arrays.fill(samples, (short) 1000);
    return new SoundClip(samples, List.of(new TimedWord("Hello.", 0, 160)), List.of());
  }

  private final class FakeEngine implements VoiceEngine {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Behavior<EngineCommand> converse(
        ConversationId id, long seed, ActorRef<EngineEvent> events) {
      return Behaviors.setup(_ -> {
        engines.ref().tell(events);
        return Behaviors.receiveMessage(command -> {
          toEngine.ref().tell(command);
          return Behaviors.same();
        });
      });
    }
  }

  private final class FakeSpeaker implements Speaker {
    @Override
    public void play(PlayoutFrame frame) {
      link.ref().tell(frame);
    }

    @Override
    public void duck(boolean lowered) {
      if (lowered) {
        link.ref().tell("duck");
      }
    }

    @Override
    public void cut(int turn) {
      link.ref().tell("cut " + turn);
    }
  }
}
