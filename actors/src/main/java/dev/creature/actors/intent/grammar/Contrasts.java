package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Leaves out what is only named to be ruled out: "not the fork but the knife" is "the knife", and
 * "do not bring the tea but the coffee" is "bring the coffee". Pure.
 */
final class Contrasts {
  private static final int MOST_WORDS = 9;

  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Contrasts(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrases = new PhraseReader(lexicon);
  }

  /** The sentence without what is ruled out. */
  Sentence resolved(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      int named = placeholder(s, i);
      if (named > i) {
        return resolved(s.without(i, named));
      }
      int none = none(s, i);
      if (none > i) {
        return resolved(s.without(s.at(i - 1).isWord() ? i : i - 1, none));
      }
      if (s.word(i).equals("not")) {
        int but = but(s, i);
        if (but > i) {
          Sentence shorter =
              s.word(i - 1).equals("do") ? prohibited(s, i, but) : ruledOut(s, i, but);
          if (shorter.size() < s.size()) {
            return resolved(shorter);
          }
        }
      }
    }
    return s;
  }

  /**
   * Behind "the whatsit, the potty", "the thing for the cans, the opener": a word for want of a
   * better one, which then comes; or {@code i}.
   */
  private int placeholder(Sentence s, int i) {
    boolean vague = phrases.determines(s.word(i)) && lexicon.is("placeholder", s.word(i + 1));
    int end = i + 2;
    while (vague && s.at(end).isWord() && end < i + MOST_WORDS) {
      end++;
    }
    boolean told = end > i + 2;
    boolean named =
        vague
            && s.at(end).kind() == Token.Kind.PAUSE
            && phrases.determines(s.word(end + 1))
            && (!told
                || phrases.noun(s, end + 1).filter(thing -> s.isBoundary(thing.end())).isPresent());
    return named ? end + 1 : i;
  }

  /** Behind "but no food" in "some water but no food": what shall not be there; or {@code i}. */
  private int none(Sentence s, int i) {
    boolean joined = s.word(i).equals("but") || s.word(i).equals("and");
    if (!joined || !s.word(i + 1).equals("no") || i == 0) {
      return i;
    }
    return phrases
        .single(s, i + 2)
        .filter(thing -> s.isBoundary(thing.end()) && isFirstNamed(s, thing, i))
        .map(Span::end)
        .orElse(i);
  }

  /** Whether the thing was not asked for before, so that nothing is taken back. */
  private boolean isFirstNamed(Sentence s, Span<NounPhrase> thing, int before) {
    String head = thing.value().head();
    for (int i = 0; i < before; i++) {
      if (Alignment.singular(s.word(i)).equals(Alignment.singular(head))) {
        return false;
      }
    }
    return lexicon.isThing(head);
  }

  private static int but(Sentence s, int not) {
    for (int i = not + 2; i < Math.min(s.end(not), not + MOST_WORDS); i++) {
      if (s.word(i).equals("but")) {
        return i;
      }
    }
    return -1;
  }

  /** "do not bring the tea but the coffee". */
  private Sentence prohibited(Sentence s, int not, int but) {
    int from = not + 2;
    boolean verb = lexicon.startsVerb(s.word(not + 1));
    for (int place = from + 1; verb && place < but; place++) {
      // "do not put it on the chair but on the table"
      boolean named = lexicon.is("pronoun", s.word(from)) || phrases.determines(s.word(from));
      if (named && phrases.place(s, place).isPresent() && isSame(s, place, but)) {
        return s.without(place, but + 1).without(not - 1, not + 1);
      }
    }
    return verb && isSame(s, from, but) ? s.without(from, but + 1).without(not - 1, not + 1) : s;
  }

  private Sentence ruledOut(Sentence s, int not, int but) {
    if (lexicon.is("auxiliary", s.word(not - 1)) || lexicon.is("subject", s.word(not - 1))) {
      return s;
    }
    if (isSame(s, not + 1, but)) {
      return s.without(not, but + 1);
    }
    // "not to Tom but Lisa"
    OptionalInt landmark = landmark(s, not + 1, but);
    return landmark.isPresent() && phrases.noun(s, but + 1).isPresent() && !isClause(s, but + 1)
        ? s.without(landmark.getAsInt(), but + 1).without(not, not + 1)
        : s;
  }

  /** Whether both sides are things, or both are places. */
  private boolean isSame(Sentence s, int from, int but) {
    int end = s.at(but - 1).isWord() ? but : but - 1;
    if (isClause(s, but + 1)) {
      return false;
    }
    boolean places =
        phrases.place(s, from).filter(place -> place.end() == end).isPresent()
            && phrases.place(s, but + 1).isPresent();
    boolean things =
        phrases.noun(s, from).filter(noun -> noun.end() == end).isPresent()
            && phrases.noun(s, but + 1).isPresent();
    return places || things;
  }

  private boolean isClause(Sentence s, int i) {
    return lexicon.is("subject", s.word(i))
        || (phrases.startsClause(s, i) && !phrases.determines(s.word(i)));
  }

  private OptionalInt landmark(Sentence s, int from, int but) {
    int end = s.at(but - 1).isWord() ? but : but - 1;
    if (phrases.place(s, from).filter(place -> place.end() == end).isEmpty()) {
      return OptionalInt.empty();
    }
    List<Integer> starts = new ArrayList<>();
    for (int i = from + 1; i < end; i++) {
      int at = i;
      phrases.noun(s, i).filter(noun -> noun.end() == end).ifPresent(_ -> starts.add(at));
    }
    return starts.stream().mapToInt(Integer::intValue).min();
  }
}
