package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads noun phrases and places at a place of a sentence. Pure. */
final class PhraseReader {
  private static final int MOST_WORDS = 8;

  private final Lexicon lexicon;

  PhraseReader(Lexicon lexicon) {
    this.lexicon = lexicon;
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
    if ((s.word(and).equals("and") || s.word(and).equals("or")) && !startsClause(s, and + 1)) {
      Optional<Span<NounPhrase>> second = single(s, and + 1);
      boolean named =
          second.isPresent()
              && !second.get().value().pronoun()
              && (announcesNoun(s, and + 1)
                  || (lexicon.isKnownNoun(second.get().value().head())
                      && !determines(s.word(and + 2))));
      if (named && !isAdverbial(s.word(and + 1))) {
        return Optional.of(
            new Span<>(first.get().value().with(second.get().value()), second.get().end()));
      }
    }
    // "the cup, the plate and the fork"
    if (s.at(end).kind() == Token.Kind.PAUSE && !startsClause(s, end + 1)) {
      Optional<Span<NounPhrase>> rest = noun(s, end + 1);
      if (rest.isPresent() && rest.get().value().also().isPresent()) {
        return Optional.of(
            new Span<>(first.get().value().with(rest.get().value()), rest.get().end()));
      }
    }
    return first;
  }

  private boolean announcesNoun(Sentence s, int i) {
    return determines(s.word(i))
        || lexicon.isNumber(s.word(i))
        || lexicon.names("adjective", s.word(i));
  }

  private Optional<Span<NounPhrase>> single(Sentence s, int from) {
    int i = from;
    String determiner = "";
    String count = "";
    boolean definite = false;
    boolean determined = false;
    for (int guard = 0; guard < 4; guard++) {
      String word = s.word(i);
      boolean opens = isOpen(s, i + 1, 0, true);
      if (lexicon.is("article", word)) {
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
          && (opens || determines(s.word(i + 1)) || s.word(i + 1).equals("of"))) {
        count = word;
      } else if (s.word(i).equals("of")
          && guard > 0
          && (determines(s.word(i + 1)) || (!count.isEmpty() && isOpen(s, i + 1, 0, true)))) {
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
    if (!determined && isVague(s, i)) {
      // "something sweet"
      return Optional.of(new Span<>(NounPhrase.pronoun(s.word(i)), i + 2));
    }
    if (!determined && lexicon.is("pronoun", s.word(i))) {
      return Optional.of(new Span<>(NounPhrase.pronoun(s.word(i)), i + 1));
    }
    List<String> words = new ArrayList<>();
    while (words.size() < MOST_WORDS) {
      if (isOpen(s, i, words.size(), determined)) {
        words.add(s.word(i));
        i++;
      } else if (s.at(i).kind() == Token.Kind.PAUSE
          && !words.isEmpty()
          && lexicon.names("adjective", words.getLast())
          && isOpen(s, i + 1, words.size(), determined)
          && !startsClause(s, i + 1)
          && !lexicon.is("adverb", s.word(i + 1))) {
        i++;
      } else if (words.isEmpty()
          && determined
          && s.at(i).kind() == Token.Kind.PAUSE
          && determines(s.word(i + 1))) {
        // "the, um, that towel"
        return single(s, i + 1);
      } else {
        break;
      }
    }
    // "the other one", "the red ones"
    if ((s.word(i).equals("one") || s.word(i).equals("ones")) && (determined || !words.isEmpty())) {
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
            new NounPhrase(determiner, count, words, of, Optional.empty(), false, definite), i));
  }

  /** "on the table", "next to her", "to the left of the sink", "from here". */
  Optional<Span<Place>> place(Sentence s, int from) {
    int length = lexicon.phrases().at("preposition", s, from);
    if (length == 0 && lexicon.is("preposition", s.word(from)) && !s.word(from).equals("of")) {
      length = 1;
    }
    if (length == 0) {
      return Optional.empty();
    }
    String preposition = withoutParticle(words(s, from, from + length));
    int start = from + length;
    if (preposition.equals("to")
        && (lexicon.phrases().at("preposition", s, start) > 1
            || s.word(start).equals("under")
            || s.word(start).equals("behind"))) {
      return place(s, start);
    }
    if (s.at(start).kind() == Token.Kind.PAUSE
        && !startsClause(s, start + 1)
        && determines(s.word(start + 1))) {
      start++;
    }
    if (lexicon.is("place-adverb", s.word(start))) {
      return Optional.of(
          new Span<>(new Place(preposition, NounPhrase.noun(s.word(start))), start + 1));
    }
    Optional<Span<NounPhrase>> noun =
        startsClause(s, start) && !lexicon.isKnownNoun(s.word(start))
            ? Optional.empty()
            : noun(s, start);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    NounPhrase landmark = noun.get().value();
    int end = noun.get().end();
    if (lexicon.is("relation", landmark.head()) || landmark.head().equals("light")) {
      if (landmark.of().isPresent()) {
        String side = words(s, start, end).replaceFirst(" of .*", " of");
        return Optional.of(
            new Span<>(new Place(preposition + " " + side, landmark.of().get()), end));
      }
    }
    return Optional.of(new Span<>(new Place(preposition, landmark), end));
  }

  /** Whether a new clause that asks for something begins here. */
  boolean startsClause(Sentence s, int i) {
    String word = s.word(i);
    if (word.isEmpty()) {
      return false;
    }
    if (lexicon.phrases().at("request", s, i) > 0 && !word.equals("to")) {
      return true;
    }
    if (!lexicon.startsVerb(word)) {
      return false;
    }
    String next = s.word(i + 1);
    if (determines(next) || (lexicon.is("pronoun", next) && !next.equals("one"))) {
      return true;
    }
    boolean follows =
        lexicon.is("particle", next)
            || lexicon.is("preposition", next)
            || lexicon.is("direction", next);
    if (lexicon.isKnownNoun(word) || lexicon.names("adjective", word)) {
      boolean noun =
          determines(s.word(i - 1))
              || lexicon.names("adjective", s.word(i - 1))
              || lexicon.isKnownNoun(s.word(i - 1));
      return lexicon.verb(word + " " + next).isPresent()
          && !(noun && (next.equals("on") || next.equals("off")));
    }
    return next.isEmpty()
        || (word.equals("go") && (lexicon.startsVerb(next) || next.equals("and")))
        || follows
        || lexicon.isKnownNoun(next)
        || lexicon.names("adjective", next)
        || lexicon.is("adverb", next)
        || lexicon.is("manner", next)
        || lexicon.isNumber(next)
        || next.equals("if")
        || next.equals("whether")
        || lexicon.is("conjunction", next);
  }

  boolean determines(String word) {
    return lexicon.is("article", word)
        || lexicon.is("possessive", word)
        || lexicon.is("demonstrative", word)
        || lexicon.is("quantity", word);
  }

  /** Whether a word can be an adjective or a noun here. */
  private boolean isOpen(Sentence s, int i, int before, boolean determined) {
    String word = s.word(i);
    if (word.isEmpty() || (word.endsWith("'s") && before == 0 && !determined)) {
      return word.endsWith("'s") && !word.isEmpty();
    }
    if (word.equals("can")) {
      return isTin(s, i, before, determined);
    }
    if (breaksOff(s, i) || (before > 0 && lexicon.phrases().at("preposition", s, i) > 0)) {
      return false;
    }
    if (word.equals("top")
        && before > 0
        && lexicon.isKnownNoun(s.word(i - 1))
        && !s.word(i + 1).equals("of")) {
      return true;
    }
    if (before > 0 && lexicon.isNumber(word) && lexicon.is("unit", s.word(i + 1))) {
      return false;
    }
    if (lexicon.is("relation", word)) {
      return (before == 0
              && (determined
                  || lexicon.is("preposition", s.word(i - 1))
                  || lexicon.is("relation", s.word(i + 1))
                  || (lexicon.isKnownNoun(s.word(i + 1)) && !s.word(i + 1).equals("of"))))
          || (before > 0
              && (lexicon.is("relation", s.word(i - 1))
                  || s.word(i + 1).equals("of")
                  || word.equals("side")
                  || word.equals("end")
                  || word.equals("corner")
                  || word.equals("edge")));
    }
    boolean doing =
        before > 0
            && !lexicon.isKnownNoun(word)
            && (lexicon.baseOfGerund(word).isPresent() || isWhatItDoes(s, i));
    boolean crowd = word.equals("people") && (determined || before > 0);
    if ((isFunctionWord(word) && !crowd) || isManner(word) || doing) {
      return false;
    }
    return before == 0
        ? determined || !startsClause(s, i) || lexicon.isKnownNoun(word)
        : !startsClause(s, i);
  }

  private boolean isVague(Sentence s, int i) {
    boolean thing =
        switch (s.word(i)) {
          case "something", "anything", "everything", "someone", "somebody" -> true;
          default -> false;
        };
    return thing
        && s.at(i + 1).isWord()
        && !isFunctionWord(s.word(i + 1))
        && !isManner(s.word(i + 1))
        && !s.word(i + 1).equals("else")
        && (s.isBoundary(i + 2) || lexicon.is("preposition", s.word(i + 2)));
  }

  /** "the man wearing a hat", but not "the kitchen cutting board". */
  private boolean isWhatItDoes(Sentence s, int i) {
    String word = s.word(i);
    return word.endsWith("ing")
        && word.length() > 5
        && lexicon.isKnownNoun(s.word(i - 1))
        && (lexicon.names("person", s.word(i - 1)) || !lexicon.isKnownNoun(s.word(i + 1)));
  }

  /** "thinly": tells how. */
  boolean isManner(String word) {
    return word.endsWith("ly") && word.length() > 5 && !lexicon.isKnownNoun(word);
  }

  /** "the trash can", and not "the trash can you". */
  private boolean isTin(Sentence s, int i, int before, boolean determined) {
    String next = s.word(i + 1);
    boolean ends =
        next.isEmpty()
            || lexicon.is("preposition", next)
            || lexicon.is("conjunction", next)
            || lexicon.is("adverb", next)
            || lexicon.is("particle", next);
    boolean noun =
        before > 0
            ? ends || startsClause(s, i + 1)
            : determined && (ends || lexicon.isKnownNoun(next) || startsClause(s, i + 1));
    return noun && !lexicon.is("subject", next);
  }

  /** Whether the speaker takes something back here. */
  boolean breaksOff(Sentence s, int i) {
    if (lexicon.phrases().at("cancel", s, i) > 0) {
      return true;
    }
    int repair = lexicon.phrases().at("repair", s, i);
    boolean weak =
        repair == 1
            && lexicon.phrases().at("weak repair", s, i) > 0
            && !s.word(i).equals("sorry")
            && !s.word(i).equals("actually");
    boolean none = s.word(i).equals("no") && lexicon.is("preposition", s.word(i - 1));
    boolean thatIs = s.word(i).equals("that") && s.word(i + 1).equals("is");
    return repair > 0
        && !weak
        && !none
        && !thatIs
        && !(repair == 1 && s.word(i).equals("wait") && lexicon.is("conjunction", s.word(i - 1)));
  }

  boolean isFunctionWord(String word) {
    return lexicon.is("preposition", word)
        || lexicon.is("conjunction", word)
        || lexicon.is("auxiliary", word)
        || lexicon.is("question", word)
        || lexicon.is("subordinate", word)
        || lexicon.is("pronoun", word)
        || lexicon.is("subject", word)
        || lexicon.is("direction", word)
        || isAdverbial(word)
        || determines(word)
        || word.equals("no");
  }

  private boolean isAdverbial(String word) {
    return (lexicon.is("adverb", word) && !word.equals("first")) || lexicon.is("manner", word);
  }

  /** In "the cup that is", "that" determines nothing. */
  private boolean isVerbAfterThat(Sentence s, int i) {
    return lexicon.is("auxiliary", s.word(i));
  }

  /** "down on" is "on", "back to" is "to"; but "out of" is itself. */
  private static String withoutParticle(String preposition) {
    int space = preposition.indexOf(' ');
    if (space < 0) {
      return preposition;
    }
    String rest = preposition.substring(space + 1);
    boolean of = rest.equals("of");
    return switch (preposition.substring(0, space)) {
      case "up", "down", "back", "over", "right", "directly", "straight", "around", "through" ->
          of ? preposition : rest;
      case "all" -> "to";
      default -> preposition;
    };
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
