package dev.creature.voiceloop.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what is wrong with replies, independently of the guards that should have prevented it. */
final class ReplyMetrics {
  private static final List<String> BANNED =
      List.of(
          "as an ai",
          "language model",
          "as a digital",
          "virtual assistant",
          "chatbot",
          "assistant",
          "http",
          "www.",
          "user:",
          "*",
          "#",
          "1.",
          "\n",
          "i have turned",
          "i've added",
          "i've set");

  private final Persona persona;
  private final ExampleBook book;
  private final List<Double> firstMillis = new ArrayList<>();
  private final List<Integer> words = new ArrayList<>();
  private final List<Integer> sentences = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private int replies;
  private int empty;
  private int banned;
  private int repeatedWithin;
  private int repeatedFromBefore;
  private int copiedExample;
  private int ownLines;
  private int unfinished;

  ReplyMetrics(Persona persona) {
    this.persona = persona;
    book = new ExampleBook(persona.examples());
  }

  void add(List<Turn> history, String user, String reply, double millis) {
    replies++;
    firstMillis.add(millis);
    String text = reply.strip();
    if (text.isEmpty()) {
      empty++;
      return;
    }
    List<String> parts = parts(text);
    words.add(text.split("\\s+").length);
    sentences.add(parts.size());
    String lower = reply.toLowerCase(Locale.ROOT);
    banned += BANNED.stream().anyMatch(lower::contains) ? 1 : 0;
    repeatedWithin += parts.stream().distinct().count() < parts.size() ? 1 : 0;
    List<String> before =
        history.stream()
            .skip(Math.max(0, history.size() - 6))
            .flatMap(turn -> parts(turn.creature()).stream())
            .toList();
    repeatedFromBefore +=
        parts.stream().anyMatch(each -> each.split(" ").length >= 4 && before.contains(each))
            ? 1
            : 0;
    copiedExample += copied(user, text) ? 1 : 0;
    ownLines += ownLine(user, text) ? 1 : 0;
    unfinished += text.matches("(?s).*[.!?\u2026\u2014]") ? 0 : 1;
    seen.merge(flat(text), 1, Integer::sum);
  }

  /** An example's answer, word for word, to a question that is not like it. */
  private boolean copied(String user, String reply) {
    List<Persona.Example> like =
        book.like(user, 5).stream().map(ExampleBook.Found::example).toList();
    return Stream.concat(persona.always().stream(), persona.examples().stream())
        .anyMatch(each -> !like.contains(each) && answers(each, reply));
  }

  /** The answer of the example that is most like the question, word for word. */
  private boolean ownLine(String user, String reply) {
    List<ExampleBook.Found> like = book.like(user, 1);
    return !like.isEmpty() && answers(like.getLast().example(), reply);
  }

  private static boolean answers(Persona.Example example, String reply) {
    return example.answers().stream().anyMatch(each -> flat(each).equals(flat(reply)));
  }

  String report() {
    int most = seen.values().stream().max(Integer::compare).orElse(0);
    String commonest =
        seen.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .findFirst()
            .map(Map.Entry::getKey)
            .orElse("");
    return ("replies %d, empty %d, banned %d, repeated within %d, repeated from before %d, copied"
            + " example %d, the persona's own line %d, unfinished %d, distinct %d, commonest %dx \"%s\"%n"
            + "words median %s p95 %s max %s; sentences median %s max %s; first clause ms p50 %.0f"
            + " p90 %.0f p99 %.0f")
        .formatted(
            replies,
            empty,
            banned,
            repeatedWithin,
            repeatedFromBefore,
            copiedExample,
            ownLines,
            unfinished,
            seen.size(),
            most,
            commonest,
            at(words, 0.5),
            at(words, 0.95),
            at(words, 1),
            at(sentences, 0.5),
            at(sentences, 1),
            at(firstMillis, 0.5),
            at(firstMillis, 0.9),
            at(firstMillis, 0.99));
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("(?<=[.!?\u2026])\\s+"))
        .map(ReplyMetrics::flat)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String flat(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9' ]", "").strip();
  }

  private static <T extends Comparable<T>> T at(List<T> values, double part) {
    List<T> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
  }
}
