package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads one clause from its verb to where it ends. Pure. */
final class ClauseReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Measures measures;
  private final SideClauses sides;
  private final VerbReader verbs;
  private final ObjectReader objects;
  private final Brightness brightness;
  private final Steps steps;
  private final Preference preference;
  private final EditingTerms terms;

  ClauseReader(Lexicon lexicon, PhraseReader phrases, SideClauses sides) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.measures = new Measures(lexicon);
    this.sides = sides;
    this.steps = new Steps(lexicon, phrases);
    this.preference = new Preference(lexicon);
    this.terms = new EditingTerms(lexicon, phrases);
    this.brightness = new Brightness(lexicon, phrases);
    this.verbs = new VerbReader(lexicon, phrases);
    this.objects = new ObjectReader(lexicon, phrases, sides);
  }

  /**
   * Reads.
   *
   * @param from the place of the verb
   * @param gerund whether the verb ends in -ing
   */
  Optional<Span<Draft>> read(Sentence s, int from, boolean gerund) {
    Optional<Span<Draft>> begun = steps.begun(s, from).or(() -> brightness.made(s, from));
    if (begun.isPresent()) {
      Draft draft = begun.get().value();
      return Optional.of(new Span<>(draft, slots(s, begun.get().end(), draft)));
    }
    Optional<Span<Verb>> verb = verbs.verb(s, from, gerund);
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft(verb.get().value());
    return Optional.of(new Span<>(draft, slots(s, verb.get().end(), draft)));
  }

  static boolean isSide(String word) {
    return word.equals("left") || word.equals("right");
  }

  /** Fills the slots; gives where the clause ends. */
  int slots(Sentence s, int from, Draft d) {
    int i = from;
    boolean explained = false;
    while (s.at(i).isWord() || (s.at(i).kind() == Token.Kind.PAUSE && goesOn(s, i + 1, d))) {
      if (!s.at(i).isWord()) {
        i++;
        continue;
      }
      explained = sides.subordinate(s, i) > i;
      int next = slot(s, i, d);
      if (next == i) {
        break;
      }
      i = next;
    }
    boolean dangling =
        i > from
            && !d.broken
            && !explained
            && ((phrases.determines(s.word(i - 1)) && !isWhole(s, i - 1))
                || (lexicon.is("preposition", s.word(i - 1)) && d.verb.frame() == Frame.PLACE))
            && (d.object.isEmpty() || d.last != Draft.Last.OBJECT);
    d.broken |= dangling && !lexicon.is("direction", s.word(i - 1));
    return i;
  }

  /** In "to her" and "on that" nothing is missing. */
  private boolean isWhole(Sentence s, int i) {
    return lexicon.is("pronoun", s.word(i)) && lexicon.is("preposition", s.word(i - 1));
  }

  /** Behind a comma only places go on: "turn on the lamp, in the corner". */
  private boolean goesOn(Sentence s, int i, Draft d) {
    String word = s.word(i);
    boolean place =
        (lexicon.is("preposition", word) || lexicon.phrases().at("preposition", s, i) > 0)
            && !word.equals("after")
            && !word.equals("before")
            && !word.equals("for")
            && phrases.place(s, i).filter(read -> !isRegretted(s, read.end())).isPresent();
    // "the, it's round, …" tells what is looked for.
    boolean told = lexicon.is("subject", word) && lexicon.is("auxiliary", s.word(i + 1));
    boolean object =
        d.broken && !told && phrases.noun(s, i).isPresent() && !phrases.startsClause(s, i);
    return place || object || (lexicon.is("manner", word) && s.isBoundary(i + 1));
  }

  /** "in the microwave, in the oven I mean": what is said anew does not go on. */
  private boolean isRegretted(Sentence s, int end) {
    boolean meant = terms.regret(s, end) > 0;
    int preferred = preference.length(s, end);
    return meant || (preferred > 0 && s.isBoundary(end + preferred));
  }

  private int slot(Sentence s, int i, Draft d) {
    String word = s.word(i);
    if (phrases.breaksOff(s, i)) {
      d.broken |= i > 0 && phrases.determines(s.word(i - 1));
      return i;
    }
    if (lexicon.phrases().at("filler", s, i) > 0) {
      return i + lexicon.phrases().at("filler", s, i);
    }
    if (word.equals("instead") && s.word(i + 1).equals("of")) {
      return phrases.noun(s, i + 2).map(Span::end).orElse(i + 2);
    }
    if (word.equals("all") && s.word(i + 1).equals("the") && s.word(i + 2).equals("way")) {
      return i + 3;
    }
    if (measures.little(s, i) > i) {
      return measures.little(s, i);
    }
    if (word.equals("then") && phrases.startsClause(s, i + 1)) {
      return i;
    }
    int particle = verbs.particle(s, i, d);
    if (particle > i) {
      return particle;
    }
    if (phrases.isManner(word) && !lexicon.is("adverb", word)) {
      d.arguments.put("manner", word);
      return i + 1;
    }
    if (lexicon.is("manner", word)
        && !(word.equals("straight") && lexicon.phrases().at("preposition", s, i) > 0)) {
      d.arguments.put("manner", word);
      return i + 1;
    }
    if (word.equals("once") || word.equals("twice") || word.equals("thrice")) {
      d.arguments.put("count", word.equals("once") ? "1" : word.equals("twice") ? "2" : "3");
      return i + 1;
    }
    int measured = Measures.isNearly(word) || word.equals("for") ? i + 1 : i;
    if (measures.isMeasure(s, measured)) {
      return measures.measure(s, measured, d);
    }
    if (word.equals("to")
        && d.object.filter(o -> o.pronoun() && o.head().endsWith("thing")).isPresent()
        && s.at(i + 1).isWord()) {
      d.arguments.put("purpose", s.word(i + 1));
      return i + 2;
    }
    if (sides.subordinate(s, i) > i) {
      return skipped(s, i, d);
    }
    if (word.equals("to") && isPurpose(s, i)) {
      return purpose(s, i, d);
    }
    if (sides.contact(s, i, d) > i) {
      return sides.contact(s, i, d);
    }
    Optional<Span<Place>> place = phrases.place(s, i);
    if (place.isPresent()) {
      objects.put(place.get().value(), d);
      return place.get().end();
    }
    if (lexicon.is("direction", word) && !isAdjective(s, i)) {
      if (d.direction.isEmpty() || lexicon.is("place-adverb", word)) {
        d.setDirection(word);
      } else {
        d.direction = Optional.of(d.direction.get() + " " + word);
      }
      return i + 1;
    }
    if ((lexicon.is("adverb", word) && !isAdjective(s, i)) || word.equals("else")) {
      d.polite |= word.equals("please");
      return i + 1;
    }
    if (phrases.startsClause(s, i)
        && !lexicon.isKnownNoun(word)
        && !lexicon.names("adjective", word)) {
      return i;
    }
    if (word.equals("that") && lexicon.is("auxiliary", s.word(i + 1))) {
      return sides.state(s, i + 2);
    }
    if (word.equals("whatever") && d.object.isEmpty()) {
      d.setObject(NounPhrase.pronoun(word));
      return lexicon.is("auxiliary", s.word(i + 1)) ? i + 2 : i + 1;
    }
    return objects.noun(s, i, d);
  }

  private boolean isAdjective(Sentence s, int i) {
    return phrases.noun(s, i).filter(read -> read.end() > i + 1).isPresent() && isSide(s.word(i));
  }

  private int skipped(Sentence s, int from, Draft d) {
    String word = s.word(from);
    if (sides.isMeanwhile(s, from)) {
      return from;
    }
    boolean stays = d.verb.frame() == Frame.LEAVE || d.verb.evidence() == Verb.Evidence.SLIGHT;
    boolean same = word.equals("where") || word.equals("as") || word.equals("how");
    if (same && stays && (s.word(from + 1).equals("it") || s.word(from + 1).equals("they"))) {
      d.asItIs = true;
    }
    if (d.verb.frame() == Frame.INSPECT
        && d.object.isEmpty()
        && (word.equals("if") || word.equals("whether"))) {
      Optional<Span<NounPhrase>> object =
          phrases.noun(
              s,
              lexicon.is("auxiliary", s.word(from + 1)) || s.word(from + 1).equals("there")
                  ? from + 2
                  : from + 1);
      if (object.isPresent()) {
        d.setObject(object.get().value());
        int end = sides.clauseEnd(s, object.get().end());
        d.arguments.put("whether", PhraseReader.words(s, object.get().end(), end));
        return end;
      }
      int end = sides.clauseEnd(s, from + 1);
      for (int i = from + 1; i < end && d.object.isEmpty(); i++) {
        if (phrases.determines(s.word(i))) {
          phrases.noun(s, i).ifPresent(thing -> d.setObject(thing.value()));
        }
      }
      d.arguments.put("whether", PhraseReader.words(s, from + 1, end));
      return end;
    }
    if (word.equals("who") || word.equals("which") || word.equals("that")) {
      int i = from + 1;
      while (lexicon.is("auxiliary", s.word(i)) || s.word(i).endsWith("ing")) {
        i++;
      }
      return s.word(i - 1).endsWith("ing") ? sides.done(s, i) : i;
    }
    if (sides.isDoing(s, from)) {
      return sides.done(s, from + 1);
    }
    int end = sides.clauseEnd(s, from + 1);
    if (end > from + 1 && d.object.isPresent()) {
      d.arguments.putIfAbsent("also", PhraseReader.words(s, from, end));
    }
    return end;
  }

  /** "turn around to face the desk". */
  private boolean isPurpose(Sentence s, int i) {
    return lexicon.startsVerb(s.word(i + 1))
        && phrases.startsClause(s, i + 1)
        && !(lexicon.isKnownNoun(s.word(i + 1)) && phrases.determines(s.word(i)));
  }

  private int purpose(Sentence s, int i, Draft d) {
    Optional<Span<Draft>> inner = read(s, i + 1, false);
    if (inner.isEmpty()) {
      return i + 2;
    }
    Draft what = inner.get().value();
    boolean moves =
        d.verb.frame() == Frame.MOTION
            || d.verb.frame() == Frame.MOVE
            || d.verb.frame() == Frame.TURN;
    if (moves && what.verb.frame() == Frame.ENTER && what.object.isPresent()) {
      d.add(new Place("to", what.object.get()));
    } else if (moves) {
      d.places.addAll(what.places);
    }
    d.arguments.putIfAbsent("purpose", PhraseReader.words(s, i + 1, inner.get().end()));
    return inner.get().end();
  }

  /** Whether somebody is named, rather than a thing. */
  boolean isPerson(NounPhrase phrase) {
    return objects.isPerson(phrase);
  }
}
