package dev.creature.deploy.session;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What the creature answered to words that asked for a deed. In a recorded conversation whoever
 * does the deeds says so; in a repetition nothing is done, and the same words get the same answer.
 */
public final class DeedAnswers {
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** None yet. */
  public DeedAnswers() {}

  /** Those of a recording. */
  DeedAnswers(Map<String, String> recorded) {
    recorded.forEach((asked, answer) -> answers.put(bare(asked), answer));
  }

  /** Asks, and remembers. */
  public BiFunction<String, String, Optional<String>> recording(
      BiFunction<String, String, Optional<String>> words) {
    return (conversation, asked) -> {
      Optional<String> answer = words.apply(conversation, asked);
      answer.ifPresent(text -> answers.put(bare(asked), text));
      return answer;
    };
  }

  /** What was answered to these words, if they asked for a deed. */
  public Optional<String> to(String asked) {
    return Optional.ofNullable(answers.get(bare(asked)));
  }

  Map<String, String> all() {
    return Map.copyOf(answers);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
