package dev.creature.voiceloop.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts clean text into clauses as it comes. A clause ends behind its punctuation; whether a full
 * stop or a comma is punctuation shows with the character after it.
 */
final class ClauseCutter {
  /** What ends a clause. */
  enum End {
    CLAUSE,
    SENTENCE,
    /** A line break or the end of the text; the words may lack their punctuation. */
    LINE
  }

  /** Words with their punctuation, without spaces around. */
  record Clause(String text, End end) {}

  private static final Set<String> ABBREVIATIONS =
      Set.of("mr.", "mrs.", "ms.", "dr.", "st.", "vs.", "e.g.", "i.e.", "etc.", "prof.", "jr.");

  private final StringBuilder pending = new StringBuilder();

  /** The clauses that this text completes. */
  List<Clause> read(String text) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == SpokenText.BREAK) {
        take(End.LINE).ifPresent(clauses::add);
      } else {
        if (c == ' ') {
          endHere().flatMap(this::take).ifPresent(clauses::add);
        }
        int last = pending.length() - 1;
        if (".,;:!?".indexOf(c) >= 0 && last >= 0 && pending.charAt(last) == ' ') {
          pending.setLength(last);
        }
        pending.append(c);
      }
    }
    return clauses;
  }

  /** What is left at the end of the text. */
  Optional<Clause> end() {
    Optional<End> end = endHere();
    return take(end.filter(each -> each == End.SENTENCE).orElse(End.LINE));
  }

  private Optional<Clause> take(End end) {
    String text = pending.toString().strip();
    pending.setLength(0);
    return text.isEmpty() ? Optional.empty() : Optional.of(new Clause(text, end));
  }

  private Optional<End> endHere() {
    String text = pending.toString().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.charAt(text.length() - 1)) {
      case '!', '?', '\u2026' -> Optional.of(End.SENTENCE);
      case '.' -> abbreviated(text) ? Optional.empty() : Optional.of(End.SENTENCE);
      case ',', ';', ':' -> Optional.of(End.CLAUSE);
      default -> Optional.empty();
    };
  }

  private static boolean abbreviated(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    // An initial such as "J." counts, the pronoun in "So am I." does not.
    return ABBREVIATIONS.contains(last)
        || (last.length() == 2 && Character.isLetter(last.charAt(0)) && !last.equals("i."));
  }
}
