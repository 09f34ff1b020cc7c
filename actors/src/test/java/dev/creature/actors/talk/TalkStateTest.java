package dev.creature.actors.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TalkStateTest {
  private static TalkState after(TalkEvent... events) {
    TalkState state = TalkState.EMPTY;
    for (TalkEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  @Test
  void remembersWordsOnceThatAnotherNodeAnswersAgain() {
    TalkState state =
        after(
            new TalkEvent.Moved(1, "a"),
            new TalkEvent.Asked(10_001, "who are you"),
            new TalkEvent.Moved(2, "b"),
            new TalkEvent.Asked(10_001, "who are you"),
            new TalkEvent.Answered(10_001, "a creature", false));
    assertThat(state.exchanges())
        .containsExactly(new Exchange(10_001, "who are you", "a creature", false));
    assertThat(state.open()).isEmpty();
  }

  @Test
  void remembersWordsThatWereNeverAnswered() {
    TalkState state =
        after(
            new TalkEvent.Moved(1, "a"),
            new TalkEvent.Asked(10_001, "wait"),
            new TalkEvent.Asked(10_002, "who are you"));
    assertThat(state.exchanges()).containsExactly(new Exchange(10_001, "wait", "", false));
    assertThat(state.open()).contains(new Exchange(10_002, "who are you", "", false));
  }

  @Test
  void hasNothingOpenOnceTheListenerSaysThatItHeardTheAnswer() {
    TalkState state =
        after(new TalkEvent.Moved(1, "a"), new TalkEvent.Asked(10_001, "who are you"));
    assertThat(state.heard(10_001).open()).isEmpty();
    assertThat(state.heard(10_000).open()).isPresent();
  }
}
