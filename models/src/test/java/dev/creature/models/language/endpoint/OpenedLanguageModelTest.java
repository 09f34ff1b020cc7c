package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedLanguageModelTest {
  private final TestTime time = new TestTime();
  private final Puppet quick = new Puppet();
  private final Puppet better = new Puppet();
  private final List<FallbackEvent> events = new ArrayList<>();
  private final OpenedLanguageModel model =
      new OpenedLanguageModel(quick, better, Duration.ofMillis(900), events::add, time);
  private final Replies reply = new Replies();

  @Test
  void theQuickModelsWordsLeaveAtOnce() {
    var _ = model.generate(Replies.HELLO, reply);
    quick.last().say("Well");
    assertThat(reply.text()).isEqualTo("Well");
    assertThat(better.replies).isEmpty();
  }

  @Test
  void theBetterModelReadsNothingAheadWhileTheQuickOneOpens() {
    var _ = model.generate(Replies.HELLO, reply);
    assertThat(better.resting).isTrue();
    assertThat(quick.resting).isFalse();
  }

  @Test
  void theBetterModelGoesOnInTheMiddleOfTheSentence() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, let me think,");
    quick.last().say(" it is");
    assertThat(better.last().request.messages().getLast())
        .isEqualTo(ChatMessage.assistant("Well, let me think,"));
    better.last().say(" the kitchen");
    assertThat(quick.last().cancelled()).isTrue();
    quick.last().say(" not heard");
    time.pass(Duration.ofSeconds(5));
    better.last().say(" has it.");
    better.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Well, let me think, the kitchen has it.");
    assertThat(events).isEmpty();
  }

  @Test
  void aBetterModelThatBeginsAnewIsNotHeardTwice() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("That is easy, ");
    better.last().say("That is");
    better.last().say(" easy, it");
    better.last().say(" is noon.");
    better.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("That is easy, it is noon.");
  }

  @Test
  void whereTheBetterModelIsLateTheQuickOneEndsItsSentence() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it is");
    time.pass(Duration.ofMillis(899));
    // The space shows that the clause is over: it can be spoken while nobody goes on yet.
    assertThat(reply.text()).isEqualTo("Well, I think, ");
    time.pass(Duration.ofMillis(1));
    assertThat(better.last().cancelled()).isTrue();
    better.last().say("too late");
    quick.last().say(" in the hall. And");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Well, I think, it is in the hall.");
    assertThat(quick.last().cancelled()).isTrue();
    assertThat(events)
        .containsExactly(new FallbackEvent.FellBack("test", "has not gone on within 900 ms"));
  }

  @Test
  void whereTheBetterModelFailsTheSentenceEndsFromWhatIsWrittenAlready() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it is in the hall.");
    quick.last().end();
    better.last().fail("is down");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Well, I think, it is in the hall.");
    assertThat(events).containsExactly(new FallbackEvent.FellBack("test", "is down"));
  }

  @Test
  void theSentenceThatEndsIsTheOneThatWasBegunAndNotOneBeforeIt() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Yes. It is hot, and dry");
    time.pass(Duration.ofMillis(900));
    quick.last().say(" today. So");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Yes. It is hot, and dry today.");
  }

  @Test
  void anOpenerThatIsASentenceStandsAloneWhereNobodyGoesOn() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("I am fine. Really");
    better.close();
    better.last().fail("is down");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("I am fine. ");
  }

  @Test
  void aBetterModelThatCannotBeAskedIsLikeOneThatFails() throws Exception {
    better.close();
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it is here. ");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Well, I think, it is here.");
  }

  @Test
  void whereTheQuickModelFailsTheBetterOneAnswersAlone() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().fail("broken");
    assertThat(better.last().request).isEqualTo(Replies.HELLO);
    better.last().say("Hello.");
    better.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Hello.");
  }

  @Test
  void onlyWhereBothFailWithoutAWordTheReplyFails() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().fail("broken");
    better.last().fail("is down");
    assertThat(Replies.failure(generation)).hasMessageContaining("broken");
  }

  @Test
  void aBetterModelThatBreaksOffEndsTheReplyShort() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it");
    better.last().say(" is");
    better.last().fail("broken");
    assertThat(Replies.ending(generation)).isEqualTo(Ending.LENGTH);
    assertThat(reply.text()).isEqualTo("Well, I think, is");
  }

  @Test
  void aShortAnswerIsGoneOnFromToo() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Yes.");
    quick.last().end();
    better.last().say("It is noon.");
    better.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Yes. It is noon.");
  }

  @Test
  void oneSpaceStandsInTheSeamWhereverItWasLeft() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it");
    better.last().say(" ");
    better.last().say("");
    better.last().say(" so");
    better.last().say(" is it.");
    better.last().end();
    assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
    assertThat(reply.text()).isEqualTo("Well, I think, so is it.");
  }

  @Test
  void cancellingSilencesBoth() throws Exception {
    Generation generation = model.generate(Replies.HELLO, reply);
    quick.last().say("Well, I think, it");
    generation.cancel();
    better.last().say(" is");
    quick.last().say(" is");
    time.pass(Duration.ofSeconds(2));
    assertThat(Replies.ending(generation)).isEqualTo(Ending.CANCELLED);
    assertThat(quick.last().cancelled()).isTrue();
    assertThat(better.last().cancelled()).isTrue();
    assertThat(reply.text()).isEqualTo("Well, I think, ");
    assertThat(events).isEmpty();
  }
}
