package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads a preposition and what stands behind it. Pure. */
final class PlaceReader {
  private final Lexicon lexicon;
  private final WordRoles roles;
  private final PhraseReader phrases;

  PlaceReader(Lexicon lexicon, WordRoles roles, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.roles = roles;
    this.phrases = phrases;
  }

  /** "on the table", "next to her", "to the left of the sink", "from here". */
  Optional<Span<Place>> place(Sentence s, int from) {
    int length = lexicon.phrases().at("preposition", s, from);
    if (length == 0 && lexicon.is("preposition", s.word(from)) && !s.word(from).equals("of")) {
      length = 1;
    }
    if (length == 0 && s.word(from).equals("round") && roles.determines(s.word(from + 1))) {
      // "round the table"
      length = 1;
    }
    if (length == 0) {
      return Optional.empty();
    }
    String preposition = withoutParticle(PhraseReader.words(s, from, from + length));
    int start = from + length;
    if ((preposition.equals("until") || preposition.equals("till"))
        && lexicon.is("subject", s.word(start))) {
      return Optional.empty();
    }
    if (preposition.equals("to")
        && (lexicon.phrases().at("preposition", s, start) > 1
            || s.word(start).equals("under")
            || s.word(start).equals("behind"))) {
      return place(s, start);
    }
    if (s.at(start).kind() == Token.Kind.PAUSE
        && !roles.startsClause(s, start + 1)
        && roles.determines(s.word(start + 1))) {
      start++;
    }
    if (lexicon.is("place-adverb", s.word(start))) {
      return Optional.of(
          new Span<>(new Place(preposition, NounPhrase.noun(s.word(start))), start + 1));
    }
    Optional<Span<NounPhrase>> noun =
        roles.startsClause(s, start) && !lexicon.isKnownNoun(s.word(start))
            ? Optional.empty()
            : phrases.noun(s, start);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    if (noun.get().value().also().filter(also -> !isWhere(also)).isPresent()
        && isWhere(noun.get().value())) {
      // "to the kitchen and the book to the hall"
      noun = phrases.single(s, start);
    }
    NounPhrase landmark = noun.orElseThrow().value();
    if (landmark.of().isEmpty() && isLittle(landmark.head())) {
      return Optional.empty();
    }
    int end = noun.get().end();
    if (lexicon.is("relation", landmark.head()) || landmark.head().equals("light")) {
      if (landmark.of().isPresent()) {
        String side = PhraseReader.words(s, start, end).replaceFirst(" of .*", " of");
        return Optional.of(
            new Span<>(new Place(preposition + " " + side, landmark.of().get()), end));
      }
    }
    return Optional.of(new Span<>(new Place(preposition, landmark), end));
  }

  /** "down a bit" is no place. */
  private static boolean isLittle(String noun) {
    return switch (noun) {
      case "bit", "notch", "tad", "touch", "little", "lot", "smidge" -> true;
      default -> false;
    };
  }

  private boolean isWhere(NounPhrase phrase) {
    return lexicon.names("room", phrase.head()) || lexicon.names("place", phrase.head());
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
}
