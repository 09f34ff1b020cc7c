package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedLanguageModelTest {
  private static final ChatMessage PERSONA =
      ChatMessage.system(
          "You are a small friendly robot creature with one arm living on a desk. Answer in one or"
              + " two short spoken sentences.");

  private static EmbeddedLanguageModel model;

  @BeforeAll
  static void open() throws Exception {
    model = SmallModel.open(ConversationLimit.VOICE);
  }

  @AfterAll
  static void close() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void answersAQuestion() throws Exception {
    assertThat(reply("question", "What is the capital of France?"))
        .isEqualTo("Bien sûr, the capital of France is Paris.");
  }

  @Test
  void givesTheSameAnswerFromACacheThatHasReadSomethingElse() throws Exception {
    reply("other", "Tell me a short joke.");
    assertThat(reply("other", "How do plants grow?"))
        .isEqualTo(reply("fresh", "How do plants grow?"));
  }

  @Test
  void answersTheSameBehindReadingsThatWereInterrupted() throws Exception {
    String expected = reply("calm", "How do plants grow?");
    String story = "There was a dragon who liked to read old letters. ".repeat(12);
    for (int i = 0; i < 8; i++) {
      var read =
          model.prepare(
              new ChatRequest(
                  "restless", List.of(PERSONA, ChatMessage.user(i + story)), Sampling.greedy(8)));
      model.rest("restless");
      read.toCompletableFuture().get(60, TimeUnit.SECONDS);
      assertThat(reply("restless", "How do plants grow?")).isEqualTo(expected);
    }
  }

  @Test
  void repeatsAReplyWithTheSameSeed() throws Exception {
    assertThat(sampled("seed-a", 5)).isEqualTo(sampled("seed-b", 5));
  }

  @Test
  void goesOnWithAReplyThatWasBegun() throws Exception {
    StringBuilder text = new StringBuilder();
    Generation reply =
        model.generate(
            new ChatRequest(
                "begun",
                List.of(
                    PERSONA,
                    ChatMessage.user("What is the capital of France?"),
                    ChatMessage.assistant("The capital of France is")),
                Sampling.greedy(8)),
            text::append);
    reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
    assertThat(text.toString()).startsWith(" Paris");
  }

  @Test
  void handsNothingOverOnceItIsCancelled() throws Exception {
    CountDownLatch speaking = new CountDownLatch(1);
    AtomicInteger pieces = new AtomicInteger();
    Generation reply =
        model.generate(
            new ChatRequest(
                "cancelled",
                List.of(PERSONA, ChatMessage.user("Tell me a long story about a dragon.")),
                Sampling.greedy(400)),
            _ -> {
              pieces.incrementAndGet();
              speaking.countDown();
            });
    assertThat(speaking.await(60, TimeUnit.SECONDS)).isTrue();
    reply.cancel();
    int handedOver = pieces.get();
    assertThat(reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS))
        .isEqualTo(Generation.Ending.CANCELLED);
    // The next reply of the conversation begins only when the cancelled one is out of the way.
    assertThat(reply("cancelled", "What is the capital of France?")).contains("Paris");
    assertThat(pieces.get()).isEqualTo(handedOver);
  }

  @Test
  void endsAtTheNumberOfTokensAllowed() throws Exception {
    Generation reply =
        model.generate(
            new ChatRequest(
                "short",
                List.of(PERSONA, ChatMessage.user("Tell me a story.")),
                Sampling.greedy(3)),
            _ -> {});
    assertThat(reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS))
        .isEqualTo(Generation.Ending.LENGTH);
  }

  @Test
  void goesOnWhenTheDialogueIsLongerThanTheContext() throws Exception {
    List<ChatMessage> dialogue = new ArrayList<>(List.of(PERSONA));
    for (int turn = 0; turn < 60; turn++) {
      dialogue.add(ChatMessage.user("Tell me something about the number " + turn + "."));
      dialogue.add(ChatMessage.assistant("It is a very nice number, and I like it a lot."));
    }
    dialogue.add(ChatMessage.user("What is the capital of France?"));
    StringBuilder text = new StringBuilder();
    Generation reply =
        model.generate(new ChatRequest("long", dialogue, Sampling.greedy(24)), text::append);
    reply.ended().toCompletableFuture().get(120, TimeUnit.SECONDS);
    assertThat(text.toString()).contains("Paris");
    model.forget("long");
  }

  @Test
  void refusesToAnswerAConversationThatWasForgottenMeanwhile() throws Exception {
    Generation reply =
        model.generate(
            new ChatRequest(
                "gone",
                List.of(PERSONA, ChatMessage.user("Tell me a long story.")),
                Sampling.greedy(400)),
            _ -> {});
    model.forget("gone");
    assertThat(reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS))
        .isEqualTo(Generation.Ending.CANCELLED);
  }

  private static String sampled(String conversation, long seed) throws Exception {
    StringBuilder text = new StringBuilder();
    Generation reply =
        model.generate(
            new ChatRequest(
                conversation,
                List.of(PERSONA, ChatMessage.user("What do you like?")),
                new Sampling(0.8, 0.95, 40, 1.1, 24, seed)),
            text::append);
    reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
    return text.toString();
  }

  private static String reply(String conversation, String question) throws Exception {
    StringBuilder text = new StringBuilder();
    Generation reply =
        model.generate(
            new ChatRequest(
                conversation, List.of(PERSONA, ChatMessage.user(question)), Sampling.greedy(48)),
            text::append);
    assertThat(reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS))
        .isEqualTo(Generation.Ending.COMPLETE);
    return text.toString();
  }
}
