package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Finds the words that only lead to what is meant: "no, it was the grey bucket", "no, I want the
 * small one", "hm, it should go on the shelf". Their verbs say nothing of the deed. Pure.
 */
final class Leads {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Comments comments;

  Leads(Lexicon lexicon, PhraseReader phrases, Comments comments) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comments = comments;
  }

  /** How many words lead to a thing or a place that is named behind them, or 0. */
  int lead(Sentence s, int i) {
    int length = words(s, i);
    return length > 0 && isNamed(s, i + length) ? length : 0;
  }

  private int words(Sentence s, int from) {
    String first = s.word(from);
    String next = s.word(from + 1);
    switch (first) {
      case "do" -> {
        // "no, do it by the wall"
        return Withdrawals.pointsTo(next) && phrases.place(s, from + 2).isPresent() ? 2 : 1;
      }
      case "how", "what" -> {
        return next.equals("about") ? 2 : needed(s, from);
      }
      case "make", "go" -> {
        boolean leads =
            first.equals("make")
                ? next.equals("it") || next.equals("that")
                : next.equals("with") || next.equals("for");
        return leads ? 2 : 0;
      }
      default -> {}
    }
    boolean pointed = first.equals("that") || first.equals("this");
    if (!pointed && !lexicon.is("subject", first)) {
      return 0;
    }
    int i = from + 1;
    boolean is = false;
    while ((lexicon.is("auxiliary", s.word(i)) && !s.word(i).equals("not"))
        || lexicon.is("adverb", s.word(i))) {
      is |= lexicon.is("being", s.word(i));
      i++;
    }
    boolean self = first.equals("i") || first.equals("we");
    if (!self && !pointed && lexicon.is("asking", s.word(i))) {
      // "they want the menu", "she asked for the red one"
      return s.word(i + 1).equals("for") ? i + 2 - from : i + 1 - from;
    }
    if (self && lexicon.is("meaning", s.word(i))) {
      i++;
      return s.word(i).equals("to") && isSaying(s.word(i + 1))
          ? i + 2 - from
          : s.word(i).equals("of") ? i + 1 - from : i - from;
    }
    boolean goes =
        !self
            && (s.word(i).equals("go")
                || s.word(i).equals("goes")
                || s.word(i).startsWith("belong"));
    if (goes) {
      return i + 1 - from;
    }
    boolean person = first.equals("he") || first.equals("she");
    return is && !self && !person && !first.equals("there") ? i - from : 0;
  }

  /** "what I actually need is the stapler" */
  private int needed(Sentence s, int from) {
    int i = from + 2;
    while (lexicon.is("adverb", s.word(i))
        || (lexicon.is("auxiliary", s.word(i)) && !isWish(s, i))) {
      i++;
    }
    boolean wishes = s.word(from).equals("what") && lexicon.is("subject", s.word(from + 1));
    return wishes && isWish(s, i) && lexicon.is("being", s.word(i + 1)) ? i + 2 - from : 0;
  }

  private boolean isWish(Sentence s, int i) {
    return lexicon.is("meaning", s.word(i)) || lexicon.is("asking", s.word(i));
  }

  private static boolean isSaying(String word) {
    return word.equals("say") || word.equals("have");
  }

  /** A thing or a place that one can point at, and nothing more that is told of it. */
  private boolean isNamed(Sentence s, int at) {
    Optional<Span<Place>> place = phrases.place(s, at);
    if (place.isPresent()) {
      return !place.get().value().landmark().pronoun() && ends(s, place.get().end());
    }
    Optional<Span<NounPhrase>> noun = phrases.noun(s, at);
    return noun.isPresent()
        && !noun.get().value().pronoun()
        && isThing(s, at, noun.get().value())
        && (ends(s, noun.get().end()) || phrases.place(s, noun.get().end()).isPresent());
  }

  private boolean isThing(Sentence s, int at, NounPhrase phrase) {
    boolean one = Alignment.isOne(phrase) && phrase.words().size() > 1;
    boolean wrong = phrase.words().stream().anyMatch(word -> lexicon.is("blame", word));
    boolean named =
        phrases.determines(s.word(at))
            || lexicon.isNumber(s.word(at))
            || lexicon.names("room", phrase.head())
            || lexicon.isThing(phrase.head());
    return !wrong
        && named
        && (one
            || lexicon.isThing(phrase.head())
            || lexicon.isNumber(phrase.head())
            || lexicon.isPhysical(phrase.head())
            || lexicon.names("paper", phrase.head())
            || !lexicon.isIdea(phrase.head()));
  }

  private boolean ends(Sentence s, int end) {
    return s.isBoundary(end)
        || lexicon.is("conjunction", s.word(end))
        || lexicon.is("adverb", s.word(end))
        || comments.starts(s, end);
  }
}
