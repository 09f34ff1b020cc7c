package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads what names a state that shall come about, rather than the deed: "these dishes have to be
 * washed", "I'd like the lamp switched off", "make sure the door is locked". Pure.
 */
final class StateReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final ClauseReader clauses;
  private final Brightness brightness;

  StateReader(Lexicon lexicon, PhraseReader phrases, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.clauses = clauses;
    this.brightness = new Brightness(lexicon, phrases);
  }

  /** A clause of any of these kinds. */
  Optional<Span<Draft>> state(Sentence s, int from) {
    Optional<Span<Draft>> wished = wished(s, from).or(() -> cleft(s, from));
    if (wished.isPresent()) {
      return wished;
    }
    Optional<Span<Draft>> turn = oneTurn(s, from);
    return turn.isPresent() ? turn : needed(s, from);
  }

  /** "I'd like the lamp switched off", "could the blinds be lowered", "see that it is closed". */
  private Optional<Span<Draft>> wished(Sentence s, int from) {
    int length = lexicon.phrases().at("wished state", s, from);
    if (length == 0) {
      return Optional.empty();
    }
    boolean modal = length == 1;
    Optional<Span<NounPhrase>> read = phrases.noun(s, from + length);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    NounPhrase named = read.get().value();
    int at = read.get().end();
    boolean swallowed = named.words().size() > 1 && done(named.head()).isPresent();
    if (swallowed && !modal) {
      named = named.withoutLastWord();
      at--;
    }
    if (!swallowed && !s.word(at - 1).equals(named.head()) && done(s.word(at - 1)).isPresent()) {
      // "the white curtains closed"
      at--;
    }
    if (!isHandled(named)) {
      return Optional.empty();
    }
    Optional<Place> where = Optional.empty();
    if (phrases.place(s, at).isPresent()) {
      // "the lamp in the corner switched off"
      Place place = phrases.place(s, at).get().value();
      at = phrases.place(s, at).get().end();
      if (place.landmark().words().size() > 1 && done(place.landmark().head()).isPresent()) {
        place = new Place(place.preposition(), place.landmark().withoutLastWord());
        at--;
      }
      where = Optional.of(place);
    }
    while (s.word(at).equals("to")
        || s.word(at).equals("be")
        || s.word(at).equals("was")
        || s.word(at).equals("were")
        || s.word(at).equals("is")
        || s.word(at).equals("are")
        || s.word(at).equals("got")
        || s.word(at).equals("all")) {
      at++;
    }
    if (modal && !s.word(at - 1).equals("be")) {
      return Optional.empty();
    }
    Optional<Span<Draft>> made = made(s, named, at);
    where.ifPresent(place -> made.ifPresent(it -> it.value().places.addFirst(place)));
    return made;
  }

  /** "it's the pantry I want opened" */
  private Optional<Span<Draft>> cleft(Sentence s, int from) {
    if (!s.word(from).equals("it") || !s.word(from + 1).equals("is")) {
      return Optional.empty();
    }
    Optional<Span<NounPhrase>> named =
        phrases.noun(s, from + 2).filter(it -> isHandled(it.value()));
    int at = named.map(Span::end).orElse(from);
    at += s.word(at).equals("that") ? 1 : 0;
    int wish = lexicon.phrases().at("wished state", s, at);
    return named.isPresent() && s.word(at).equals("i") && wish > 1
        ? made(s, named.get().value(), at + wish)
        : Optional.empty();
  }

  /** The deed that makes it so. */
  private Optional<Span<Draft>> made(Sentence s, NounPhrase named, int at) {
    String state = s.word(at);
    Optional<String> base = done(state);
    int end = at + 1;
    Optional<Verb> verb = base.flatMap(lexicon::verb);
    Optional<Span<Verb>> bright = brightness.degree(s, at);
    if (bright.isPresent()) {
      verb = bright.map(Span::value);
      end = bright.get().end();
    } else if (base.isPresent()) {
      Optional<Verb> particle = lexicon.verb(base.get() + " " + s.word(end));
      if (particle.isPresent()) {
        verb = particle;
        end++;
      }
    }
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft(verb.get());
    draft.setObject(named);
    int behind = clauses.slots(s, end, draft);
    return isEnd(s, behind) ? Optional.of(new Span<>(draft, behind)) : Optional.empty();
  }

  /** The verb of "closed", "off" or "open". */
  private Optional<String> done(String state) {
    return switch (state) {
      case "off" -> Optional.of("turn off");
      case "on" -> Optional.of("turn on");
      case "open" -> Optional.of("open");
      case "brighter" -> Optional.of("brighten");
      case "dimmer", "darker" -> Optional.of("dim");
      default -> lexicon.baseOfPast(state);
    };
  }

  /** "give the mirror a wipe", "this floor could do with a sweep". */
  private Optional<Span<Draft>> oneTurn(Sentence s, int from) {
    boolean gives = s.word(from).equals("give");
    Optional<Span<NounPhrase>> read = phrases.noun(s, gives ? from + 1 : from);
    if (read.isEmpty() || !isHandled(read.get().value()) || (!gives && s.at(from - 1).isWord())) {
      return Optional.empty();
    }
    int at = read.get().end();
    if (!gives) {
      boolean wants =
          (s.word(at).equals("could")
                  && ((s.word(at + 1).equals("do") && s.word(at + 2).equals("with"))
                      || s.word(at + 1).equals("use")))
              || s.word(at).equals("needs")
              || s.word(at).equals("need");
      if (!wants) {
        return Optional.empty();
      }
      at += s.word(at).equals("could") ? s.word(at + 1).equals("use") ? 2 : 3 : 1;
    }
    if (!s.word(at).equals("a") && !s.word(at).equals("another")) {
      return Optional.empty();
    }
    at++;
    while (isDegree(s.word(at)) || lexicon.names("adjective", s.word(at))) {
      at++;
    }
    Optional<Verb> verb =
        lexicon.verb(s.word(at)).filter(it -> it.frame() == Frame.ACT && isTurn(it.base()));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft(verb.get());
    draft.setObject(read.get().value());
    int end = clauses.slots(s, at + 1, draft);
    return isEnd(s, end) ? Optional.of(new Span<>(draft, end)) : Optional.empty();
  }

  /** Verbs that are as good as nouns: "a wipe". */
  private static boolean isTurn(String verb) {
    return switch (verb) {
      case "wipe",
          "wash",
          "rinse",
          "scrub",
          "sweep",
          "mop",
          "dust",
          "polish",
          "clean",
          "vacuum",
          "hoover",
          "shake",
          "stir",
          "brush",
          "push",
          "kick",
          "squeeze",
          "trim",
          "mow",
          "rake",
          "press" ->
          true;
      default -> false;
    };
  }

  private static boolean isDegree(String word) {
    return switch (word) {
      case "good", "quick", "thorough", "proper", "little", "nice" -> true;
      default -> false;
    };
  }

  private boolean isHandled(NounPhrase named) {
    return named.definite()
        && !named.pronoun()
        && lexicon.isThing(named.head())
        && !lexicon.names("person", named.head());
  }

  private boolean isEnd(Sentence s, int end) {
    return s.isBoundary(end)
        || s.word(end).equals("and")
        || lexicon.phrases().at("cancel", s, end) > 0
        || lexicon.phrases().at("repair", s, end) > 0;
  }

  /** "the trash needs taking out", "this lamp should be turned off". */
  private Optional<Span<Draft>> needed(Sentence s, int from) {
    if (!phrases.determines(s.word(from))
        || (s.at(from - 1).isWord() && !s.word(from - 1).equals("and"))) {
      return Optional.empty();
    }
    Optional<Span<NounPhrase>> read = phrases.noun(s, from);
    if (read.isEmpty() || !read.get().value().definite() || read.get().value().pronoun()) {
      return Optional.empty();
    }
    boolean swallowed =
        switch (read.get().value().head()) {
          case "needs", "need", "wants", "want" -> true;
          default -> false;
        };
    NounPhrase named =
        swallowed && read.get().value().words().size() > 1
            ? read.get().value().withoutLastWord()
            : read.get().value();
    if (!lexicon.isThing(named.head())
        || (lexicon.names("person", named.head()) && !Needs.isFed(s, read.get().end()))) {
      return Optional.empty();
    }
    int at = swallowed ? read.get().end() - 1 : read.get().end();
    while (lexicon.is("preposition", s.word(at)) || lexicon.is("place-adverb", s.word(at))) {
      Optional<Span<Place>> place = phrases.place(s, at);
      at = place.map(Span::end).orElse(at + 1);
    }
    Optional<Span<Place>> goal = phrases.place(s, Needs.goes(s, at));
    if (Needs.goes(s, at) > 0 && goal.isPresent() && isEnd(s, goal.get().end())) {
      Draft draft = new Draft(lexicon.verb("put").orElseThrow());
      draft.setObject(named);
      draft.add(goal.get().value());
      return Optional.of(new Span<>(draft, goal.get().end()));
    }
    int verbAt = Needs.verbBehind(s, at);
    if (verbAt == 0) {
      return Optional.empty();
    }
    boolean doing = s.word(verbAt).endsWith("ing");
    Optional<String> base =
        doing ? lexicon.baseOfGerund(s.word(verbAt)) : lexicon.baseOfPast(s.word(verbAt));
    boolean particle =
        base.isPresent() && lexicon.verb(base.get() + " " + s.word(verbAt + 1)).isPresent();
    Optional<Verb> verb =
        base.flatMap(
            head -> particle ? lexicon.verb(head + " " + s.word(verbAt + 1)) : lexicon.verb(head));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft(verb.get());
    draft.setObject(named);
    int end = clauses.slots(s, particle ? verbAt + 2 : verbAt + 1, draft);
    boolean whole = s.isBoundary(end) || s.word(end).equals("and");
    return whole ? Optional.of(new Span<>(draft, end)) : Optional.empty();
  }
}
