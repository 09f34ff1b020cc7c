package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Sampling;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
