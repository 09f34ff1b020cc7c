package dev.creature.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A question whose answer is known.
 *
 * @param question as somebody would ask it
 * @param answers words in lower case; a right reply holds one of them
 */
record KnownFact(String question, List<String> answers) {
  private static final String RESOURCE = "facts.tsv";

  KnownFact {
    if (question.isBlank() || answers.isEmpty()) {
      throw new IllegalArgumentException("a fact needs a question and an answer: " + question);
    }
    answers = List.copyOf(answers);
  }

  /** Those that the program is delivered with. */
  static List<KnownFact> delivered() {
    try (InputStream in = KnownFact.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KnownFact::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a reply holds one of the answers, as whole words. */
  boolean isAnsweredBy(String reply) {
    String words = bare(reply);
    return answers.stream().anyMatch(answer -> words.contains(bare(answer)));
  }

  private static String bare(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip() + " ";
  }

  private static KnownFact parse(String line) {
    String[] cells = line.split("\t", 2);
    return new KnownFact(cells[0], Arrays.asList(cells[1].split(",")));
  }
}
