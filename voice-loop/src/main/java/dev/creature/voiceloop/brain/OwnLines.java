package dev.creature.voiceloop.brain;

import java.util.List;
import java.util.Optional;

/**
 * Chooses among lines that stand in the persona, so that the creature does not say the same again.
 */
final class OwnLines {
  /** At least so like must a question be to be answered with the example's own line. */
  private static final double NEARLY_WORD_FOR_WORD = 0.85;

  /** How far back a line must not have been said, in replies. */
  private static final int REMEMBERED_REPLIES = 6;

  private OwnLines() {}

  /**
   * The line for a question that stands in the persona nearly word for word; none when each was
   * said lately.
   */
  static Optional<String> answer(List<ExampleBook.Found> like, List<Turn> history, long seed) {
    if (like.isEmpty() || like.getLast().likeness() < NEARLY_WORD_FOR_WORD) {
      return Optional.empty();
    }
    return fresh(like.getLast().example().answers(), history, seed);
  }

  /** One of the lines, whichever was not said lately; any of them when all were. */
  static String any(List<String> lines, List<Turn> history, long seed) {
    return fresh(lines, history, seed)
        .or(() -> fresh(lines, history.isEmpty() ? history : List.of(history.getLast()), seed))
        .orElseGet(lines::getFirst);
  }

  private static Optional<String> fresh(List<String> lines, List<Turn> history, long seed) {
    List<String> said =
        history.stream()
            .skip(Math.max(0, history.size() - REMEMBERED_REPLIES))
            .map(turn -> turn.creature().strip())
            .toList();
    List<String> fresh = lines.stream().filter(line -> !said.contains(line)).toList();
    return fresh.isEmpty()
        ? Optional.empty()
        : Optional.of(
            fresh.get(Math.floorMod(Long.hashCode(seed * 31 + history.size()), fresh.size())));
  }
}
