package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads clauses that ask without an imperative: a wish for a thing ("could I have the blanket"),
 * and a state that shall come about ("these dishes have to be washed"). Pure.
 */
final class WishReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final ClauseReader clauses;

  WishReader(Lexicon lexicon, PhraseReader phrases, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /** "could I have the blanket from the armchair": it shall be brought. */
  Optional<Span<Draft>> wish(Sentence s, int from) {
    int length = lexicon.phrases().at("wish", s, from);
    if (length == 0) {
      return Optional.empty();
    }
    Draft draft = new Draft(lexicon.verb("bring").orElseThrow());
    int end = clauses.slots(s, from + length, draft);
    boolean asks =
        s.word(from).equals("can") || s.word(from).equals("could") || s.word(from).equals("may");
    boolean comes = draft.places.stream().anyMatch(this::holds);
    if (!s.isBoundary(end) && !s.word(end).equals("and") && !s.word(end).equals("please")) {
      return Optional.empty();
    }
    Optional<NounPhrase> thing = draft.object.filter(this::isPortable);
    boolean lets = s.word(from).equals("let");
    boolean now =
        ((asks || lets) && thing.filter(NounPhrase::definite).isPresent())
            || (asks
                && thing
                    .filter(noun -> lexicon.names("food", noun.head()) || noun.of().isPresent())
                    .isPresent());
    boolean elsewhere =
        draft.places.stream().anyMatch(place -> !holds(place) && !place.begins("with"));
    if (thing.isEmpty() || elsewhere || !draft.recipient.isEmpty() || !(comes || now)) {
      return Optional.empty();
    }
    draft.recipient = Optional.of(NounPhrase.pronoun("me"));
    return Optional.of(new Span<>(draft, end));
  }

  private boolean isPortable(NounPhrase noun) {
    return !noun.pronoun()
        && lexicon.isThing(noun.head())
        && !lexicon.names("room", noun.head())
        && !lexicon.names("person", noun.head())
        && !lexicon.isAbstract(noun.head())
        && !noun.words().contains("new");
  }

  private boolean holds(Place place) {
    return place.isSource()
        && (lexicon.names("place", place.landmark().head())
            || lexicon.names("room", place.landmark().head())
            || lexicon.names("item", place.landmark().head()));
  }

  /** "the trash needs taking out", "this lamp should be turned off". */
  Optional<Span<Draft>> state(Sentence s, int from) {
    if (!phrases.determines(s.word(from))
        || (s.at(from - 1).isWord() && !s.word(from - 1).equals("and"))) {
      return Optional.empty();
    }
    Optional<Span<NounPhrase>> read = phrases.noun(s, from);
    if (read.isEmpty() || !read.get().value().definite() || read.get().value().pronoun()) {
      return Optional.empty();
    }
    boolean swallowed =
        read.get().value().head().equals("needs") || read.get().value().head().equals("need");
    NounPhrase named =
        swallowed && read.get().value().words().size() > 1
            ? read.get().value().withoutLastWord()
            : read.get().value();
    if (!lexicon.isThing(named.head()) || lexicon.names("person", named.head())) {
      return Optional.empty();
    }
    int at = swallowed ? read.get().end() - 1 : read.get().end();
    while (lexicon.is("preposition", s.word(at)) || lexicon.is("place-adverb", s.word(at))) {
      Optional<Span<Place>> place = phrases.place(s, at);
      at = place.map(Span::end).orElse(at + 1);
    }
    int verbAt = needed(s, at);
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

  /**
   * Where the verb stands behind "needs", "has to be", "should be"; 0 when none of them is said.
   */
  private static int needed(Sentence s, int at) {
    String word = s.word(at);
    String next = s.word(at + 1);
    boolean needs = word.equals("needs") || word.equals("need") || word.equals("wants");
    int be =
        switch (word) {
          case "needs", "need", "has", "have", "ought" ->
              next.equals("to") && s.word(at + 2).equals("be") ? at + 3 : 0;
          case "should", "must" -> next.equals("be") ? at + 2 : 0;
          default -> 0;
        };
    if (be > 0) {
      return be;
    }
    int article = needs && (next.equals("a") || next.equals("some")) ? at + 2 : needs ? at + 1 : 0;
    while (article > 0
        && (s.word(article).equals("good")
            || s.word(article).equals("quick")
            || s.word(article).equals("thorough")
            || s.word(article).equals("proper"))) {
      article++;
    }
    return article > 0 && s.word(article).endsWith("ing") ? article : 0;
  }
}
