package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts deeds in the order in which they shall be done, where one is said in a side clause: "after
 * you wipe the sill, close the window" is "wipe the sill, then close the window". Pure.
 */
final class Sequence {
  private static final Token THEN = new Token("then", Token.Kind.WORD);

  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Sequence(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrases = new PhraseReader(lexicon);
  }

  /**
   * A side clause that names a deed of the listener: its verb, and where its words begin and end.
   */
  private record Step(String verb, int from, int end) {}

  /** The same deeds one behind the other. */
  Sentence resolved(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      Optional<Step> step = step(s, i);
      if (step.isPresent()) {
        return inOrder(s, i, step.get());
      }
    }
    return s;
  }

  private Sentence inOrder(Sentence s, int i, Step step) {
    boolean before = s.word(i).equals("before");
    int from = start(s, i);
    boolean fronted = from == i;
    int end = s.at(step.end()).kind() == Token.Kind.PAUSE ? step.end() + 1 : step.end();
    int main = fronted ? end : from;
    int mainEnd = fronted ? s.end(end) : s.at(i - 1).isWord() ? i : i - 1;
    if (!asks(s, main)) {
      return s;
    }
    List<Token> deed = new ArrayList<>(List.of(new Token(step.verb(), Token.Kind.WORD)));
    deed.addAll(words(s, step.from(), step.end()));
    List<Token> other = words(s, main, mainEnd);
    List<Token> all = new ArrayList<>(words(s, 0, from));
    all.addAll(before ? other : deed);
    all.add(THEN);
    all.addAll(before ? deed : other);
    all.addAll(words(s, fronted ? mainEnd : step.end(), s.size()));
    return new Sentence(all);
  }

  private static List<Token> words(Sentence s, int from, int to) {
    List<Token> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      words.add(s.at(i));
    }
    return words;
  }

  /** Where the sentence or its last part begins in which the side clause stands. */
  private int start(Sentence s, int i) {
    int from = i;
    while (from > 0 && !s.at(from - 1).endsSentence()) {
      from--;
    }
    int opening = lexicon.phrases().at("opening", s, from);
    while (opening > 0 && from + opening <= i) {
      from += opening;
      from += s.at(from).kind() == Token.Kind.PAUSE ? 1 : 0;
      opening = lexicon.phrases().at("opening", s, from);
    }
    return from;
  }

  /** Whether a plain command stands there, of which nothing is taken back. */
  private boolean asks(Sentence s, int from) {
    int i = from;
    int opening = lexicon.phrases().at("opening", s, i);
    while (opening > 0) {
      i += opening;
      opening = lexicon.phrases().at("opening", s, i);
    }
    return s.at(s.end(from)).kind() != Token.Kind.QUESTION
        && phrases.startsClause(s, i)
        && lexicon.startsVerb(s.word(i));
  }

  /** "after you wipe the sill", "once you have wiped the sill", "when you are done wiping it". */
  private Optional<Step> step(Sentence s, int from) {
    int subject =
        s.word(from).equals("as") && s.word(from + 1).equals("soon") ? from + 3 : from + 1;
    boolean joins = lexicon.is("sequence", s.word(from)) || subject == from + 3;
    if (!joins) {
      return Optional.empty();
    }
    boolean gerund = s.word(from).equals("after") && s.word(subject).endsWith("ing");
    if (gerund) {
      return lexicon.baseOfGerund(s.word(subject)).flatMap(verb -> handled(s, verb, subject + 1));
    }
    if (!s.word(subject).equals("you")) {
      return Optional.empty();
    }
    int i = subject + 1;
    boolean perfect = false;
    while (!isFinishing(s, i)
        && (lexicon.is("auxiliary", s.word(i)) || lexicon.is("adverb", s.word(i)))) {
      perfect |= lexicon.is("auxiliary", s.word(i));
      i++;
    }
    if (isFinishing(s, i)) {
      int at = i + 1;
      return lexicon.baseOfGerund(s.word(at)).flatMap(verb -> handled(s, verb, at + 1));
    }
    int at = i;
    if (perfect) {
      return lexicon
          .baseOfPast(s.word(at))
          .or(() -> Optional.of(s.word(at)).filter(lexicon::startsVerb))
          .flatMap(verb -> handled(s, verb, at + 1));
    }
    // "When you clean the oven, …" says on what occasion.
    return s.word(from).equals("when") || !lexicon.startsVerb(s.word(at))
        ? Optional.empty()
        : handled(s, s.word(at), at + 1);
  }

  /** "done wiping" */
  private boolean isFinishing(Sentence s, int i) {
    return lexicon.is("finishing", s.word(i)) && s.word(i + 1).endsWith("ing");
  }

  /** A deed with a definite thing, which ends at a mark. */
  private Optional<Step> handled(Sentence s, String verb, int from) {
    boolean particle = lexicon.is("particle", s.word(from));
    Optional<Verb> deed = lexicon.verb(particle ? verb + " " + s.word(from) : verb);
    int object = particle ? from + 1 : from;
    boolean named =
        phrases
            .noun(s, object)
            .filter(read -> read.value().definite() && !read.value().pronoun())
            .filter(read -> lexicon.isThing(read.value().head()))
            .isPresent();
    int end = object;
    while (s.at(end).isWord()) {
      end++;
    }
    return deed.filter(it -> isWork(it)).isPresent() && named
        ? Optional.of(new Step(verb, from, end))
        : Optional.empty();
  }

  /** What is found or met is the occasion for the other deed. */
  private static boolean isWork(Verb verb) {
    return switch (verb.frame()) {
      case ACT, CHORE, SWITCH, PLACE, TAKE -> true;
      case TRANSFER,
          MOTION,
          MOVE,
          ENTER,
          RETURN,
          TURN,
          PERSON,
          SEARCH,
          LOOK,
          INSPECT,
          LEAVE,
          GESTURE ->
          false;
    };
  }
}
