package dev.creature.voiceloop.mouth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a reply into clauses while its words arrive, piece by piece.
 *
 * <p>The first clause comes as early as sensible, even a short one ("Sure,"), because the first
 * sound is what a listener waits for; later ones are longer, for the melody. Nothing is cut inside
 * numbers, abbreviations or initials: where only the next character can tell, it is waited for.
 *
 * <p>One splitter a reply. Pure: no clock, no threads; not thread-safe.
 */
public final class ClauseSplitter {
  /** A cut: the clause ends before {@code end}. */
  private record Cut(int end, Ending ending) {}

  private static final String TERMINATORS = ".!?…";
  private static final String CLOSERS = "\"'”’)]}»*_`";

  private final StringBuilder text = new StringBuilder();
  private final ClauseLengths lengths;
  private int from;
  private Ending before = Ending.NONE;

  /** A splitter with the usual lengths. */
  public ClauseSplitter() {
    this(ClauseLengths.standard());
  }

  ClauseSplitter(ClauseLengths lengths) {
    this.lengths = lengths;
  }

  /** Takes the next piece of text and answers with the clauses that it completes. */
  public List<Clause> feed(String piece) {
    text.append(piece);
    return clauses(false);
  }

  /** No more text comes: answers with what is left. */
  public List<Clause> flush() {
    return clauses(true);
  }

  private List<Clause> clauses(boolean complete) {
    List<Clause> clauses = new ArrayList<>();
    skipSpace();
    Optional<Cut> cut = nextCut(complete);
    while (cut.isPresent()) {
      take(cut.get(), clauses);
      skipSpace();
      cut = nextCut(complete);
    }
    if (complete && from < text.length()) {
      take(new Cut(text.length(), Ending.of(text.substring(from))), clauses);
    }
    return clauses;
  }

  private void take(Cut cut, List<Clause> clauses) {
    String clause = text.substring(from, cut.end()).stripTrailing();
    clauses.add(new Clause(clause, from, before, cut.ending()));
    before = cut.ending();
    from = cut.end();
  }

  private void skipSpace() {
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
  }

  private Optional<Cut> nextCut(boolean complete) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      Optional<Cut> cut;
      if (c == '\n') {
        cut = Optional.of(new Cut(at, Ending.PARAGRAPH));
      } else if (TERMINATORS.indexOf(c) >= 0) {
        int end = behindMarks(at);
        if (end == text.length()) {
          return Optional.empty();
        }
        if (!complete && c != '!' && c != '?' && followsWord(end) && undecided(at, end)) {
          return Optional.empty();
        }
        cut = sentenceEnd(at, end);
        at = Math.max(at, end - 1);
      } else if (Character.isWhitespace(c)) {
        cut = beforeConjunction(at);
      } else if (c == ',' && !complete && perhapsJunior(at)) {
        return Optional.empty();
      } else {
        cut = afterMark(at);
      }
      if (cut.isPresent()) {
        return cut;
      }
      if (at - from >= lengths.longest()) {
        return Optional.of(atLastSpace(at));
      }
    }
    return Optional.empty();
  }

  /** One behind the run of marks and closing quotes that starts here. */
  private int behindMarks(int at) {
    int end = at;
    while (end < text.length()
        && (TERMINATORS.indexOf(text.charAt(end)) >= 0 || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private int behindClosers(int at) {
    int end = at;
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private boolean followsWord(int end) {
    return Character.isWhitespace(text.charAt(end));
  }

  /** Whether more of the next word must come before this point can be told to end a sentence. */
  private boolean undecided(int mark, int end) {
    String next = nextWord(end);
    return next.isEmpty() || (Abbreviations.areInitials(text, from, mark) && !isWhole(end, next));
  }

  /** Whether the next word has not begun, or has begun like "Jr." or "Sr." and goes on. */
  private boolean perhapsJunior(int comma) {
    int end = behindClosers(comma + 1);
    String next = nextWord(end);
    return next.isEmpty() || ((next.equals("J") || next.equals("S")) && !isWhole(end, next));
  }

  /** Whether the whole of the next word has come. */
  private boolean isWhole(int at, String next) {
    int end = text.indexOf(next, skipFrom(at)) + next.length();
    return end < text.length();
  }

  private Optional<Cut> sentenceEnd(int mark, int end) {
    if (!followsWord(end)) {
      return Optional.empty();
    }
    String next = nextWord(end);
    boolean ellipsis = text.charAt(mark) == '…' || text.substring(mark, end).startsWith("..");
    boolean goesOn = !next.isEmpty() && Character.isLowerCase(next.charAt(0));
    if (ellipsis && goesOn) {
      return end - from >= lengths.atBreak()
          ? Optional.of(new Cut(end, Ending.BREAK))
          : Optional.empty();
    }
    if (text.charAt(mark) == '.' && !ellipsis) {
      if (goesOn || Abbreviations.before(text, from, mark, next)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Cut(end, Ending.SENTENCE));
  }

  private Optional<Cut> afterMark(int at) {
    char c = text.charAt(at);
    boolean comma = c == ',';
    boolean breaks = c == ';' || c == ':' || c == '—';
    if ((!comma && !breaks) || at + 1 >= text.length()) {
      return Optional.empty();
    }
    int end = behindClosers(at + 1);
    if (end >= text.length() || !(Character.isWhitespace(text.charAt(end)) || c == '—')) {
      return Optional.empty();
    }
    boolean first = before == Ending.NONE;
    int length = end - from;
    if (breaks) {
      return length >= lengths.atBreak()
          ? Optional.of(new Cut(end, Ending.BREAK))
          : Optional.empty();
    }
    String next = nextWord(end);
    // "March 3, 2024" and "Lee, Jr." belong together.
    boolean belongs =
        next.isEmpty()
            || (Character.isDigit(next.charAt(0)) && Character.isDigit(text.charAt(at - 1)))
            || next.startsWith("Jr")
            || next.startsWith("Sr");
    return !belongs && length >= (first ? lengths.firstAtComma() : lengths.atComma())
        ? Optional.of(new Cut(end, Ending.COMMA))
        : Optional.empty();
  }

  private Optional<Cut> beforeConjunction(int space) {
    boolean first = before == Ending.NONE;
    if (space - from < (first ? lengths.firstAtConjunction() : lengths.atConjunction())) {
      return Optional.empty();
    }
    String next = nextWord(space);
    int wordEnd = skipFrom(space) + next.length();
    // Only a whole word can be told to be one: "or" may become "orange".
    boolean whole = wordEnd < text.length() && Character.isWhitespace(text.charAt(wordEnd));
    return whole && Abbreviations.isConjunction(next)
        ? Optional.of(new Cut(space, Ending.OPEN))
        : Optional.empty();
  }

  private Cut atLastSpace(int at) {
    int space = at;
    while (space > from && !Character.isWhitespace(text.charAt(space))) {
      space--;
    }
    if (space > from) {
      return new Cut(space, Ending.OPEN);
    }
    // A run without spaces: anywhere, but not between the halves of one character.
    return new Cut(Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at, Ending.OPEN);
  }

  private int skipFrom(int at) {
    int word = at;
    while (word < text.length() && Character.isWhitespace(text.charAt(word))) {
      word++;
    }
    return word;
  }

  /** What has arrived of the word behind this place; opening quotes and brackets do not count. */
  private String nextWord(int at) {
    int start = skipFrom(at);
    while (start < text.length() && "\"'“‘([*_".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}
