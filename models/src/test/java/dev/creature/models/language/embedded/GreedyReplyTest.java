package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Sampling;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares with the greedy replies of a plain implementation in numpy that unpacks the same weights
 * to 32-bit floats: see greedy_reference.py.
 */
class GreedyReplyTest {
  private static final int PROMPTS = Integer.getInteger("creature.greedyPrompts", 20);
  private static final int MOST_TOKENS = 48;

  private static EmbeddedLanguageModel model;
  private static JsonNode expected;

  @BeforeAll
  static void open() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            GreedyReplyTest.class.getResourceAsStream(
                "/dev/creature/models/language/smollm2-greedy.json"))) {
      expected = new ObjectMapper().readTree(in);
    }
    model = SmallModel.open(ConversationLimit.VOICE);
  }

  @AfterAll
  static void close() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void writesTheReferencesTokens() throws Exception {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < PROMPTS; i++) {
      JsonNode example = expected.get("replies").get(i);
      StringBuilder text = new StringBuilder();
      Generation reply =
          model.generate(
              new ChatRequest("greedy", dialogue(example), Sampling.greedy(MOST_TOKENS)),
              text::append);
      reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
      if (!text.toString().equals(model.tokenizer().decode(ids(example.get("reply"))))) {
        different.add(example.get("question").asText() + " -> " + text);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void laysTheDialogueOutAsTheReferencesTemplate() {
    ContextWindow window = new ContextWindow(new ChatTemplate(model.tokenizer()), 640);
    for (JsonNode example : expected.get("replies")) {
      assertThat(window.prompt(dialogue(example), MOST_TOKENS).tokens())
          .isEqualTo(ids(example.get("prompt")));
    }
  }

  private static List<ChatMessage> dialogue(JsonNode example) {
    return List.of(
        ChatMessage.system(expected.get("persona").asText()),
        ChatMessage.user(example.get("question").asText()));
  }

  private static int[] ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
