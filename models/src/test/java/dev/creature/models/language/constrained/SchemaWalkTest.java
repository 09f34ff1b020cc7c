package dev.creature.models.language.constrained;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written by a schema's rule fits the schema, in the eyes of an independent judge. */
class SchemaWalkTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper JSON = new JsonMapper();

  @Property(tries = 1500)
  void everyTextThatIsWrittenFits(@ForAll("schemas") String schema, @ForAll long seed)
      throws Exception {
    Rule rule = SchemaRules.of(JSON.readTree(schema));
    String text = walk(rule, new Random(seed));
    assertThat(REGISTRY.getSchema(schema).validate(text, InputFormat.JSON))
        .as("%s for %s", text, schema)
        .isEmpty();
    assertThat(JSON.readTree(text)).isNotNull();
  }

  @Property(tries = 500)
  void theShortestWayOutIsAsLongAsItIsSaidToBe(@ForAll("schemas") String schema, @ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    Rule rule = SchemaRules.of(JSON.readTree(schema));
    for (int i = random.nextInt(30); i > 0 && !following(rule).isEmpty(); i--) {
      List<Integer> octets = following(rule);
      rule = rule.after(octets.get(random.nextInt(octets.size())));
    }
    for (int left = rule.least(); left > 0; left--) {
      assertThat(rule.least()).isEqualTo(left);
      Rule now = rule;
      rule =
          following(now).stream()
              .map(now::after)
              .min((one, other) -> Integer.compare(one.least(), other.least()))
              .orElseThrow();
    }
    assertThat(rule.mayEnd()).isTrue();
  }

  /** Bytes at random, in fits of the shortest way out so that it comes to an end. */
  private static String walk(Rule start, Random random) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Rule rule = start;
    boolean tired = false;
    while (true) {
      List<Integer> octets = following(rule);
      if (octets.isEmpty() || (rule.mayEnd() && random.nextInt(3) == 0)) {
        assertThat(rule.mayEnd()).isTrue();
        return text.toString(StandardCharsets.UTF_8);
      }
      tired |= random.nextInt(40) == 0;
      Rule now = rule;
      boolean shortest = tired;
      List<Integer> usable =
          octets.stream()
              .filter(it -> !shortest || now.after(it).least() < now.least() || now.mayEnd())
              .toList();
      int octet = usable.get(random.nextInt(usable.size()));
      text.write(octet);
      rule = rule.after(octet);
      assertThat(rule.least()).isLessThan(Rule.IMPOSSIBLE);
    }
  }

  private static List<Integer> following(Rule rule) {
    List<Integer> octets = new ArrayList<>();
    for (int octet = 0; octet < 256; octet++) {
      if (!rule.after(octet).refuses()) {
        octets.add(octet);
      }
    }
    return octets;
  }

  @Provide
  Arbitrary<String> schemas() {
    return schema(3);
  }

  private static Arbitrary<String> schema(int depth) {
    List<Arbitrary<String>> kinds = new ArrayList<>(List.of(text(), number(), fixed()));
    if (depth > 0) {
      kinds.add(object(depth - 1));
      kinds.add(list(depth - 1));
      kinds.add(map(depth - 1));
      kinds.add(
          schema(depth - 1)
              .list()
              .ofMinSize(1)
              .ofMaxSize(3)
              .map(choices -> "{\"anyOf\": " + choices + "}"));
    }
    return Arbitraries.oneOf(kinds);
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> lengths =
        Combinators.combine(
                Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 9))
            .as((fewest, more) ->
                "{\"type\": \"string\", \"minLength\": %d, \"maxLength\": %d}"
                    .formatted(fewest, fewest + more));
    Arbitrary<String> patterns =
        Arbitraries.of(
                "^[A-Za-z][A-Za-z _-]*$",
                "^[a-z][a-z0-9_]{0,39}$",
                "^\\\\d{4}-\\\\d{2}-\\\\d{2}$",
                "^(?:on|off|half (?:on|off))$",
                "^#[0-9a-f]{3}(?:[0-9a-f]{3})?$",
                "^[^aeiou]+\\\\.txt$",
                "[a-c]{2,}x?|y+")
            .map(pattern ->
                "{\"type\": \"string\", \"minLength\": 2, \"maxLength\": 20, \"pattern\": \"%s\"}"
                    .formatted(pattern));
    return Arbitraries.oneOf(lengths, patterns);
  }

  private static Arbitrary<String> number() {
    Arbitrary<String> whole =
        Combinators.combine(
                Arbitraries.integers().between(-5000, 5000), Arbitraries.integers().between(0, 900))
            .as((low, width) ->
                "{\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}"
                    .formatted(low, low + width));
    Arbitrary<String> broken =
        Combinators.combine(
                Arbitraries.integers().between(-5000, 5000), Arbitraries.integers().between(1, 900))
            .as((low, width) ->
                "{\"type\": \"number\", \"exclusiveMinimum\": %s, \"exclusiveMaximum\": %s}"
                    .formatted(low / 100.0, (low + width) / 100.0));
    Arbitrary<String> free = Arbitraries.of("{\"type\": \"integer\"}", "{\"type\": \"number\"}");
    return Arbitraries.oneOf(whole, broken, free);
  }

  private static Arbitrary<String> fixed() {
    return Arbitraries.of(
        "{\"const\": 1}",
        "{\"const\": {\"a\": [1, \"b\"]}}",
        "{\"enum\": [\"on\", \"off\", \"on and off\", 3, null]}",
        "{\"type\": \"boolean\"}",
        "{\"type\": [\"string\", \"null\"], \"maxLength\": 5}",
        "{}");
  }

  private static Arbitrary<String> object(int depth) {
    Arbitrary<List<String>> members = schema(depth).list().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(members, Arbitraries.integers().between(0, 15))
        .as((schemas, required) -> {
          List<String> properties = new ArrayList<>();
          List<String> needed = new ArrayList<>();
          for (int i = 0; i < schemas.size(); i++) {
            properties.add("\"m\\\"ü%d\": %s".formatted(i, schemas.get(i)));
            if ((required & (1 << i)) != 0) {
              needed.add("\"m\\\"ü%d\"".formatted(i));
            }
          }
          return "{\"type\": \"object\", \"properties\": {%s}, \"required\": %s, \"additionalProperties\": false}"
              .formatted(String.join(", ", properties), needed);
        });
  }

  private static Arbitrary<String> list(int depth) {
    return Combinators.combine(
            schema(depth),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 3))
        .as((items, fewest, more) ->
            "{\"type\": \"array\", \"items\": %s, \"minItems\": %d, \"maxItems\": %d}"
                .formatted(items, fewest, fewest + more));
  }

  private static Arbitrary<String> map(int depth) {
    return schema(depth)
        .map(values ->
            "{\"type\": \"object\", \"maxProperties\": 3, \"propertyNames\": {\"pattern\": \"^[a-z]{1,8}$\"}, \"additionalProperties\": %s}"
                .formatted(values));
  }
}
