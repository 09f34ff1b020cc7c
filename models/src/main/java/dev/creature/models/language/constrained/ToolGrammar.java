package dev.creature.models.language.constrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All answers that a model may give with these tools: {@code {"steps": ["…", …], "calls": [{"tool":
 * {…}}, …]}}, a call for each step, with arguments that fit the tools' schemas, or {@code {"say":
 * "…"}}. Small models forget half of what was asked for unless they put it into words first and are
 * held to it. Immutable.
 */
public final class ToolGrammar {
  private static final int MOST_CALLS = 8;
  private static final int MOST_SAID = 240;
  private static final String STEP_END = "\n";
  private static final int MOST_STEP = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final Rule rule;
  private final List<String> leftOut;

  private ToolGrammar(Rule rule, List<String> leftOut) {
    this.rule = rule;
    this.leftOut = List.copyOf(leftOut);
  }

  /** For these tools; one whose schema cannot be held while writing is left out. */
  public static ToolGrammar of(List<ToolOffer> tools) {
    List<Rule> calls = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (ToolOffer tool : tools) {
      try {
        Rule arguments = SchemaRules.of(JSON.readTree(tool.schema()));
        calls.add(Then.all(Literal.of("{\"" + tool.name() + "\": "), arguments, Literal.of("}")));
      } catch (UnsupportedSchema | JsonProcessingException e) {
        leftOut.add(tool.name() + ": " + e.getMessage());
      }
    }
    Rule says = Then.of(Literal.of("{\"say\": \""), TextBody.of(1, MOST_SAID));
    Rule said = Then.of(says, Literal.of("}"));
    Rule step = Then.of(Literal.of("\""), TextBody.of(1, MOST_STEP));
    Rule call = Either.of(calls);
    List<Rule> plans = new ArrayList<>(List.of(said));
    for (int steps = 1; steps <= MOST_CALLS; steps++) {
      plans.add(
          Then.all(
              Literal.of("{\"steps\": "),
              Series.of("[", step, "]", steps, steps),
              Literal.of(", \"calls\": "),
              Series.of("[", call, "]", steps, steps),
              Literal.of("}")));
    }
    return new ToolGrammar(Either.of(plans), leftOut);
  }

  /** All answers. */
  Rule start() {
    return rule;
  }

  /** Tools that are left out, each with the reason. */
  public List<String> leftOut() {
    return leftOut;
  }

  /**
   * Begins an answer.
   *
   * @param mostTokens the answer is over within so many
   */
  public Writing writing(TokenTrie trie, int mostTokens) {
    return new Writing(rule, trie, mostTokens);
  }

  /** The answer that was written. */
  public static ToolAnswer read(String text) {
    try {
      JsonNode answer = JSON.readTree(text);
      List<ToolCall> calls = new ArrayList<>();
      for (JsonNode call : answer.path("calls")) {
        for (Map.Entry<String, JsonNode> only : call.properties()) {
          calls.add(
              new ToolCall(
                  "call-" + (calls.size() + 1), only.getKey(), only.getValue().toString()));
        }
      }
      List<String> steps = new ArrayList<>();
      answer.path("steps").forEach(step -> steps.add(step.asText()));
      return new ToolAnswer(
          calls.isEmpty() ? answer.path("say").asText() : String.join(STEP_END, steps), calls);
    } catch (JsonProcessingException e) {
      throw new ModelFailure("an answer that is no JSON: " + text, e);
    }
  }

  /** An answer as it would have been written. */
  public static String write(ToolAnswer answer) {
    if (answer.calls().isEmpty()) {
      return "{\"say\": " + JSON.getNodeFactory().textNode(answer.words()) + "}";
    }
    String steps =
        answer
            .words()
            .lines()
            .map(step -> JSON.getNodeFactory().textNode(step).toString())
            .collect(Collectors.joining(", "));
    String calls =
        answer.calls().stream()
            .map(call -> "{\"" + call.tool() + "\": " + spaced(call.arguments()) + "}")
            .collect(Collectors.joining(", "));
    return "{\"steps\": [" + steps + "], \"calls\": [" + calls + "]}";
  }

  private static String spaced(String arguments) {
    try {
      return spaced(JSON.readTree(arguments));
    } catch (JsonProcessingException _) {
      return "{}";
    }
  }

  private static String spaced(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(it -> JSON.getNodeFactory().textNode(it.getKey()) + ": " + spaced(it.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(spaced(item)));
      return String.join(", ", items).transform(it -> "[" + it + "]");
    }
    return node.toString();
  }
}
