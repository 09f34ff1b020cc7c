package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads a correction without a verb: "no, the blue cup". Pure, but for the drafts it changes. */
final class FragmentReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final ClauseReader clauses;
  private final Comments comments;
  private final Leads leads;
  private final EditingTerms terms;
  private final Preference preference;
  private final Alignment alignment;

  FragmentReader(Lexicon lexicon, PhraseReader phrases, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.clauses = clauses;
    this.comments = new Comments(lexicon, phrases);
    this.leads = new Leads(lexicon, phrases, comments);
    this.terms = new EditingTerms(lexicon, phrases);
    this.preference = new Preference(lexicon);
    this.alignment = new Alignment(lexicon);
  }

  /** A correction without a verb: "the blue cup", "to the bathroom", "right". */
  int fragment(Sentence s, int i, Drafts drafts, boolean corrects) {
    // "to the basement, well, to the laundry"
    boolean repairing =
        corrects || (s.at(i - 1).kind() == Token.Kind.PAUSE && s.word(i - 2).equals("well"));
    if (isSwitchedOver(s, i, drafts)) {
      return i + 1;
    }
    if (!repairing && isFurther(s, i)) {
      return i;
    }
    int from = i;
    while ((phrase("opening", s, from) > 0 || s.word(from).equals("like"))
        && !s.word(from).equals("right")
        && !(s.word(from).equals("to") && phrases.place(s, from).isPresent())
        && from < i + 3) {
      from += Math.max(1, phrase("opening", s, from));
    }
    if (repairing) {
      from += leads.lead(s, from);
    }
    boolean bare = repairing && s.isBoundary(from + 1) && lexicon.isThing(s.word(from));
    if (phrases.startsClause(s, from)
        && !bare
        && !phrases.determines(s.word(from))
        && !lexicon.is("direction", s.word(from))) {
      return i;
    }
    if (isAct(s, from) || s.word(from).equals("too")) {
      // "too low" says why.
      return i;
    }
    boolean renamed = isNamedAnew(s, from, drafts.last()) || isEchoed(s, from, drafts.last());
    if (!repairing && !renamed && isCalled(s, from)) {
      return i;
    }
    Draft said = new Draft(drafts.last().verb);
    said.broken = false;
    int end = clauses.slots(s, from, said);
    boolean something =
        said.object.isPresent()
            || !said.places.isEmpty()
            || said.direction.isPresent()
            || said.arguments.containsKey("side")
            || (repairing
                && (said.arguments.containsKey("distance") || said.arguments.containsKey("count")));
    String next = s.word(end);
    int preferred = preference.length(s, end);
    boolean ends =
        next.isEmpty()
            || preferred > 0
            || lexicon.is("conjunction", next)
            || phrase("repair", s, end) > 0
            || phrases.startsClause(s, end)
            || next.equals("please")
            || comments.starts(s, end);
    boolean told = said.object.filter(comments::isTold).isPresent();
    if (!something || !ends || told || said.broken) {
      return i;
    }
    int regret = terms.regret(s, end);
    boolean regretted =
        regret > 0 || terms.isWithin(s, end - 1) || isPlacedAnew(s, i, said, drafts.last());
    if (!repairing && said.object.isEmpty() && preferred == 0 && !regretted) {
      return isAfterthought(s, i, end, said, drafts.last()) ? added(said, drafts, end) : i;
    }
    boolean subject =
        said.object.filter(object -> lexicon.is("subject", object.head())).isPresent();
    boolean state =
        !repairing
            && said.object
                .filter(
                    object -> object.head().endsWith("ed") && !lexicon.isKnownNoun(object.head()))
                .isPresent();
    boolean meant = regretted;
    meant |= preferred > 0 || renamed;
    meant |= said.object.filter(FragmentReader::isTheOne).isPresent() && said.places.isEmpty();
    boolean announced =
        repairing
            || meant
            || s.at(i - 1).equals(Token.HESITATION)
            || drafts.last().broken
            || drafts.last().object.isEmpty()
            || said.object.filter(object -> isOfTheSame(object, drafts.last())).isPresent();
    if (subject || state || !announced || (!repairing && !meant && s.at(i - 1).endsSentence())) {
      return i;
    }
    drafts.correct(said);
    return end + Math.max(preferred, repairing ? 0 : regret);
  }

  /**
   * "no, it's dirty, in the sink": a correction behind a reason; behind any other statement only
   * "the X one".
   *
   * @return behind the correction, or {@code from}
   */
  int behindReason(Sentence s, int from, int end, Drafts drafts, boolean corrects) {
    for (int i = from + 1; i < end && !drafts.isEmpty(); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE && (corrects || isOne(s, i + 1))) {
        int corrected = fragment(s, i + 1, drafts, corrects);
        if (corrected > i + 1) {
          return corrected;
        }
      }
    }
    return from;
  }

  private boolean isOne(Sentence s, int from) {
    int i = s.word(from).equals("so") || s.word(from).equals("or") ? from + 1 : from;
    return phrases.noun(s, i).filter(read -> isTheOne(read.value())).isPresent();
  }

  /** "onto the patio, hmm, onto the grass": the same slot, by somebody who looks for the word. */
  private static boolean isPlacedAnew(Sentence s, int i, Draft said, Draft last) {
    return s.at(i - 1).equals(Token.HESITATION)
        && said.places.size() == 1
        && last.places.stream()
            .anyMatch(place -> place.preposition().equals(said.places.getFirst().preposition()));
  }

  /** The noun of what is named alone here, or nothing: "the ketchup, the mayo, bring the mayo". */
  String named(Sentence s, int i) {
    return phrases
        .noun(s, i)
        .filter(read -> s.isBoundary(read.end()))
        .map(read -> read.value().head())
        .orElse("");
  }

  /** "Take this to Anna. Hannah.": another name alone behind a name. */
  private boolean isNamedAnew(Sentence s, int i, Draft last) {
    Optional<NounPhrase> receiver =
        switch (last.last) {
          case RECIPIENT -> last.recipient;
          case PLACE -> Optional.of(last.places.getLast().landmark());
          case OBJECT -> last.object;
          case NOTHING, DIRECTION -> Optional.empty();
        };
    int name = lexicon.is("title", s.word(i)) ? i + 1 : i;
    return (lexicon.names("person", s.word(name)) || isUnknown(s, name))
        && !lexicon.is("pronoun", s.word(name))
        && s.isBoundary(i - 1)
        && s.isBoundary(name + 1)
        && receiver
            .filter(who -> !who.pronoun() && !who.head().equals(s.word(i)))
            .filter(who -> lexicon.names("person", who.head()))
            .isPresent();
  }

  /** "Put it in the freezer. Fridge.": a noun alone, of the kind of one that had an article. */
  private boolean isEchoed(Sentence s, int i, Draft last) {
    Optional<Span<NounPhrase>> said = phrases.single(s, i);
    boolean alone =
        s.at(i - 1).endsSentence()
            && said.filter(read -> s.isBoundary(read.end())).isPresent()
            && !phrases.startsClause(s, i);
    if (!alone) {
      return false;
    }
    NounPhrase noun = said.orElseThrow().value();
    return last.object.filter(old -> alignment.echoes(noun, old)).isPresent()
        || last.places.stream().anyMatch(place -> alignment.echoes(noun, place.landmark()));
  }

  private boolean isUnknown(Sentence s, int i) {
    String word = s.word(i);
    return !word.isEmpty()
        && phrase("opening", s, i) == 0
        && !phrases.isFunctionWord(word)
        && !lexicon.isKnownNoun(word)
        && !lexicon.isThing(word)
        && !lexicon.isIdea(word)
        && !lexicon.names("adjective", word)
        && !lexicon.startsVerb(word);
  }

  /** "pass me the towel, ta": an unknown word alone names no other thing. */
  private boolean isCalled(Sentence s, int i) {
    return s.isBoundary(i + 1)
        && !lexicon.isKnownNoun(s.word(i))
        && !lexicon.isThing(s.word(i))
        && !lexicon.is("direction", s.word(i))
        && !phrases.determines(s.word(i))
        && !lexicon.isNumber(s.word(i));
  }

  /** "Bring the cup. To the bedroom.": a goal that the deed still lacks. */
  private static boolean isAfterthought(Sentence s, int i, int end, Draft said, Draft last) {
    boolean goal =
        said.places.size() == 1
            && said.direction.isEmpty()
            && (said.places.getFirst().isGoal() || said.places.getFirst().isSource());
    boolean lacks =
        goal
            && last.places.stream()
                .noneMatch(place -> place.isGoal() == said.places.getFirst().isGoal());
    return lacks
        && s.at(i - 1).endsSentence()
        && s.isBoundary(end)
        && ObjectReader.takesRecipient(last);
  }

  private static int added(Draft said, Drafts drafts, int end) {
    drafts.last().add(said.places.getFirst());
    return end;
  }

  /** "let go of the cup", "hug two bottles": a noun that is a verb here. */
  private boolean isAct(Sentence s, int i) {
    String next = s.word(i + 1);
    return lexicon.verb(s.word(i) + " " + next).isPresent()
        || (lexicon.startsVerb(s.word(i))
            && (lexicon.names("person", next)
                || lexicon.isNumber(next)
                || lexicon.is("pronoun", next)
                || phrases.determines(next)));
  }

  /** "the table, the kitchen table", "the cup, the blue one": the same kind of thing again. */
  private static boolean isOfTheSame(NounPhrase said, Draft last) {
    String head = said.head();
    return head.equals("one")
        || head.equals("ones")
        || last.object.filter(object -> object.head().equals(head)).isPresent()
        || last.places.stream().anyMatch(place -> place.landmark().head().equals(head));
  }

  /** "… the screwdriver. The long one." */
  private static boolean isTheOne(NounPhrase phrase) {
    return phrase.definite()
        && !phrase.pronoun()
        && phrase.words().size() > 1
        && (phrase.head().equals("one") || phrase.head().equals("ones"));
  }

  /** "then the kitchen" goes on, and corrects nothing. */
  private static boolean isFurther(Sentence s, int i) {
    return switch (s.word(i)) {
      case "and", "then", "also", "plus" -> true;
      default -> false;
    };
  }

  /** "turn the heater on. Off, sorry": the last switch the other way. */
  private boolean isSwitchedOver(Sentence s, int i, Drafts drafts) {
    String base = drafts.last().verb.base();
    String side = s.word(i);
    boolean over =
        (side.equals("on") && base.endsWith(" off"))
            || (side.equals("off") && base.endsWith(" on"));
    Optional<Verb> other =
        over && s.isBoundary(i + 1)
            ? lexicon.verb(drafts.last().verb.head() + " " + side)
            : Optional.empty();
    other.ifPresent(verb -> {
      drafts.last().verb = verb;
      drafts.last().repaired = true;
    });
    return other.isPresent();
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
