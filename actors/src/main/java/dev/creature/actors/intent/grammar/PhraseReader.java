package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads noun phrases and places at a place of a sentence. Pure. */
final class PhraseReader {
  private static final int MOST_WORDS = 8;

  private final Lexicon lexicon;
  private final WordRoles roles;
  private final NounWords open;
  private final PlaceReader places;

  PhraseReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.roles = new WordRoles(lexicon);
    this.open = new NounWords(lexicon, roles);
    this.places = new PlaceReader(lexicon, roles, this);
  }

  /** "the red cup", "two bottles of water", "it"; with "and the plate" where that is meant. */
  Optional<Span<NounPhrase>> noun(Sentence s, int from) {
    Optional<Span<NounPhrase>> first = single(s, from);
    if (first.isEmpty() || first.get().value().pronoun()) {
      return first;
    }
    int end = first.get().end();
    boolean list =
        s.at(end).kind() == Token.Kind.PAUSE
            && (s.word(end + 1).equals("and") || s.word(end + 1).equals("or"));
    int and = list ? end + 1 : end;
    if ((s.word(and).equals("and") || s.word(and).equals("or"))
        && !roles.startsClause(s, and + 1)) {
      Optional<Span<NounPhrase>> second = single(s, and + 1);
      boolean named =
          second.isPresent()
              && !second.get().value().pronoun()
              && (announcesNoun(s, and + 1)
                  || (lexicon.isKnownNoun(second.get().value().head())
                      && !roles.determines(s.word(and + 2))));
      if (named
          && !roles.isAdverbial(s.word(and + 1))
          && !isNextGift(s, first.get().value(), second.get())) {
        return Optional.of(
            new Span<>(first.get().value().with(second.get().value()), second.get().end()));
      }
    }
    // "the cup, the plate and the fork"
    if (s.at(end).kind() == Token.Kind.PAUSE && !roles.startsClause(s, end + 1)) {
      Optional<Span<NounPhrase>> rest = noun(s, end + 1);
      if (rest.isPresent() && rest.get().value().also().isPresent()) {
        return Optional.of(
            new Span<>(first.get().value().with(rest.get().value()), rest.get().end()));
      }
    }
    return first;
  }

  /** "the ball and Lisa the doll", "to Ann and a carrot to the dog". */
  private boolean isNextGift(Sentence s, NounPhrase first, Span<NounPhrase> second) {
    boolean given = lexicon.names("person", first.head());
    boolean gets = lexicon.names("person", second.value().head());
    String next = s.word(second.end());
    boolean thing = roles.determines(next) || lexicon.isNumber(next);
    return gets != given
        && (gets ? thing && !roles.startsClause(s, second.end()) : next.equals("to"));
  }

  private boolean announcesNoun(Sentence s, int i) {
    return roles.determines(s.word(i))
        || lexicon.isNumber(s.word(i))
        || lexicon.names("adjective", s.word(i));
  }

  /** The same, without what is joined to it. */
  Optional<Span<NounPhrase>> single(Sentence s, int from) {
    int i = from;
    String determiner = "";
    String count = "";
    boolean definite = false;
    boolean determined = false;
    for (int guard = 0; guard < 4; guard++) {
      String word = s.word(i);
      boolean opens = open.isOpen(s, i + 1, 0, true) || isOneOfThese(s, i);
      if (lexicon.is("article", word) && !lexicon.isNumber(count)) {
        definite |= word.equals("the");
        determiner = word.equals("the") || word.equals("any") ? determiner : word;
      } else if ((lexicon.is("possessive", word) || word.endsWith("'s")) && opens) {
        determiner = word;
        definite = true;
      } else if (lexicon.is("demonstrative", word) && opens && !isVerbAfterThat(s, i + 1)) {
        determiner = word;
        definite = true;
      } else if (lexicon.isNumber(word) && (opens || s.word(i + 1).equals("of"))) {
        count = word;
      } else if (lexicon.is("quantity", word)
          && (opens || roles.determines(s.word(i + 1)) || s.word(i + 1).equals("of"))) {
        count = word;
      } else if (s.word(i).equals("of")
          && guard > 0
          && (roles.determines(s.word(i + 1))
              || (!count.isEmpty() && open.isOpen(s, i + 1, 0, true)))) {
        // "all of the cups", "a couple of cups"
      } else {
        break;
      }
      determined = true;
      i++;
    }
    if (s.word(i).equals("that") && lexicon.is("auxiliary", s.word(i + 1))) {
      return Optional.empty();
    }
    if (!determined && open.isVague(s, i)) {
      // "something sweet"
      return Optional.of(new Span<>(NounPhrase.pronoun(s.word(i)), i + 2));
    }
    boolean tells =
        (s.word(i).equals("it") || s.word(i).equals("that"))
            && (s.word(i + 1).equals("is")
                || s.word(i + 1).equals("has")
                || s.word(i + 1).equals("was"));
    if (tells && !determined && i > 0 && s.at(i - 1).isWord()) {
      return Optional.empty();
    }
    if (!determined && lexicon.is("pronoun", s.word(i))) {
      return Optional.of(new Span<>(NounPhrase.pronoun(s.word(i)), i + 1));
    }
    List<String> words = new ArrayList<>();
    while (words.size() < MOST_WORDS) {
      if (!words.isEmpty()
          && ((lexicon.isNumber(s.word(i)) && lexicon.names("person", words.getLast()))
              || (lexicon.isLabel(s.word(i)) && lexicon.is("numbered", words.getLast())))) {
        // "give Tom two cookies"
        break;
      }
      if (open.isOpen(s, i, words.size(), determined)) {
        words.add(s.word(i));
        i++;
      } else if (s.at(i).kind() == Token.Kind.PAUSE
          && !words.isEmpty()
          && lexicon.names("adjective", words.getLast())
          && !lexicon.isNumber(words.getLast())
          && !lexicon.isListedPhysical(words.getLast())
          && open.isOpen(s, i + 1, words.size(), determined)
          && !roles.startsClause(s, i + 1)
          && !lexicon.is("adverb", s.word(i + 1))) {
        i++;
      } else if (words.isEmpty()
          && determined
          && s.at(i).kind() == Token.Kind.PAUSE
          && roles.determines(s.word(i + 1))) {
        // "the, um, that towel"
        return single(s, i + 1);
      } else {
        break;
      }
    }
    // "the other one", "the red ones"
    boolean counts =
        !words.isEmpty()
            && lexicon.names("person", words.getLast())
            && open.isOpen(s, i + 1, 0, true);
    if ((s.word(i).equals("one") || s.word(i).equals("ones"))
        && (determined || !words.isEmpty())
        && !counts) {
      words.add(s.word(i));
      i++;
    }
    if (words.isEmpty()
        && !count.isEmpty()
        && s.word(i).equals("of")
        && lexicon.is("pronoun", s.word(i + 1))) {
      // "one of them"
      return Optional.of(new Span<>(NounPhrase.pronoun("one"), i + 2));
    }
    if (words.isEmpty()) {
      boolean points =
          lexicon.is("demonstrative", s.word(from))
              || lexicon.is("quantity", s.word(from))
              || s.word(from).equals("some");
      return points && i == from + 1
          ? Optional.of(new Span<>(NounPhrase.pronoun(s.word(from)), i))
          : Optional.empty();
    }
    // "hold the door open"
    while (words.size() > 1
        && lexicon.names("adjective", words.getLast())
        && !lexicon.isListedPhysical(words.getLast())
        && lexicon.isListedPhysical(words.get(words.size() - 2))) {
      words.removeLast();
    }
    String number = number(s, i, words.getLast());
    i += number.isEmpty() ? 0 : number.split(" ").length;
    Optional<NounPhrase> of = Optional.empty();
    if (s.word(i).equals("of")) {
      Optional<Span<NounPhrase>> part = single(s, i + 1);
      if (part.isPresent()) {
        of = Optional.of(part.get().value());
        i = part.get().end();
      }
    }
    return Optional.of(
        new Span<>(
            new NounPhrase(determiner, count, words, of, Optional.empty(), false, definite, number),
            i));
  }

  /** "that one" */
  private boolean isOneOfThese(Sentence s, int i) {
    String next = s.word(i + 1);
    return lexicon.is("demonstrative", s.word(i)) && (next.equals("one") || next.equals("ones"));
  }

  /** "nine" in "room nine"; empty where no number says which one it is. */
  private String number(Sentence s, int from, String noun) {
    if (!lexicon.is("numbered", noun)) {
      return "";
    }
    int i = from;
    while (lexicon.isLabel(s.word(i)) && i < from + 3) {
      i++;
    }
    boolean counts =
        lexicon.isKnownNoun(s.word(i))
            || lexicon.isThing(s.word(i))
            || lexicon.is("unit", s.word(i))
            || s.word(from).equals("half");
    return counts ? "" : words(s, from, i);
  }

  /** "on the table", "next to her", "to the left of the sink", "from here". */
  Optional<Span<Place>> place(Sentence s, int from) {
    return places.place(s, from);
  }

  /** Whether a new clause that asks for something begins here. */
  boolean startsClause(Sentence s, int i) {
    return roles.startsClause(s, i);
  }

  boolean determines(String word) {
    return roles.determines(word);
  }

  /** Whether the speaker takes something back here. */
  boolean breaksOff(Sentence s, int i) {
    return roles.breaksOff(s, i);
  }

  boolean isFunctionWord(String word) {
    return roles.isFunctionWord(word);
  }

  /** "thinly": tells how. */
  boolean isManner(String word) {
    return roles.isManner(word);
  }

  /** In "the cup that is", "that" determines nothing. */
  private boolean isVerbAfterThat(Sentence s, int i) {
    return lexicon.is("auxiliary", s.word(i));
  }

  static String words(Sentence s, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!s.word(i).isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(s.word(i));
      }
    }
    return text.toString();
  }
}
