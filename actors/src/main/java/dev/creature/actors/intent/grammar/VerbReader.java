package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads a verb with its particle, wherever that stands: "turn on the lamp", "turn the lamp on".
 * Pure.
 */
final class VerbReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final UnknownVerbs unknown;

  VerbReader(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.unknown = new UnknownVerbs(lexicon, phrases);
  }

  Optional<Span<Verb>> verb(Sentence s, int from, boolean gerund) {
    String head = s.word(from);
    if (gerund) {
      head = lexicon.baseOfGerund(head).orElse("");
    }
    if (s.word(from - 1).equals("you") && s.word(from - 2).equals("if")) {
      // "it would be nice if you brought"
      head = lexicon.startsVerb(head) ? head : lexicon.baseOfPast(head).orElse("");
    }
    if (head.isEmpty() || !lexicon.startsVerb(head)) {
      return unknown.verb(s, from, gerund);
    }
    if (s.word(from + 1).equals("back") && lexicon.is("particle", s.word(from + 2))) {
      Optional<Verb> verb = lexicon.verb(head + " " + s.word(from + 2));
      if (verb.isPresent() && lexicon.verb(head + " back").isEmpty()) {
        return Optional.of(new Span<>(verb.get(), from + 3));
      }
    }
    Optional<Verb> withParticle = lexicon.verb(head + " " + s.word(from + 1));
    if (withParticle.isPresent() && !isPreposition(s, from + 1, withParticle.get())) {
      return Optional.of(new Span<>(withParticle.get(), from + 2));
    }
    int end = from + 1;
    Optional<Span<Verb>> completed = completed(s, from, head);
    if (completed.isPresent()) {
      return completed;
    }
    if (lexicon.verb(head).isEmpty()) {
      // "fish it out"
      String base = head;
      return phrases
          .noun(s, end)
          .map(Span::end)
          .filter(behind -> lexicon.is("particle", s.word(behind)))
          .flatMap(behind -> lexicon.verb(base + " " + s.word(behind)))
          .map(verb -> new Span<>(verb, end));
    }
    return lexicon.verb(head).map(verb -> new Span<>(verb, end));
  }

  /**
   * "lock up the back door", "press down on the lid": a particle that only says how far it is done.
   */
  private Optional<Span<Verb>> completed(Sentence s, int from, String head) {
    boolean completes =
        switch (s.word(from + 1)) {
          case "up", "down", "off", "away" -> true;
          default -> false;
        };
    int object = s.word(from + 2).equals("on") ? from + 3 : from + 2;
    if (!completes || !phrases.determines(s.word(object))) {
      return Optional.empty();
    }
    return lexicon
        .verb(head)
        .filter(verb -> verb.frame() == Frame.ACT || verb.frame() == Frame.TAKE)
        .filter(verb -> verb.evidence() != Verb.Evidence.NONE)
        .map(verb -> {
          Verb whole =
              new Verb(
                  head + " " + s.word(from + 1),
                  verb.frame(),
                  Verb.Evidence.SLIGHT,
                  verb.reversibility());
          return new Span<>(whole, object);
        });
  }

  /** "put on the table the cup", "turn on your left": no particle but a place. */
  boolean isPreposition(Sentence s, int at, Verb verb) {
    if (verb.frame() != Frame.SWITCH || verb.base().startsWith("switch")) {
      return false;
    }
    Optional<Span<Place>> place = phrases.place(s, at);
    return place.isPresent()
        && s.word(at).equals("on")
        && (ClauseReader.isSide(place.get().value().landmark().head())
            || (verb.head().equals("put")
                && lexicon.names("place", place.get().value().landmark().head())
                && !lexicon.names("device", place.get().value().landmark().head())));
  }

  /** "turn the lamp on": the particle behind the object belongs to the verb. */
  int particle(Sentence s, int i, Draft d) {
    String word = s.word(i);
    if (word.equals("back") && lexicon.is("particle", s.word(i + 1)) && d.object.isPresent()) {
      return i + 1;
    }
    if (d.verb.base().equals(d.verb.head() + " " + word)
        && d.object.isPresent()
        && d.last == Draft.Last.OBJECT
        && phrases.place(s, i).isEmpty()) {
      return i + 1;
    }
    if (!lexicon.is("particle", word) || d.verb.hasParticle() || d.object.isEmpty()) {
      return i;
    }
    Optional<Verb> verb = lexicon.verb(d.verb.head() + " " + word);
    boolean free = phrases.place(s, i).isEmpty() && !s.word(i + 1).equals("of");
    if (verb.isPresent()
        && free
        && verb.get().frame() != Frame.MOTION
        && verb.get().frame() != Frame.GESTURE) {
      d.verb = verb.get();
      return i + 1;
    }
    return i;
  }
}
