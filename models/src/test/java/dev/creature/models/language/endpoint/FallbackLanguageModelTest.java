package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackLanguageModelTest {
  private final TestTime time = new TestTime();
  private final Puppet first = new Puppet();
  private final Puppet second = new Puppet();
  private final List<FallbackEvent> events = new ArrayList<>();
  private final FallbackLanguageModel model =
      new FallbackLanguageModel(
          first,
          second,
          new FallbackSettings(
              Duration.ofMillis(900), 2, Duration.ofSeconds(5), Duration.ofMinutes(1)),
          events::add,
          time);

  @Test
  void leavesTheReplyToTheFirstWhereItWorks() throws Exception {
    Replies reply = new Replies();
    Generation generation = model.generate(Replies.HELLO, reply);
    time.pass(Duration.ofMillis(899));
    first.last().say("Hel");
    time.pass(Duration.ofSeconds(30));
    first.last().say("lo.");
    first.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Hello.");
    assertThat(second.replies).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void letsTheSecondAnswerWhenTheFirstIsLate() throws Exception {
    Replies reply = new Replies();
    Generation generation = model.generate(Replies.HELLO, reply);
    time.pass(Duration.ofMillis(900));
    assertThat(first.last().cancelled()).isTrue();
    first.last().say("too late");
    second.last().say("Hi.");
    second.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Hi.");
    assertThat(events)
        .containsExactly(new FallbackEvent.FellBack("test", "has not begun within 900 ms"));
  }

  @Test
  void letsTheSecondAnswerWhenTheFirstFailsBeforeAWord() throws Exception {
    Replies reply = new Replies();
    Generation generation = model.generate(Replies.HELLO, reply);
    first.last().fail("is down");
    second.last().say("Hi.");
    second.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Hi.");
    assertThat(events).containsExactly(new FallbackEvent.FellBack("test", "is down"));
  }

  @Test
  void letsTheSecondAnswerWhenTheFirstHasNothingToSay() {
    var _ = model.generate(Replies.HELLO, new Replies());
    first.last().end();
    assertThat(second.replies).hasSize(1);
  }

  @Test
  void letsTheSecondAnswerWhenTheFirstDoesNotEvenStart() {
    first.close();
    var _ = model.generate(Replies.HELLO, new Replies());
    assertThat(second.replies).hasSize(1);
  }

  @Test
  void endsAReplyThatBreaksOffWithWhatWasSaid() throws Exception {
    Replies reply = new Replies();
    Generation generation = model.generate(Replies.HELLO, reply);
    first.last().say("I was");
    first.last().fail("broke off");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.LENGTH);
    assertThat(reply.text()).isEqualTo("I was");
    assertThat(second.replies).isEmpty();
    assertThat(events).containsExactly(new FallbackEvent.BrokeOff("test", "broke off"));
  }

  @Test
  void failsOnlyWhenBothFail() throws Exception {
    Generation generation = model.generate(Replies.HELLO, new Replies());
    first.last().fail("is down");
    second.last().fail("is broken");
    assertThat(Replies.failure(generation)).hasMessage("is broken");
  }

  private void suspendFirst() {
    for (int i = 0; i < 5; i++) {
      var _ = model.generate(Replies.HELLO, new Replies());
      if (first.replies.size() == i + 1) {
        first.last().fail("is down");
      }
    }
  }

  @Test
  void doesNotWaitForADeadModelEachTime() {
    suspendFirst();
    assertThat(first.replies).hasSize(2);
    assertThat(second.replies).hasSize(5);
    assertThat(events).containsOnlyOnce(new FallbackEvent.Suspended());
  }

  @Test
  void alsoLeavesAloneAModelThatAlwaysBreaksOff() {
    for (int i = 0; i < 2; i++) {
      var _ = model.generate(Replies.HELLO, new Replies());
      first.last().say("I");
      first.last().fail("broke off");
    }
    var _ = model.generate(Replies.HELLO, new Replies());
    assertThat(second.replies).hasSize(1);
  }

  @Test
  void probesADeadModelBesideAReplyOfTheSecond() {
    suspendFirst();
    time.pass(Duration.ofSeconds(5));
    Replies reply = new Replies();
    var _ = model.generate(Replies.HELLO, reply);
    assertThat(first.last().request.sampling().maxTokens()).isEqualTo(1);
    assertThat(first.last().request.messages()).isEqualTo(Replies.HELLO.messages());
    second.last().say("Hi.");
    first.last().say("X");
    first.last().end();
    assertThat(reply.text()).isEqualTo("Hi.");
    assertThat(events).contains(new FallbackEvent.Recovered());
    int asked = second.replies.size();
    var _ = model.generate(Replies.HELLO, new Replies());
    first.last().say("I am back.");
    assertThat(second.replies).hasSize(asked);
  }

  @Test
  void waitsLongerAfterAProbeThatFails() {
    suspendFirst();
    time.pass(Duration.ofSeconds(5));
    var _ = model.generate(Replies.HELLO, new Replies());
    assertThat(first.replies).hasSize(3);
    time.pass(Duration.ofMillis(900));
    assertThat(first.last().cancelled()).isTrue();
    time.pass(Duration.ofSeconds(9));
    var _ = model.generate(Replies.HELLO, new Replies());
    assertThat(first.replies).hasSize(3);
    time.pass(Duration.ofSeconds(1));
    var _ = model.generate(Replies.HELLO, new Replies());
    assertThat(first.replies).hasSize(4);
  }

  @Test
  void cancelsWhicheverIsWriting() throws Exception {
    Generation whileWaiting = model.generate(Replies.HELLO, new Replies());
    whileWaiting.cancel();
    assertThat(first.last().cancelled()).isTrue();
    Generation whileFirst = model.generate(Replies.HELLO, new Replies());
    first.last().say("Hel");
    whileFirst.cancel();
    assertThat(first.last().cancelled()).isTrue();
    Replies reply = new Replies();
    Generation whileSecond = model.generate(Replies.HELLO, reply);
    first.last().fail("is down");
    second.last().say("Hi");
    whileSecond.cancel();
    second.last().say(" there");
    assertThat(second.last().cancelled()).isTrue();
    assertThat(reply.text()).isEqualTo("Hi");
    for (Generation each : List.of(whileWaiting, whileFirst, whileSecond)) {
      assertThat(Replies.ending(each)).isEqualTo(Ending.CANCELLED);
    }
    // Being cancelled says nothing about a model's health: only the one failure was reported.
    assertThat(events).hasSize(1);
    time.pass(Duration.ofMinutes(1));
    assertThat(events).hasSize(1);
  }
}
