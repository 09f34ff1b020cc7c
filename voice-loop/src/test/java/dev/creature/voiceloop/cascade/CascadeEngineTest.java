package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.TurnCommitted;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.cascade.CascadeEngine.Spoken;
import dev.creature.voiceloop.cascade.CascadeEngine.Thought;
import dev.creature.voiceloop.cascade.CascadeEngine.ThoughtEnded;
import dev.creature.voiceloop.cascade.EarsEvent.Hushed;
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
    toEars.expectMessage(EarsCommand.TurnAnswered.INSTANCE);
  }

  @Test
  void waitsForTheWordsWhenThePauseIsAnEndAlready() {
    fromEars.tell(new Hushed(1, 1000, 1064));
    fromEars.tell(new VoiceEnded(1, 1000, 1100));
    fromEars.tell(silence(1, 400, 0.9));
    noticed(ConversationEvent.UserSpeechEnded.class);
    voice.probe.expectNoMessage();

    fromEars.tell(new TurnWords(1, 1450, "hello"));

    voice.probe.expectMessage("think 1: hello");
  }

  @Test
  void speaksWhatTheBrainThinks() {
    say("hello there", 1, 0);
    voice.probe.expectMessage("think 1: hello there");

    engine.tell(new Thought(1, "Hi, I am|here."));
    voice.probe.expectMessage("speak Hi, I am");
    engine.tell(new Spoken(1, CLIP));
    engine.tell(new ThoughtEnded(1, Optional.empty()));
    engine.tell(new Spoken(1, CLIP));
    engine.tell(new Spoken(1, CLIP));

    untilEvent(new EngineEvent.ReplyComplete(1));
  }

  @Test
  void tellsTheEarsWhenTheTurnIsOver() {
    say("hello there", 1, 0);
    toEars.expectMessage(EarsCommand.TurnAnswered.INSTANCE);
    engine.tell(new Thought(1, "Hi|"));
    engine.tell(new Spoken(1, CLIP));
    engine.tell(new EngineCommand.ReplyHeard(1, "Hi", false, 3000));

    toEars.expectMessage(EarsCommand.TurnTaken.INSTANCE);
  }

  @Test
  void stopsThinkingWhenTheConversationIsClosed() {
    say("hello there", 1, 0);
    engine.tell(EngineCommand.Close.INSTANCE);

    voice.probe.fishForMessage(PATIENCE, message -> until(message, "cancel 1"));
  }

  private void say(String words, int pause, long startMillis) {
    fromEars.tell(new VoiceStarted(startMillis, startMillis + 100));
    fromEars.tell(new Hushed(pause, startMillis + 1000, startMillis + 1064));
    fromEars.tell(new VoiceEnded(pause, startMillis + 1000, startMillis + 1100));
    fromEars.tell(new TurnWords(pause, startMillis + 1200, words));
    fromEars.tell(silence(pause, 400, 0.9));
  }

  private static Silence silence(int pause, long millis, double probability) {
    return new Silence(pause, 1000 + millis, millis, 1000, 0, OptionalDouble.of(probability));
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

  private static FishingOutcome until(String message, String expected) {
    return message.equals(expected)
        ? FishingOutcomes.complete()
        : FishingOutcomes.continueAndIgnore();
  }
}
