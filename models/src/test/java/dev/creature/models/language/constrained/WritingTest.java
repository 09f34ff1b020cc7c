package dev.creature.models.language.constrained;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What models that want something else have to write nevertheless. */
class WritingTest {
  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "verb": {"type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[A-Za-z][A-Za-z _-]*$"},
         "object": {"type": "string", "minLength": 1, "maxLength": 200},
         "times": {"type": "integer", "minimum": 1, "maximum": 12}
       },
       "required": ["verb"], "additionalProperties": false}\
      """;
  private static final List<ToolOffer> TOOLS =
      List.of(
          new ToolOffer("do", "does", SCHEMA),
          new ToolOffer("look-up", "looks up", "{\"type\": \"object\", \"properties\": {}}"));
  private static final byte[][] TOKENS = tokens();
  private static final TokenTrie TRIE = TokenTrie.of(TOKENS);

  @Property(tries = 400)
  void aModelThatWantsAnythingAtAllWritesAnAnswerThatFits(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 300) int most) {
    assertWritesInTime(most, new Random(seed), _ -> 0);
  }

  @Property(tries = 100)
  void aModelThatWouldNeverEndIsOverInTime(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 300) int most) {
    // What closes is the last that it wants.
    assertWritesInTime(
        most,
        new Random(seed),
        token -> new String(token, StandardCharsets.UTF_8).contains("\"") ? 100 : 0);
  }

  /** Chance speaks for each token, and so much against it. */
  private static void assertWritesInTime(
      int most, Random random, ToDoubleFunction<byte[]> reluctance) {
    float[] scores = new float[TOKENS.length];
    Written written =
        written(
            most,
            () -> {
              for (int token = 0; token < scores.length; token++) {
                scores[token] =
                    random.nextFloat() - (float) reluctance.applyAsDouble(TOKENS[token]);
              }
              return scores;
            });
    assertThat(written.tokens()).isLessThanOrEqualTo(most);
    assertFits(written.answer());
  }

  @Test
  void aModelThatSaysOneWordOverAndOverIsCutOff() {
    int again = token("again ");
    float[] scores = new float[TOKENS.length];
    scores[again] = 1;
    scores[token("say")] = 0.5f;
    Written written = written(100, () -> scores);
    assertThat(written.answer().words()).startsWith("again again again ");
    assertThat(written.answer().words().length()).isLessThanOrEqualTo(240);
    assertThat(written.tokens()).isLessThanOrEqualTo(100);
  }

  @Test
  void writesItselfWhatTheModelHasNoChoiceAbout() {
    Writing writing = ToolGrammar.of(List.of(TOOLS.getFirst())).writing(TRIE, 100);
    assertThat(writing.forced()).isEqualTo("{\"");
    writing.write("{\"", 1);
    float[] scores = new float[TOKENS.length];
    scores[token("steps")] = 1;
    assertThat(writing.write(scores)).isEqualTo(token("steps"));
    assertThat(writing.forced()).isEqualTo("\": [\"");
    writing.write("\": [\"Put it away\"]", 8);
    assertThat(writing.forced()).isEqualTo(", \"calls\": [{\"do\": {\"verb\": \"");
  }

  @Property(tries = 200)
  void theTrieKnowsTheTokensThatOneByOneWouldBeFound(@ForAll long seed) {
    Random random = new Random(seed);
    Rule rule = ToolGrammar.of(TOOLS).start();
    for (int i = random.nextInt(40); i > 0; i--) {
      List<Integer> allowed = oneByOne(rule);
      if (allowed.isEmpty()) {
        break;
      }
      rule = TRIE.after(rule, allowed.get(random.nextInt(allowed.size())));
    }
    TreeSet<Integer> found = new TreeSet<>();
    TRIE.allowed(rule, 1000, found::add);
    assertThat(found).containsExactlyElementsOf(new TreeSet<>(oneByOne(rule)));
  }

  @Test
  void hasAsManyCallsAsSteps() {
    String twoSteps =
        "{\"steps\": [\"put it\", \"look\"], \"calls\": [{\"do\": {\"verb\": \"put\"}}";
    assertThat(behind(twoSteps + ", {\"look-up\": {}}]}").mayEnd()).isTrue();
    assertThat(behind(twoSteps + "]").refuses()).isTrue();
    assertThat(behind(twoSteps + ", {\"look-up\": {}}, {").refuses()).isTrue();
  }

  private static Rule behind(String text) {
    Rule rule = ToolGrammar.of(TOOLS).start();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      rule = rule.after(octet & 0xFF);
    }
    return rule;
  }

  @Test
  void leavesOutAToolWhoseSchemaItCannotHold() {
    ToolGrammar grammar =
        ToolGrammar.of(
            List.of(
                new ToolOffer("no", "", "{\"type\": \"object\", \"not\": {\"required\": [\"a\"]}}"),
                new ToolOffer("yes", "", "{\"type\": \"object\"}")));
    assertThat(grammar.leftOut()).containsExactly("no: the keyword not");
  }

  @Test
  void readsAnswersAsItWritesThem() {
    ToolAnswer answer =
        new ToolAnswer(
            "It's to be put.",
            List.of(new ToolCall("call-1", "do", "{\"verb\":\"put\",\"times\":[1,{\"a\":2}]}")));
    assertThat(ToolGrammar.write(answer))
        .isEqualTo(
            "{\"steps\": [\"It's to be put.\"], \"calls\": [{\"do\": {\"verb\": \"put\", \"times\": [1, {\"a\": 2}]}}]}");
    assertThat(ToolGrammar.read(ToolGrammar.write(answer))).isEqualTo(answer);
    ToolAnswer said = new ToolAnswer("It's \"done\".", List.of());
    assertThat(ToolGrammar.read(ToolGrammar.write(said))).isEqualTo(said);
  }

  private record Written(ToolAnswer answer, int tokens) {}

  private static Written written(int most, Supplier<float[]> scores) {
    Writing writing = ToolGrammar.of(TOOLS).writing(TRIE, most);
    int tokens = 0;
    while (!writing.over()) {
      String forced = writing.forced();
      writing.write(forced, forced.length());
      tokens += forced.length();
      if (!writing.over()) {
        int _ = writing.write(scores.get());
        tokens++;
      }
    }
    return new Written(ToolGrammar.read(writing.text()), tokens);
  }

  private static void assertFits(ToolAnswer answer) {
    if (answer.calls().isEmpty()) {
      assertThat(answer.words()).isNotEmpty();
    }
    for (ToolCall call : answer.calls()) {
      ToolOffer tool =
          TOOLS.stream().filter(it -> it.name().equals(call.tool())).findFirst().orElseThrow();
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(tool.schema())
                  .validate(call.arguments(), InputFormat.JSON))
          .isEmpty();
    }
  }

  private static List<Integer> oneByOne(Rule rule) {
    List<Integer> allowed = new ArrayList<>();
    for (int token = 0; token < TOKENS.length; token++) {
      if (!TRIE.after(rule, token).refuses()) {
        allowed.add(token);
      }
    }
    return allowed;
  }

  private static int token(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int token = 0; token < TOKENS.length; token++) {
      if (Arrays.equals(TOKENS[token], wanted)) {
        return token;
      }
    }
    throw new AssertionError(text);
  }

  /** All single bytes, one control token, and pieces as models have them. */
  private static byte[][] tokens() {
    List<byte[]> tokens = new ArrayList<>();
    for (int octet = 0; octet < 256; octet++) {
      tokens.add(new byte[] {(byte) octet});
    }
    tokens.add(new byte[0]);
    for (String piece :
        List.of(
            "say", "steps", "calls", "call", "do", "verb", "\": \"", "\", \"", "\"}}", "\"}}]}",
            "put", "object", "times", "again ", "cup", " cup", " blue", "ü", "é", "日", "{\"", "}]}",
            "look", "-up", "12", "11", "\\\"", "\": ", "}, {\"", "😀")) {
      tokens.add(piece.getBytes(StandardCharsets.UTF_8));
    }
    return tokens.toArray(byte[][]::new);
  }
}
