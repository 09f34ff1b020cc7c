package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads how bright a lamp shall be: "make the lights brighter", "a bit dimmer". Pure. */
final class Brightness {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Brightness(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** "make the lights brighter", from its verb on. */
  Optional<Span<Draft>> made(Sentence s, int from) {
    boolean makes =
        switch (s.word(from)) {
          case "make", "turn", "set", "get" -> true;
          default -> false;
        };
    Optional<Span<NounPhrase>> read = makes ? phrases.noun(s, from + 1) : Optional.empty();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    NounPhrase named = read.get().value();
    int at = read.get().end();
    while (named.words().size() > 1 && (verb(named.head()).isPresent() || isDegree(named.head()))) {
      named = named.withoutLastWord();
      at--;
    }
    Optional<Span<Verb>> verb = degree(s, at);
    boolean lit =
        named.definite()
            && (isLight(named.head())
                || (named.pronoun() && named.head().equals("it") && s.word(from).equals("make"))
                || lexicon.names("room", named.head()));
    if (!lit || verb.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft(verb.get().value());
    draft.setObject(named);
    return Optional.of(new Span<>(draft, verb.get().end()));
  }

  /** The verb of "a bit brighter", and where it ends. */
  Optional<Span<Verb>> degree(Sentence s, int from) {
    int i = from;
    while (isDegree(s.word(i))) {
      i++;
    }
    boolean less = s.word(i - 1).equals("less");
    boolean more = s.word(i - 1).equals("more");
    Optional<String> base =
        (less || more) && (s.word(i).equals("bright") || s.word(i).equals("dim"))
            ? Optional.of(less == s.word(i).equals("bright") ? "dim" : "brighten")
            : verb(s.word(i));
    int end = i + 1;
    return base.flatMap(lexicon::verb).map(verb -> new Span<>(verb, end));
  }

  private static Optional<String> verb(String word) {
    return switch (word) {
      case "brighter", "lighter" -> Optional.of("brighten");
      case "dimmer", "darker" -> Optional.of("dim");
      default -> Optional.empty();
    };
  }

  private static boolean isDegree(String word) {
    return switch (word) {
      case "a", "bit", "little", "lot", "much", "slightly", "somewhat", "way", "even", "less",
          "more", "tad", "touch", "far" ->
          true;
      default -> false;
    };
  }

  private static boolean isLight(String noun) {
    return switch (noun) {
      case "light", "lights", "lamp", "lamps", "lighting", "bulb", "bulbs", "chandelier",
          "nightlight", "lantern", "screen", "display", "brightness" ->
          true;
      default -> false;
    };
  }
}
