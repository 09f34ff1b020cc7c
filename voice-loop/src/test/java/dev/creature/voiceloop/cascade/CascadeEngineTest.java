package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.TurnCommitted;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.cascade.CascadeEngine.SpeakingFailed;
import dev.creature.voiceloop.cascade.CascadeEngine.Spoken;
import dev.creature.voiceloop.cascade.CascadeEngine.Thought;
import dev.creature.voiceloop.cascade.CascadeEngine.ThoughtEnded;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.cascade.EarsEvent.TurnWords;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceEnded;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceStarted;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.testkit.typed.FishingOutcome;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CascadeEngineTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SoundClip CLIP = new SoundClip(new short[2400], List.of(), List.of());

  private final TestProbe<EngineEvent> events = KIT.createTestProbe();
  private final TestProbe<EarsCommand> toEars = KIT.createTestProbe();
  private final TestProbe<ActorRef<EarsEvent>> ears = KIT.createTestProbe();
  private final RecordingVoice voice = new RecordingVoice(KIT.createTestProbe());
  private ActorRef<EngineCommand> engine = KIT.system().ignoreRef();
  private ActorRef<EarsEvent> fromEars = KIT.system().ignoreRef();

  @BeforeEach
  void start() {
    Ears fake =
        (_, target) ->
            Behaviors.setup(_ -> {
              ears.ref().tell(target);
              return Behaviors.receiveMessage(command -> {
                toEars.ref().tell(command);
                return Behaviors.same();
              });
            });
    CascadeParts parts = new CascadeParts(fake, voice, new SmartTurnTaking(400, 1200, 0.5));
    engine =
        KIT.spawn(
            new CascadeVoiceEngine(parts).converse(new ConversationId("test"), 1, events.ref()));
    fromEars = ears.receiveMessage();
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void answersOnceThePauseIsAnEndAndTheWordsAreThere() {
    say("hello there", 1, 0);

    assertThat(noticed(TurnCommitted.class).turn()).isEqualTo(1);
    assertThat(noticed(UserFinal.class).text()).isEqualTo("hello there");
    voice.probe.expectMessage("think 1: hello there");
    toEars.expectMessage(EarsCommand.TurnTaken.INSTANCE);
  }

  @Test
  void waitsForTheWordsWhenThePauseIsAnEndAlready() {
    fromEars.tell(new VoiceEnded(1, 1000, 1100));
    fromEars.tell(silence(1, 400, 0.9));
    noticed(ConversationEvent.UserSpeechEnded.class);
    voice.probe.expectNoMessage();

    fromEars.tell(new TurnWords(1, 1450, "hello"));

    voice.probe.expectMessage("think 1: hello");
  }

  @Test
  void ignoresTheWordsOfAPauseThatTheUserHasLeft() {
    fromEars.tell(new VoiceEnded(1, 1000, 1100));
    fromEars.tell(new VoiceStarted(1200, 1300));
    fromEars.tell(new VoiceEnded(2, 2000, 2100));
    fromEars.tell(new TurnWords(1, 2100, "go into"));
    fromEars.tell(silence(2, 400, 0.9));
    fromEars.tell(new TurnWords(2, 2500, "go into the bedroom"));

    voice.probe.expectMessage("think 1: go into the bedroom");
  }

  @Test
  void speaksClauseByClauseInOrder() {
    say("hello there", 1, 0);
    voice.probe.expectMessage("think 1: hello there");

    engine.tell(new Thought(1, "Hi, I am|here. How are"));
    voice.probe.expectMessage("speak Hi, I am");
    engine.tell(new Spoken(1, CLIP));
    voice.probe.expectMessage("speak here. How are");
    engine.tell(new ThoughtEnded(1, Optional.empty()));
    engine.tell(new Spoken(1, CLIP));
    voice.probe.expectMessage("speak the end");
    engine.tell(new Spoken(1, CLIP));

    events.fishForMessage(
        PATIENCE,
        event ->
            event.equals(new EngineEvent.ReplyComplete(1))
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }

  @Test
  void cutsTheReplyThatSoundsWhenTheUserSpeaks() {
    say("hello there", 1, 0);
    engine.tell(new Thought(1, "Hi|"));
    engine.tell(new Spoken(1, CLIP));
    fromEars.tell(new VoiceStarted(3000, 3200));

    voice.probe.fishForMessage(PATIENCE, CascadeEngineTest::untilCancel);
    untilEvent(new EngineEvent.CutReply(1));
  }

  @Test
  void remembersExactlyWhatWasHeardOfAnInterruptedReply() {
    say("hello there", 1, 0);
    engine.tell(new Thought(1, "Hi|"));
    engine.tell(new Spoken(1, CLIP));
    fromEars.tell(new VoiceStarted(3000, 3200));
    engine.tell(new EngineCommand.ReplyHeard(1, "Hi, I", true, 3220));
    say("no wait", 2, 4000);

    voice.probe.fishForMessage(PATIENCE, message -> until(message, "think 2: no wait"));
    assertThat(voice.lastHistory()).containsExactly(new Turn("hello there", "Hi, I", true));
  }

  @Test
  void mergesTheTurnWhenTheUserGoesOnBeforeAnySound() {
    say("go into the bedroom", 1, 0);
    voice.probe.expectMessage("think 1: go into the bedroom");
    say("get my watch", 2, 1600);

    voice.probe.fishForMessage(
        PATIENCE, message -> until(message, "think 2: go into the bedroom get my watch"));
  }

  @Test
  void apologisesWhenTheBrainBreaksOffBeforeItsFirstWord() {
    say("hello", 1, 0);
    voice.probe.expectMessage("think 1: hello");
    engine.tell(new ThoughtEnded(1, Optional.of("the endpoint is down")));

    voice.probe.expectMessage("speak " + Voice.APOLOGY.text());
  }

  @Test
  void goesOnWithTheNextClauseWhenOneCannotBeSpoken() {
    say("hello", 1, 0);
    voice.probe.expectMessage("think 1: hello");
    engine.tell(new Thought(1, "one|two|"));
    voice.probe.expectMessage("speak one");
    engine.tell(new SpeakingFailed(1, "no sound"));

    voice.probe.expectMessage("speak two");
  }

  @Test
  void takesACoughForNoTurn() {
    fromEars.tell(new VoiceEnded(1, 300, 400));
    fromEars.tell(new Silence(1, 1300, 1200, 300, OptionalDouble.of(0.9)));
    fromEars.tell(new TurnWords(1, 1350, ""));

    toEars.expectMessage(EarsCommand.TurnTaken.INSTANCE);
    voice.probe.expectNoMessage();
  }

  private void say(String words, int pause, long startMillis) {
    fromEars.tell(new VoiceStarted(startMillis, startMillis + 100));
    fromEars.tell(new VoiceEnded(pause, startMillis + 1000, startMillis + 1100));
    fromEars.tell(new TurnWords(pause, startMillis + 1200, words));
    fromEars.tell(silence(pause, 400, 0.9));
  }

  private static Silence silence(int pause, long millis, double probability) {
    return new Silence(pause, 1000 + millis, millis, 1000, OptionalDouble.of(probability));
  }

  private <T extends ConversationEvent> T noticed(Class<T> type) {
    List<EngineEvent> seen =
        events.fishForMessage(
            PATIENCE,
            event ->
                event instanceof EngineEvent.Noticed(ConversationEvent what)
                        && type.isInstance(what)
                    ? FishingOutcomes.complete()
                    : FishingOutcomes.continueAndIgnore());
    return type.cast(((EngineEvent.Noticed) seen.getLast()).event());
  }

  private void untilEvent(EngineEvent expected) {
    events.fishForMessage(
        PATIENCE,
        event ->
            event.equals(expected)
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }

  private static FishingOutcome untilCancel(String message) {
    return until(message, "cancel 1");
  }

  private static FishingOutcome until(String message, String expected) {
    return message.equals(expected)
        ? FishingOutcomes.complete()
        : FishingOutcomes.continueAndIgnore();
  }
}
