package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Passes over what asks for no deed, up to where something may. Pure. */
final class OtherClauses {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Mentions mentions;
  private final Orders orders;
  private final Conditions conditions;
  private final Resumptions resumptions;
  private final Idioms idioms;

  OtherClauses(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.idioms = new Idioms(lexicon, phrases);
    this.orders = new Orders(lexicon, phrases);
    this.conditions = new Conditions(lexicon);
    this.resumptions = new Resumptions(lexicon, phrases);
    this.mentions = new Mentions(lexicon, phrases);
  }

  /**
   * Passes over a clause.
   *
   * @return where to go on
   */
  int skip(Sentence s, int from, Drafts drafts) {
    int end = passed(s, from, drafts);
    if (!lexicon.is("speaking", s.word(from))) {
      mentions.mention(s, from, end, drafts);
    }
    return end;
  }

  private int passed(Sentence s, int from, Drafts drafts) {
    int end = s.end(from);
    String first = s.word(from);
    if (conditions.begins(s, from)) {
      return condition(s, from, end);
    }
    boolean question = lexicon.is("question", first) || lexicon.is("auxiliary", first);
    boolean speaks =
        lexicon.is("speaking", first)
            || idioms.isIdiom(s, from)
            || lexicon.phrases().at("request", s, from) > 1;
    boolean wishes = s.word(from + 2).equals("to") || s.word(from + 3).equals("to");
    boolean needs = !question && !speaks && isNeed(s, from, end);
    boolean commands = isUnknownCommand(s, from) || resumptions.isUnknownDeed(s, from, drafts);
    int topic =
        phrases
            .noun(s, from)
            .filter(read -> read.value().definite() && lexicon.isThing(read.value().head()))
            .map(Span::end)
            .orElse(-1);
    for (int i = from + 1; i < end; i++) {
      boolean paused = s.at(i - 1).kind() == Token.Kind.PAUSE;
      boolean joined =
          s.word(i - 1).equals("and")
              || s.word(i - 1).equals("then")
              || s.word(i - 1).equals("but")
              || s.word(i - 1).equals("so");
      int back = lexicon.phrases().at("cancel", s, i);
      if ((!drafts.isEmpty() && resumptions.lets(s, i))
          || (back > 1 && s.isBoundary(i + back) && !question)
          || asks(s, i, from, question)
          || ((paused || joined) && takesBack(s, i))) {
        return i;
      }
      boolean restarts =
          lexicon.phrases().at("request", s, i) > 1
              && s.word(i).equals(first)
              && s.word(i + 1).equals(s.word(from + 1));
      if (restarts || (s.word(i).equals("please") && phrases.startsClause(s, i + 1) && !question)) {
        return i;
      }
      boolean again =
          paused
              && !drafts.isEmpty()
              && drafts.last().verb.head().equals(s.word(i))
              && (drafts.last().places.isEmpty()
                  || lexicon.is("pronoun", s.word(i + 1))
                  || lexicon.is("place-adverb", s.word(i + 1)));
      if ((again || resumptions.restarts(s, i, drafts)) && (paused || phrases.startsClause(s, i))) {
        return i;
      }
      if (!question
          && (paused || joined)
          && (resumptions.isOnlyAsked(s, i) || (!drafts.isEmpty() && resumptions.selects(s, i)))) {
        return i;
      }
      boolean imperative = phrases.startsClause(s, i) && lexicon.startsVerb(s.word(i));
      boolean concludes = s.word(i - 1).equals("so") && orders.isOfNamed(s, i);
      if (!question
          && (paused || s.word(i - 1).equals("so"))
          && (concludes || orders.isOrder(s, i))) {
        drafts.aside = !needs && !concludes;
        return i;
      }
      if (imperative
          && ((speaks && (joined || paused))
              || (commands && joined && phrases.determines(s.word(i + 1)))
              || (commands && joined && lexicon.is("pronoun", s.word(i + 1)))
              || (i == topic && isTopic(s, i))
              || (paused && isTopic(s, s.word(i).equals("go") ? i + 1 : i))
              || (needs && ((paused && !wishes) || follows(s, i))))) {
        return i;
      }
    }
    return end;
  }

  /** "offer the guest a seat and …": a verb that the grammar does not know. */
  private boolean isUnknownCommand(Sentence s, int i) {
    String word = s.word(i);
    return !phrases.isFunctionWord(word)
        && (!lexicon.isKnownNoun(word) || phrases.determines(s.word(i + 1)))
        && !word.endsWith("ing")
        && (phrases.determines(s.word(i + 1)) || lexicon.names("person", s.word(i + 1)));
  }

  /** "the spoon on the table, bring it here". */
  private boolean isTopic(Sentence s, int i) {
    String next = s.word(i + 1);
    boolean points = next.equals("it") || next.equals("them");
    if (points && phrases.place(s, i + 2).isPresent() && lexicon.startsVerb(s.word(i))) {
      return true;
    }
    return points
        && lexicon
            .verb(s.word(i))
            .filter(verb -> verb.evidence().compareTo(Verb.Evidence.WEAK) <= 0)
            .isPresent();
  }

  private boolean takesBack(Sentence s, int i) {
    return lexicon.phrases().at("cancel", s, i) > 0
        || (lexicon.phrases().at("repair", s, i) > 0
            && lexicon.phrases().at("weak repair", s, i) == 0);
  }

  /** "can you …" in the middle of a sentence; "what can you" is a question. */
  private boolean asks(Sentence s, int i, int from, boolean question) {
    boolean form =
        s.word(i + 1).equals("you")
            && switch (s.word(i)) {
              case "can", "could", "would", "will" -> true;
              default -> false;
            };
    if (!form) {
      boolean own = s.word(i).equals("i") || s.word(i).equals("we");
      boolean joined =
          !s.at(i - 1).isWord()
              || s.word(i - 1).equals("and")
              || s.word(i - 1).equals("but")
              || s.word(i - 1).equals("so");
      return own && joined && !question && lexicon.phrases().at("request", s, i) > 3;
    }
    boolean separate =
        !s.at(i - 1).isWord()
            || lexicon.is("conjunction", s.word(i - 1))
            || s.word(i - 1).equals("so");
    boolean verb = lexicon.phrases().at("request", s, i) > 0;
    boolean asked =
        lexicon.is("question", s.word(i - 1)) || lexicon.is("subordinate", s.word(i - 1));
    return verb && !asked && (separate || (!question && i > from + 1));
  }

  /** "I am hungry": somebody or something, and what is wrong with it. */
  private boolean isNeed(Sentence s, int from, int end) {
    String first = s.word(from);
    boolean subject =
        (lexicon.is("subject", first) && !first.equals("who") && !first.equals("people"))
            || phrases.determines(first)
            || lexicon.isPhysical(first);
    if (!subject) {
      return false;
    }
    for (int i = from + 1; i < Math.min(end, from + 6); i++) {
      if (lexicon.is("needing", s.word(i))) {
        return true;
      }
      if (lexicon.is("subordinate", s.word(i)) || s.word(i).equals("that")) {
        return false;
      }
    }
    return false;
  }

  /** "i am hungry go to the kitchen": no subject or helper stands before the verb. */
  boolean follows(Sentence s, int i) {
    String before = s.word(i - 1);
    String next = s.word(i + 1);
    boolean free =
        !before.isEmpty()
            && !lexicon.is("auxiliary", before)
            && !lexicon.is("conjunction", before)
            && !before.equals("to")
            && !phrases.determines(before)
            && !(lexicon.is("subject", before) && !before.equals("it") && !before.equals("there"))
            && !lexicon.is("preposition", before)
            && !lexicon.is("degree", before)
            && !lexicon.startsVerb(before)
            && !isPlural(before)
            && !lexicon.names("person", before);
    Optional<Verb> verb = lexicon.verb(s.word(i));
    boolean firm = verb.isPresent() && (verb.get().evidence().compareTo(Verb.Evidence.WEAK) <= 0);
    return free
        && (firm
            || next.equals("here")
            || next.equals("there")
            || lexicon.verb(s.word(i) + " " + next).isPresent())
        && (phrases.determines(next)
            || (s.word(i).equals("go") && lexicon.startsVerb(next))
            || lexicon.is("pronoun", next)
            || (lexicon.is("preposition", next)
                && verb.isPresent()
                && verb.get().frame() == Frame.MOTION)
            || lexicon.verb(s.word(i) + " " + next).isPresent()
            || next.equals("there")
            || next.equals("here"));
  }

  /** What several do is told, not asked for. */
  private static boolean isPlural(String word) {
    return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3;
  }

  private int condition(Sentence s, int from, int end) {
    for (int i = from + 2; i < end; i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE
          || (i > from + 3 && phrases.startsClause(s, i) && follows(s, i))
          || (s.word(i).equals("please") && phrases.startsClause(s, i + 1))) {
        return i;
      }
    }
    return end;
  }
}
