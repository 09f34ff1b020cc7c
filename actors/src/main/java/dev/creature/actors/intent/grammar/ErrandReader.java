package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.Reversibility;
import java.util.Optional;

/**
 * Reads what takes a way before it takes words: "tell the man in the hallway that dinner is ready",
 * "tell me how many cups are on the shelf". Pure.
 */
final class ErrandReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final SideClauses sides;

  ErrandReader(Lexicon lexicon, PhraseReader phrases, SideClauses sides) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.sides = sides;
  }

  /** Reads a clause that begins with a verb of speaking. */
  Optional<Span<Draft>> errand(Sentence s, int from) {
    return switch (s.word(from)) {
      case "tell", "ask", "say", "answer", "speak", "talk", "inform", "remind" -> {
        Optional<Span<Draft>> message = message(s, from, from + 1);
        yield message.or(() -> counted(s, from)).or(() -> told(s, from));
      }
      case "let" -> message(s, from, from + 1);
      case "find" -> s.word(from + 1).equals("out") ? looked(s, from + 2) : Optional.empty();
      case "see" -> looked(s, from + 1);
      default -> Optional.empty();
    };
  }

  private static Draft draft(String verb) {
    return new Draft(new Verb(verb, Frame.PERSON, Verb.Evidence.SLIGHT, Reversibility.REVERSIBLE));
  }

  /** "tell Bob that lunch is ready", "let the kids know …", "ask Dad whether he wants tea". */
  private Optional<Span<Draft>> message(Sentence s, int from, int to) {
    Optional<Span<NounPhrase>> who =
        phrases.noun(s, to).filter(read -> lexicon.names("person", read.value().head()));
    if (who.isEmpty() || (who.get().value().pronoun() && !isAnybody(who.get().value().head()))) {
      return Optional.empty();
    }
    int at = who.get().end();
    if (isWhere(s, at)) {
      at = phrases.place(s, at).orElseThrow().end();
    }
    if (s.word(from).equals("let")) {
      if (!s.word(at).equals("know")) {
        return Optional.empty();
      }
      at++;
    }
    int end = sides.clauseEnd(s, at);
    if (end - at < 2 || !isAboutHere(s, at, end)) {
      return Optional.empty();
    }
    Draft draft = draft("tell");
    if (s.word(from).equals("ask")) {
      draft = draft("ask");
    }
    draft.setObject(who.get().value());
    draft.arguments.put("words", PhraseReader.words(s, at, end));
    return Optional.of(new Span<>(draft, end));
  }

  private static boolean isAnybody(String pronoun) {
    return switch (pronoun) {
      case "everyone", "everybody", "someone", "somebody" -> true;
      default -> false;
    };
  }

  /** "find out who is in the bathroom", "see if the mail is on the table". */
  private Optional<Span<Draft>> looked(Sentence s, int at) {
    boolean asks =
        switch (s.word(at)) {
          case "who", "what", "which", "whether", "if", "how", "where" -> true;
          default -> false;
        };
    if (!asks) {
      return Optional.empty();
    }
    int end = sides.clauseEnd(s, at);
    for (int i = at + 1; i < end; i++) {
      if (isWhere(s, i)) {
        Draft draft = draft("check");
        draft.setObject(phrases.place(s, i).orElseThrow().value().landmark());
        draft.arguments.put("whether", PhraseReader.words(s, at, end));
        return Optional.of(new Span<>(draft, end));
      }
    }
    return Optional.empty();
  }

  /** Whether the words concern the house now, and are not for a message by phone. */
  private boolean isAboutHere(Sentence s, int from, int end) {
    if (s.word(from).equals("to")) {
      return s.word(from + 1).equals("come")
          && (lexicon.is("place-adverb", s.word(from + 2))
              || s.word(from + 2).equals("down")
              || s.word(from + 2).equals("in")
              || s.word(from + 2).equals("to")
              || s.word(from + 2).equals("and"));
    }
    if ((s.word(from).equals("if") || s.word(from).equals("whether"))
        && (s.word(from + 2).equals("wants")
            || s.word(from + 2).equals("want")
            || s.word(from + 2).equals("needs")
            || s.word(from + 2).equals("need")
            || s.word(from + 2).equals("would"))) {
      return true;
    }
    for (int i = from; i < end; i++) {
      boolean state =
          switch (s.word(i)) {
            case "ready", "served", "done", "here", "arrived", "waiting", "finished" -> true;
            default -> false;
          };
      if (state
          && s.isBoundary(i + 1)
          && !s.word(from).equals("i")
          && !s.word(from).equals("how")) {
        return true;
      }
    }
    return false;
  }

  /** Somebody is named, and where he or she is. */
  private Optional<Span<Draft>> told(Sentence s, int from) {
    int end = sides.clauseEnd(s, from + 1);
    boolean sent = s.word(from - 1).equals("go") || s.word(from - 2).equals("go");
    for (int i = from + 1; i < end; i++) {
      Optional<Span<NounPhrase>> who =
          phrases.determines(s.word(i)) || lexicon.names("person", s.word(i))
              ? phrases.noun(s, i)
              : Optional.empty();
      if (who.isEmpty()
          || who.get().value().pronoun()
          || !lexicon.names("person", who.get().value().head())) {
        continue;
      }
      int at = who.get().end();
      while (at < end && !isWhere(s, at) && sides.isDoing(s, at)) {
        at = sides.done(s, at + 1);
      }
      if (isWhere(s, at) || (sent && i <= from + 2)) {
        Draft draft = draft(s.word(from));
        draft.setObject(who.get().value());
        if (isWhere(s, at)) {
          draft.add(phrases.place(s, at).orElseThrow().value());
        }
        draft.arguments.put("words", PhraseReader.words(s, from + 1, end));
        return Optional.of(new Span<>(draft, end));
      }
    }
    return Optional.empty();
  }

  /** "tell me how many cups are on the shelf", "tell me what the largest thing on the desk is". */
  private Optional<Span<Draft>> counted(Sentence s, int from) {
    boolean told = s.word(from).equals("tell") && s.word(from + 1).equals("me");
    boolean many = s.word(from + 2).equals("how") && s.word(from + 3).equals("many");
    boolean which = s.word(from + 2).equals("what") || s.word(from + 2).equals("which");
    if (!told || !(many || which)) {
      return Optional.empty();
    }
    int end = sides.clauseEnd(s, from + 1);
    int i = many ? from + 4 : from + 3;
    while (which && (lexicon.is("auxiliary", s.word(i)) || s.word(i).equals("there"))) {
      i++;
    }
    Optional<Span<NounPhrase>> what =
        phrases.noun(s, i).filter(read -> many || isOneOf(read.value()));
    for (; i < end && what.isPresent(); i++) {
      if (isWhere(s, i)) {
        Draft draft = draft("tell");
        draft.setObject(what.get().value());
        draft.add(phrases.place(s, i).orElseThrow().value());
        draft.arguments.put("words", PhraseReader.words(s, from + 2, end));
        return Optional.of(new Span<>(draft, end));
      }
    }
    return Optional.empty();
  }

  /** "the three largest objects": which of several, as one must look to say. */
  private boolean isOneOf(NounPhrase phrase) {
    boolean most = phrase.words().stream().anyMatch(word -> word.endsWith("est"));
    return most && phrase.definite() && lexicon.isPhysical(phrase.head());
  }

  private boolean isWhere(Sentence s, int i) {
    return switch (s.word(i)) {
      case "in", "at", "on", "by", "near", "next", "behind", "inside", "under" ->
          phrases
              .place(s, i)
              .map(place -> place.value().landmark())
              .filter(NounPhrase::definite)
              .filter(mark ->
                  lexicon.names("room", mark.head())
                      || lexicon.names("place", mark.head())
                      || mark.head().equals("exit"))
              .isPresent();
      default -> false;
    };
  }
}
