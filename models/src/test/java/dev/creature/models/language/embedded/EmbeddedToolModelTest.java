package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel.Asking;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the small model, which plans nothing well: what it writes fits all the same. */
class EmbeddedToolModelTest {
  private static final ToolOffer TOOL =
      new ToolOffer(
          "move",
          "Moves something.",
          """
          {"type": "object",
           "properties": {
             "what": {"enum": ["red cup", "blue cup"]},
             "where": {"type": "string", "minLength": 3, "maxLength": 30},
             "times": {"type": "integer", "minimum": 1, "maximum": 3}
           },
           "required": ["what", "where"], "additionalProperties": false}\
          """);
  private static final List<ToolMessage> DIALOGUE =
      List.of(
          new ToolMessage.Instructions(
              "Answer with JSON, such as {\"steps\": [\"move it\"], \"calls\": [{\"move\": {\"what\": \"red cup\","
                  + " \"where\": \"table\"}}]}. Tools:\n{tools}"),
          new ToolMessage.User("Put the blue cup on the shelf."));

  private static EmbeddedToolModel model;
  private static final List<String> WARNINGS = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    SmallModel.open(ConversationLimit.VOICE).close();
    model = withLimit(Duration.ofMinutes(2));
  }

  private static EmbeddedToolModel withLimit(Duration limit) {
    return new EmbeddedToolModel(
        SmallModel.RUNTIME,
        false,
        SmallModel.folder(),
        EmbeddedLanguageModel.SMOLLM2,
        limit,
        WARNINGS::add);
  }

  @AfterAll
  static void close() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void callsFitTheSchema() throws Exception {
    ToolAnswer answer = answer(model.ask("fits", DIALOGUE, List.of(TOOL)));
    assertThat(answer.words()).isNotEmpty();
    answer
        .calls()
        .forEach(call -> {
          assertThat(call.tool()).isEqualTo("move");
          assertThat(
                  SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                      .getSchema(TOOL.schema())
                      .validate(call.arguments(), InputFormat.JSON))
              .isEmpty();
        });
  }

  @Test
  void goesOnFromWhatItHasReadAhead() throws Exception {
    ToolAnswer fresh = answer(model.ask("fresh", DIALOGUE, List.of(TOOL)));
    model
        .warm(DIALOGUE.subList(0, 1), List.of(TOOL))
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
    ToolAnswer warmed = answer(model.ask("warmed", DIALOGUE, List.of(TOOL)));
    // Sums are rounded by how many tokens are read at once, differently on each processor: whether
    // this small model writes a further call may turn on that, the first one does not.
    assertThat(firstCall(warmed)).isEqualTo(firstCall(fresh));
    assertThat(answer(model.ask("warmed", DIALOGUE, List.of(TOOL)))).isEqualTo(warmed);
  }

  private static ToolCall firstCall(ToolAnswer answer) {
    return answer.calls().getFirst();
  }

  @Test
  void goesOnBehindResults() throws Exception {
    ToolAnswer first = answer(model.ask("results", DIALOGUE, List.of(TOOL)));
    List<ToolMessage> dialogue = new ArrayList<>(DIALOGUE);
    dialogue.add(new ToolMessage.Answered(first));
    first
        .calls()
        .forEach(call ->
            dialogue.add(
                new ToolMessage.Result(
                    call.id(), call.tool(), "{\"state\": \"done\", \"note\": \"It is there.\"}")));
    dialogue.add(new ToolMessage.User("Thank you. And now the red one."));
    ToolAnswer next = answer(model.ask("results", dialogue, List.of(TOOL)));
    assertThat(next.words()).isNotEmpty();
  }

  @Test
  void givesNoAnswerOnceItIsCancelled() {
    Asking asking = model.ask("cancelled", DIALOGUE, List.of(TOOL));
    asking.cancel();
    assertThatThrownBy(() -> answer(asking))
        .isInstanceOfAny(CancellationException.class, ExecutionException.class)
        .satisfies(it ->
            assertThat(
                    it instanceof CancellationException
                        || it.getCause() instanceof CancellationException)
                .isTrue());
  }

  @Test
  void failsWhenItsTimeIsOver() {
    try (EmbeddedToolModel hurried = withLimit(Duration.ofMillis(1))) {
      assertThatThrownBy(() -> answer(hurried.ask("hurried", DIALOGUE, List.of(TOOL))))
          .hasCauseInstanceOf(ModelFailure.class)
          .hasMessageContaining("no answer of smollm2-135m-instruct");
    }
  }

  @Test
  void saysWhichToolsItDoesWithout() throws Exception {
    ToolOffer odd = new ToolOffer("odd", "", "{\"type\": \"object\", \"minProperties\": 2}");
    ToolAnswer answer = answer(model.ask("odd", DIALOGUE, List.of(odd)));
    assertThat(answer.calls()).isEmpty();
    assertThat(answer.words()).isNotEmpty();
    assertThat(WARNINGS)
        .contains("smollm2-135m-instruct does without the tool odd: the keyword minProperties");
  }

  @Test
  void aModelThatWasNotFetchedIsNamedWithTheCommand(@TempDir Path empty) {
    assertThatThrownBy(() ->
            EmbeddedToolModel.of(
                new ModelFolder(empty),
                EmbeddedLanguageModel.QWEN_CODER,
                Duration.ofSeconds(1),
                WARNINGS::add))
        .isInstanceOf(MissingModel.class)
        .hasMessageContaining("./creature models pull large");
  }

  private static ToolAnswer answer(Asking asking) throws Exception {
    return asking.answer().toCompletableFuture().get(120, TimeUnit.SECONDS);
  }
}
