package dev.creature.actors.intent.grammar;

import java.util.Optional;
import java.util.Set;

/** Tells things that can be handled from what only has a name. Pure. */
final class Touches {
  /** What a noun phrase names. */
  enum Touch {
    THING,
    /** Something named before, or shown. */
    POINTED,
    UNKNOWN,
    NOTHING,
    ABSTRACT
  }

  /** What is made so is no idea, whatever it depicts: "the toy train". */
  private static final Set<String> MADE =
      Set.of(
          "toy",
          "wooden",
          "plastic",
          "stuffed",
          "ceramic",
          "porcelain",
          "rubber",
          "cardboard",
          "lego");

  private final Lexicon lexicon;

  Touches(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "the rest of the soup" is soup. */
  static boolean isPart(String noun) {
    return switch (noun) {
      case "rest",
          "remainder",
          "remains",
          "half",
          "most",
          "contents",
          "last",
          "quarter",
          "third",
          "part" ->
          true;
      default -> false;
    };
  }

  /** What the phrase names. */
  Touch of(Optional<NounPhrase> phrase) {
    if (phrase.isEmpty()) {
      return Touch.NOTHING;
    }
    NounPhrase named = phrase.get();
    String head = named.head();
    if (named.pronoun()) {
      return lexicon.names("person", head) ? Touch.THING : Touch.POINTED;
    }
    if (!named.number().isEmpty() && lexicon.is("numbered", head)) {
      // "number six" is a door or a house.
      return Touch.THING;
    }
    if (named.of().isPresent() && isPart(head)) {
      return of(named.of());
    }
    if (named.words().size() > 1 && MADE.contains(named.words().get(named.words().size() - 2))) {
      return Touch.THING;
    }
    if (named.of().isPresent()
        && (lexicon.isAbstract(named.of().get().head()) || lexicon.isAbstract(head))) {
      return Touch.ABSTRACT;
    }
    if (lexicon.isPhysical(head)
        || (named.of().isPresent() && lexicon.isPhysical(named.of().get().head()))) {
      return Touch.THING;
    }
    if (lexicon.isAbstract(head)) {
      return Touch.ABSTRACT;
    }
    if (lexicon.isThing(head)
        || named.of().map(NounPhrase::head).filter(lexicon::isThing).isPresent()) {
      return Touch.THING;
    }
    return head.equals("one") || head.equals("ones") ? Touch.POINTED : Touch.UNKNOWN;
  }
}
