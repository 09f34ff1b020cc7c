package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.Reversibility;
import java.util.Optional;

/**
 * Takes a word that the grammar does not know for a verb where only a verb can stand: "untangle the
 * cables". Pure.
 */
final class UnknownVerbs {
  private static final int SHORTEST = 3;

  private final Lexicon lexicon;
  private final PhraseReader phrases;

  UnknownVerbs(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** The verb at a place where a clause may begin, with its particle. */
  Optional<Span<Verb>> verb(Sentence s, int from, boolean gerund) {
    String word = gerund ? stem(s.word(from)) : s.word(from);
    if (!mayBeVerb(word) || !opensClause(s, from)) {
      return Optional.empty();
    }
    boolean particle = lexicon.is("particle", s.word(from + 1));
    int object = particle ? from + 2 : from + 1;
    boolean pointed =
        lexicon.is("article", s.word(object))
            || lexicon.is("possessive", s.word(object))
            || lexicon.is("demonstrative", s.word(object));
    Optional<Span<Verb>> put = put(s, word, object);
    if (put.isPresent()) {
      return put;
    }
    Optional<NounPhrase> named =
        pointed
            ? phrases.noun(s, object).map(Span::value).filter(noun -> !noun.pronoun())
            : Optional.empty();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    boolean thing = isThing(named.get().head()) && (named.get().definite() || particle);
    if (!thing) {
      return Optional.empty();
    }
    boolean own = s.word(object).equals("your") && lexicon.is("limb", named.get().head());
    boolean deed = own || (isNoNoun(word) && lexicon.isDeed(word));
    String base = particle ? word + " " + s.word(from + 1) : word;
    return Optional.of(
        new Span<>(
            new Verb(
                base,
                Frame.ACT,
                deed ? Verb.Evidence.SLIGHT : Verb.Evidence.DOUBTED,
                Reversibility.IRREVERSIBLE),
            object));
  }

  /** People are not handled, and what one does to a phone is done with fingers and software. */
  private boolean isThing(String noun) {
    return lexicon.isThing(noun)
        && !lexicon.names("person", noun)
        && !noun.endsWith("phone")
        && !noun.equals("computer")
        && !noun.equals("web");
  }

  private boolean mayBeVerb(String word) {
    return word.length() >= SHORTEST
        && word.chars().allMatch(Character::isLetter)
        && !phrases.isFunctionWord(word)
        && !lexicon.isNumber(word)
        && !lexicon.is("speaking", word)
        && !lexicon.is("stative", word)
        && !lexicon.is("irregular", word)
        && !lexicon.is("degree", word)
        && !lexicon.startsVerb(word)
        && !(word.endsWith("s") && !word.endsWith("ss"))
        && !word.endsWith("ed")
        && !word.endsWith("ly")
        && !word.endsWith("ing");
  }

  /** "bung these in the washing machine". */
  private Optional<Span<Verb>> put(Sentence s, String word, int object) {
    boolean points =
        switch (s.word(object)) {
          case "it", "them", "these", "those", "this", "that" -> true;
          default -> false;
        };
    return Optional.of(object)
        .filter(_ -> points)
        .flatMap(at -> phrases.place(s, at + 1))
        .map(place -> place.value().landmark())
        .filter(mark -> mark.definite() && lexicon.isPhysical(mark.head()))
        .map(_ ->
            new Span<>(
                new Verb(word, Frame.PLACE, Verb.Evidence.DOUBTED, Reversibility.IRREVERSIBLE),
                object));
  }

  private boolean isNoNoun(String word) {
    return !lexicon.isKnownNoun(word) && !lexicon.names("adjective", word);
  }

  /** At a boundary, or behind a word that a command follows. */
  private boolean opensClause(Sentence s, int from) {
    String before = s.word(from - 1);
    return before.isEmpty()
        || before.equals("and")
        || before.equals("then")
        || before.equals("please")
        || before.equals("you")
        || before.equals("to")
        || before.equals("robot")
        || before.equals("mind")
        || before.equals("just");
  }

  /** "untangl" for "untangling", which is spelled with an e at the end more often than not. */
  private static String stem(String gerund) {
    if (!gerund.endsWith("ing") || gerund.length() < 6) {
      return "";
    }
    String stem = gerund.substring(0, gerund.length() - 3);
    int last = stem.length() - 1;
    boolean doubled =
        stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
    boolean open =
        "lvcgsu".indexOf(stem.charAt(last)) >= 0 && "aeiou".indexOf(stem.charAt(last - 1)) < 0;
    return doubled ? stem.substring(0, last) : open ? stem + "e" : stem;
  }
}
