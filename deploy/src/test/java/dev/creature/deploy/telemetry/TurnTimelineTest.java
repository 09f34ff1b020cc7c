package dev.creature.deploy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TurnTimelineTest {
  private final TurnTimeline timeline = new TurnTimeline();

  private Optional<TurnTimes> all(ConversationEvent... events) {
    Optional<TurnTimes> last = Optional.empty();
    for (ConversationEvent event : events) {
      last = timeline.observe(event);
    }
    return last;
  }

  @Test
  void findsEachStageOfASpokenTurn() {
    all(
        new ConversationEvent.UserSpeechEnded(1_000, 1_160),
        new ConversationEvent.TurnCommitted(1_500, 1, 0.9, 500),
        new ConversationEvent.ReplyToken(1_540, 1, "Yes."),
        new ConversationEvent.ReplyToken(1_600, 1, " Sure."));
    timeline.replyLeft(1, 1_580);
    timeline.replyLeft(1, 1_660);
    assertThat(timeline.observe(new ConversationEvent.ReplyAudioStarted(1_700, 1)))
        .contains(new TurnTimes(1, 1_000, 1_160, 1_500, 1_540, 1_580, 1_700));
  }

  @Test
  void countsAnAnswerThatWasReadyAsNoThinkingAtAll() {
    TurnTimes times =
        all(
                new ConversationEvent.UserSpeechEnded(1_000, 1_160),
                new ConversationEvent.SpeculationStarted(1_200, 7),
                new ConversationEvent.TurnCommitted(1_300, 1, 0.9, 300),
                new ConversationEvent.SpeculationUsed(1_300, 7, 1),
                new ConversationEvent.ReplyAudioStarted(1_320, 1))
            .orElseThrow();
    assertThat(times.end(TurnStage.EAR)).isEqualTo(1_200);
    assertThat(times.end(TurnStage.BRAIN) - times.begin(TurnStage.BRAIN)).isZero();
    assertThat(times.voiceToVoiceMillis()).isEqualTo(320);
  }

  @Test
  void saysNothingOfATurnThatWasGivenBack() {
    assertThat(
            all(
                new ConversationEvent.UserSpeechEnded(1_000, 1_160),
                new ConversationEvent.TurnCommitted(1_300, 1, 0.5, 300),
                new ConversationEvent.TurnReturned(1_400, 1),
                new ConversationEvent.ReplyAudioStarted(1_500, 1)))
        .isEmpty();
  }

  @Test
  void saysNothingOfTypedWordsNorOfWhatTheCreatureSaysByItself() {
    assertThat(
            all(
                new ConversationEvent.TurnCommitted(1_300, 1, 1, 0),
                new ConversationEvent.ReplyAudioStarted(1_500, 1)))
        .isEmpty();
    assertThat(all(new ConversationEvent.ReplyAudioStarted(9_000, 2))).isEmpty();
  }

  @Property
  void neverLetsAStageEndBeforeItBegan(@ForAll("histories") List<ConversationEvent> events) {
    TurnTimeline any = new TurnTimeline();
    for (ConversationEvent event : events) {
      any.observe(event)
          .ifPresent(times -> {
            for (TurnStage stage : TurnStage.values()) {
              assertThat(times.end(stage)).isGreaterThanOrEqualTo(times.begin(stage));
            }
          });
    }
  }

  @Provide
  Arbitrary<List<ConversationEvent>> histories() {
    Arbitrary<Long> at = Arbitraries.longs().between(0, 3_000);
    Arbitrary<Integer> turn = Arbitraries.integers().between(1, 2);
    Arbitrary<ConversationEvent> event =
        Combinators.combine(Arbitraries.integers().between(0, 6), at, turn)
            .as((kind, millis, number) ->
                switch (kind) {
                  case 0 -> new ConversationEvent.UserSpeechEnded(millis, millis + 100);
                  case 1 -> new ConversationEvent.TurnCommitted(millis, number, 0.5, 10);
                  case 2 -> new ConversationEvent.ReplyToken(millis, number, "x");
                  case 3 -> new ConversationEvent.SpeculationStarted(millis, 1);
                  case 4 -> new ConversationEvent.SpeculationUsed(millis, 1, number);
                  case 5 -> new ConversationEvent.TurnReturned(millis, number);
                  default -> new ConversationEvent.ReplyAudioStarted(millis, number);
                });
    return event.list().ofMaxSize(40);
  }
}
