package dev.creature.models.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.store.Assembly;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Makes the published Hibari files ready to load in milliseconds: the acoustic model with its
 * durations exposed, the nets for unknown words, and every table of words as a {@link ByteTable}.
 */
public final class HibariAssembly implements Assembly {
  static final String ACOUSTIC = "acoustic.onnx";
  static final String ALPHABET = "alphabet.table";
  static final String TAGS = "tags.table";
  static final String TAG_VOCABULARY = "tag-vocabulary.table";
  static final String TAG_WEIGHTS = "tag-weights.table";
  static final String TOKENS = "tokens.table";
  static final String NORMALIZATION = "normalization.table";

  /** Key, in a net's characters, of the longest word it reads. */
  static final String LONGEST = "longest";

  /** First byte of a lexicon value that depends on the part of speech. */
  static final char BY_TAG = '\u0001';

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public String version() {
    return "voice-1";
  }

  static String gold(String country) {
    return "gold-" + country + ".table";
  }

  static String silver(String country) {
    return "silver-" + country + ".table";
  }

  static String unknownWords(String country) {
    return "unknown-words-" + country + ".onnx";
  }

  static String unknownWordCharacters(String country) {
    return "unknown-words-" + country + ".table";
  }

  @Override
  public void assemble(Path source, Path target) throws IOException {
    ExposedDurations.copy(source.resolve("hibari.onnx"), target.resolve(ACOUSTIC));
    alphabet(read(source.resolve("vocab.json")), target);
    for (String country : List.of("us", "gb")) {
      String files = "lexicon_" + country;
      lexicon(source.resolve(files + "_gold.json.gz"), target.resolve(gold(country)));
      lexicon(source.resolve(files + "_silver.json.gz"), target.resolve(silver(country)));
      String net = country.equals("us") ? "oov" : "oov_" + country;
      Files.copy(source.resolve(net + ".onnx"), target.resolve(unknownWords(country)));
      characters(
          read(source.resolve(net + ".json")), target.resolve(unknownWordCharacters(country)));
    }
    tagger(read(source.resolve("tagger.json.gz")), target);
    tokens(read(source.resolve("tokenizer_exceptions.json")), target.resolve(TOKENS));
    normalization(read(source.resolve("normalize.json")), target.resolve(NORMALIZATION));
  }

  private JsonNode read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return file.toString().endsWith(".gz")
          ? json.readTree(new GZIPInputStream(in))
          : json.readTree(in);
    }
  }

  private static void alphabet(JsonNode vocabulary, Path target) throws IOException {
    Map<String, String> rows = new HashMap<>();
    vocabulary.properties().forEach(entry -> rows.put(entry.getKey(), entry.getValue().asText()));
    ByteTable.writeTexts(target.resolve(ALPHABET), rows);
  }

  private void lexicon(Path source, Path target) throws IOException {
    Map<String, String> rows = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : read(source).properties()) {
      JsonNode value = entry.getValue();
      if (value.isTextual()) {
        rows.put(entry.getKey(), value.asText());
      } else if (value.isObject()) {
        // A reading for each part of speech, one a line; no reading means: spell the letters.
        rows.put(
            entry.getKey(),
            BY_TAG
                + value.properties().stream()
                    .map(reading ->
                        reading.getKey()
                            + "="
                            + (reading.getValue().isNull() ? "" : reading.getValue().asText()))
                    .collect(Collectors.joining("\n")));
      }
    }
    ByteTable.writeTexts(target, rows);
  }

  private static void characters(JsonNode net, Path target) throws IOException {
    Map<String, String> rows = new HashMap<>();
    int id = 1;
    for (JsonNode character : net.path("in")) {
      rows.put("in" + character.asText(), Integer.toString(id++));
    }
    id = 1;
    for (JsonNode character : net.path("out")) {
      rows.put("out" + id++, character.asText());
    }
    rows.put(LONGEST, net.path("maxlen").asText());
    ByteTable.writeTexts(target, rows);
  }

  private static void tagger(JsonNode tagger, Path target) throws IOException {
    List<String> tags = new ArrayList<>();
    tagger.path("tags").forEach(tag -> tags.add(tag.asText()));
    Map<String, String> certain = new HashMap<>();
    tagger
        .path("tagdict")
        .properties()
        .forEach(entry -> certain.put(entry.getKey(), entry.getValue().asText()));
    ByteTable.writeTexts(target.resolve(TAGS), certain);
    Map<String, String> vocabulary = new HashMap<>();
    tagger.path("vocab").forEach(word -> vocabulary.put(word.asText(), ""));
    ByteTable.writeTexts(target.resolve(TAG_VOCABULARY), vocabulary);
    Map<String, byte[]> weights = new HashMap<>();
    for (Map.Entry<String, JsonNode> feature : tagger.path("weights").properties()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (Map.Entry<String, JsonNode> weight : feature.getValue().properties()) {
        out.writeByte(tags.indexOf(weight.getKey()));
        // Published with one decimal.
        out.writeShort((int) Math.round(weight.getValue().asDouble() * 10));
      }
      weights.put(feature.getKey(), bytes.toByteArray());
    }
    weights.put(
        PartOfSpeechTagger.ALL_TAGS, String.join("\n", tags).getBytes(StandardCharsets.UTF_8));
    ByteTable.write(target.resolve(TAG_WEIGHTS), weights);
  }

  private static void tokens(JsonNode exceptions, Path target) throws IOException {
    Map<String, String> rows = new HashMap<>();
    exceptions.properties().forEach(entry -> rows.put(entry.getKey(), joined(entry.getValue())));
    ByteTable.writeTexts(target, rows);
  }

  private static void normalization(JsonNode tables, Path target) throws IOException {
    Map<String, String> rows = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      List<String> order = new ArrayList<>();
      if (table.getValue().isArray()) {
        table.getValue().forEach(word -> order.add(word.asText()));
      } else {
        for (Map.Entry<String, JsonNode> entry : table.getValue().properties()) {
          order.add(entry.getKey());
          JsonNode value = entry.getValue();
          rows.put(
              table.getKey() + "/" + entry.getKey(),
              value.isArray() ? joined(value) : value.asText());
        }
      }
      rows.put(table.getKey(), String.join(WordTables.SEPARATOR, order));
    }
    ByteTable.writeTexts(target, rows);
  }

  private static String joined(JsonNode texts) {
    List<String> parts = new ArrayList<>();
    texts.forEach(text -> parts.add(text.asText()));
    return String.join(WordTables.SEPARATOR, parts);
  }
}
