package dev.creature.actors.intent.grammar;

/** Tells that things or people shall be left as they are: "let's leave them closed". Pure. */
final class Leavings {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Fulfilment fulfilment;

  Leavings(Lexicon lexicon, PhraseReader phrases, Fulfilment fulfilment) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.fulfilment = fulfilment;
  }

  /** "no, leave it open", "no, keep it": what was asked for shall not come about. */
  boolean isLeft(Sentence s, int from) {
    int i = s.word(from).equals("let") && s.word(from + 1).equals("us") ? from + 2 : from;
    boolean stays = s.word(i).equals("leave") || s.word(i).equals("keep");
    boolean elsewhere =
        lexicon.is("preposition", s.word(i + 2))
            && !(s.word(i).equals("keep") && s.word(i + 2).equals("for"))
            && phrases.place(s, i + 2).isPresent();
    return stays && Withdrawals.pointsTo(s.word(i + 1)) && !elsewhere;
  }

  /** "let's leave them closed": of its own accord, where it was to be changed. */
  boolean isLeftSo(Sentence s, int from, Draft last) {
    int i = from + 2;
    while (lexicon.is("adverb", s.word(i))) {
      i++;
    }
    boolean stays = s.word(i).equals("leave") || s.word(i).equals("keep");
    String state = s.word(i + 2);
    boolean so = state.isEmpty() || state.equals("as") || lexicon.is("openness", state);
    return s.word(from).equals("let")
        && s.word(from + 1).equals("us")
        && stays
        && Withdrawals.pointsTo(s.word(i + 1))
        && so
        && !fulfilment.isResult(state, last);
  }

  /** "leave that to Ben" */
  boolean isLeftTo(Sentence s, int i) {
    return s.word(i).equals("leave")
        && Withdrawals.pointsTo(s.word(i + 1))
        && s.word(i + 2).equals("to")
        && phrases
            .single(s, i + 3)
            .filter(read -> lexicon.names("person", read.value().head()))
            .filter(read -> !read.value().pronoun() && s.isBoundary(read.end()))
            .isPresent();
  }

  /** "no, let him sleep", "let the baby sleep" */
  boolean isLet(Sentence s, int i, boolean behind) {
    boolean named = phrases.determines(s.word(i + 1)) && !Withdrawals.pointsTo(s.word(i + 1));
    int end = named ? phrases.single(s, i + 1).map(Span::end).orElse(i + 2) : i + 2;
    boolean somebody =
        named || lexicon.names("person", s.word(i + 1)) || Withdrawals.pointsTo(s.word(i + 1));
    boolean self = s.word(i + 1).equals("me") || s.word(i + 1).equals("us");
    // "let the baby sleep" is read as one noun.
    boolean within = named && lexicon.is("resting", s.word(end - 1)) && s.isBoundary(end);
    boolean rests =
        within
            || isDealing(s, end)
            || (behind && !named && s.isBoundary(i + 3))
            || lexicon.is("resting", s.word(end));
    return s.word(i).equals("let") && somebody && !self && rests;
  }

  boolean isDealing(Sentence s, int i) {
    return lexicon.is("dealing", s.word(i))
        && (Withdrawals.pointsTo(s.word(i + 1))
            || (lexicon.is("preposition", s.word(i + 1)) && Withdrawals.pointsTo(s.word(i + 2))));
  }
}
