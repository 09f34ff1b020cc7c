package dev.creature.models.language.constrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes rules of JSON schemas (draft 2020-12). A rule may allow less than its schema, never more:
 * members come in the order of the schema, blanks only behind colons and commas, texts and lists
 * are bounded. What cannot be held so is refused. Pure.
 */
final class SchemaRules {
  private static final int MOST_TEXT = 240;
  private static final int MOST_ITEMS = 12;
  private static final int MOST_ENTRIES = 6;
  private static final int DEEPEST = 12;
  private static final int DECIMALS = 3;

  /** Says nothing about which values fit. */
  private static final Set<String> REMARKS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "format",
          "contentEncoding",
          "contentMediaType",
          "nullable");

  private static final Set<String> TYPED =
      Set.of(
          "type",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "items",
          "minItems",
          "maxItems",
          "properties",
          "required",
          "additionalProperties",
          "propertyNames",
          "maxProperties");

  private final JsonNode root;

  private SchemaRules(JsonNode root) {
    this.root = root;
  }

  /**
   * All JSON texts that are written for this schema.
   *
   * @throws UnsupportedSchema when it asks for what cannot be held, or nothing fits it
   */
  static Rule of(JsonNode schema) {
    Rule rule = new SchemaRules(schema).value(schema, 0);
    if (rule.refuses()) {
      throw new UnsupportedSchema("a schema that nothing fits");
    }
    return rule;
  }

  private Rule value(JsonNode schema, int depth) {
    if (depth > DEEPEST) {
      return Rules.NONE;
    }
    if (schema.isBoolean() && schema.booleanValue()) {
      return anything();
    }
    if (!schema.isObject()) {
      throw new UnsupportedSchema("the schema " + schema);
    }
    if (schema.has("$ref")) {
      knowsOnly(schema, Set.of("$ref"));
      String target = schema.path("$ref").asText();
      JsonNode found = target.startsWith("#") ? root.at(target.substring(1)) : root.path("");
      if (found.isMissingNode()) {
        throw new UnsupportedSchema("the reference " + target);
      }
      return value(found, depth + 1);
    }
    if (schema.has("const")) {
      knowsOnly(schema, Set.of("const", "type"));
      return Literal.of(schema.path("const").toString());
    }
    if (schema.has("enum")) {
      knowsOnly(schema, Set.of("enum", "type"));
      List<Rule> choices = new ArrayList<>();
      schema.path("enum").forEach(choice -> choices.add(Literal.of(choice.toString())));
      return Either.of(choices);
    }
    if (schema.has("anyOf")) {
      knowsOnly(schema, Set.of("anyOf"));
      List<Rule> choices = new ArrayList<>();
      schema.path("anyOf").forEach(choice -> choices.add(value(choice, depth + 1)));
      return Either.of(choices);
    }
    return typed(schema, depth);
  }

  private Rule typed(JsonNode schema, int depth) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      return ofType(schema, type.asText(), depth);
    }
    if (type.isArray()) {
      List<Rule> choices = new ArrayList<>();
      type.forEach(each -> choices.add(ofType(schema, each.asText(), depth)));
      return Either.of(choices);
    }
    if (schema.has("properties")) {
      return ofType(schema, "object", depth);
    }
    knowsOnly(schema, Set.of());
    return anything();
  }

  private Rule ofType(JsonNode schema, String type, int depth) {
    // A keyword of another type says nothing about this one.
    knowsOnly(schema, TYPED);
    return switch (type) {
      case "string" -> text(schema);
      case "integer" -> number(schema, 0);
      case "number" -> number(schema, DECIMALS);
      case "boolean" -> Either.of(Literal.of("true"), Literal.of("false"));
      case "null" -> Literal.of("null");
      case "array" -> list(schema, depth);
      case "object" -> object(schema, depth);
      default -> throw new UnsupportedSchema("the type " + type);
    };
  }

  /** Where all fits, the plain kinds are enough. */
  private static Rule anything() {
    return Either.of(
        List.of(
            Then.of(Literal.of("\""), TextBody.of(0, MOST_TEXT)),
            NumberBody.of(range(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000), 0)),
            Literal.of("true"),
            Literal.of("false"),
            Literal.of("null")));
  }

  private Rule text(JsonNode schema) {
    int fewest = whole(schema, "minLength", 0);
    int most = Math.max(fewest, Math.min(MOST_TEXT, whole(schema, "maxLength", MOST_TEXT)));
    if (most > whole(schema, "maxLength", most)) {
      return Rules.NONE;
    }
    Rule body =
        schema.has("pattern")
            ? PatternBody.of(PatternStates.of(schema.path("pattern").asText()), fewest, most)
            : TextBody.of(fewest, most);
    return Then.of(Literal.of("\""), body);
  }

  private Rule number(JsonNode schema, int decimals) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal widest = BigDecimal.valueOf(NumberBody.Range.WIDEST);
    BigDecimal low = schema.path("minimum").decimalValue();
    low = schema.has("minimum") ? low.max(widest.negate()) : widest.negate();
    BigDecimal high = schema.has("maximum") ? schema.path("maximum").decimalValue() : widest;
    if (schema.has("exclusiveMinimum")) {
      BigDecimal above = schema.path("exclusiveMinimum").decimalValue();
      low = low.max(above.setScale(decimals, RoundingMode.FLOOR).add(step));
    }
    if (schema.has("exclusiveMaximum")) {
      BigDecimal below = schema.path("exclusiveMaximum").decimalValue();
      high = high.min(below.setScale(decimals, RoundingMode.CEILING).subtract(step));
    }
    return NumberBody.of(range(low, high.min(widest), decimals));
  }

  private static NumberBody.Range range(BigDecimal low, BigDecimal high, int decimals) {
    return new NumberBody.Range(
        low.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValue(),
        high.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).longValue(),
        decimals);
  }

  private Rule list(JsonNode schema, int depth) {
    int fewest = whole(schema, "minItems", 0);
    int most = Math.min(whole(schema, "maxItems", Integer.MAX_VALUE), Math.max(fewest, MOST_ITEMS));
    Rule item = schema.has("items") ? value(schema.path("items"), depth + 1) : anything();
    return Series.of("[", item, "]", fewest, most);
  }

  private Rule object(JsonNode schema, int depth) {
    List<Members.Member> members = new ArrayList<>();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      boolean needed = required.remove(each.getKey());
      // A constant that may be left out tells nothing.
      if (needed || !each.getValue().has("const")) {
        members.add(new Members.Member(each.getKey(), value(each.getValue(), depth + 1), needed));
      }
    }
    JsonNode further = schema.path("additionalProperties");
    for (String name : required) {
      if (further.isBoolean() && !further.booleanValue()) {
        return Rules.NONE;
      }
      Rule any = further.isObject() ? value(further, depth + 1) : anything();
      members.add(new Members.Member(name, any, true));
    }
    int most = whole(schema, "maxProperties", Integer.MAX_VALUE);
    if (members.isEmpty() && further.isObject()) {
      return map(schema, value(further, depth + 1), most);
    }
    if (members.size() > most) {
      throw new UnsupportedSchema("maxProperties beside as many properties");
    }
    return Members.of(members);
  }

  /** An object whose names are free. */
  private static Rule map(JsonNode schema, Rule value, int most) {
    JsonNode names = schema.path("propertyNames");
    String pattern =
        names.isMissingNode() ? "[A-Za-z_][A-Za-z0-9_]{0,39}" : names.path("pattern").asText();
    if (!names.isMissingNode() && (names.size() != 1 || pattern.isEmpty())) {
      throw new UnsupportedSchema("propertyNames " + names);
    }
    Rule name = PatternBody.of(PatternStates.of(pattern), 0, 40);
    Rule entry = Then.all(Literal.of("\""), name, Literal.of(": "), value);
    return Series.of("{", entry, "}", 0, Math.min(most, MOST_ENTRIES));
  }

  private static int whole(JsonNode schema, String key, int otherwise) {
    JsonNode value = schema.path(key);
    return value.isMissingNode() ? otherwise : (int) Math.min(value.asLong(), Integer.MAX_VALUE);
  }

  private static void knowsOnly(JsonNode schema, Set<String> known) {
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      String name = each.getKey();
      boolean understood = REMARKS.contains(name) || known.contains(name);
      if (!understood) {
        throw new UnsupportedSchema("the keyword " + name);
      }
    }
  }
}
