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
  private final Renaming renaming;

  FragmentReader(Lexicon lexicon, PhraseReader phrases, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.clauses = clauses;
    this.comments = new Comments(lexicon, phrases);
    this.leads = new Leads(lexicon, phrases, comments);
    this.terms = new EditingTerms(lexicon, phrases);
    this.preference = new Preference(lexicon);
    this.alignment = new Alignment(lexicon);
    this.renaming = new Renaming(lexicon, phrases, alignment);
  }

  /** A correction without a verb: "the blue cup", "to the bathroom", "right". */
  int fragment(Sentence s, int i, Drafts drafts, boolean corrects) {
    // "to the basement, well, to the laundry"
    boolean repairing =
        corrects || (s.at(i - 1).kind() == Token.Kind.PAUSE && s.word(i - 2).equals("well"));
    if ((corrects && Owners.pass(s, i, drafts.last()))
        || isSwitchedOver(s, i, drafts)
        || (corrects && isDoneSo(s, i, drafts.last()))) {
      return i + 1;
    }
    if (!repairing && isFurther(s, i)) {
      return i;
    }
    int from = i;
    while ((phrase("opening", s, from) > 0 || s.word(from).equals("like"))
        && !s.word(from).equals("right")
        && phrases.place(s, from).isEmpty()
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
    boolean again = s.word(from).equals(drafts.last().verb.head()) && isFollowed(s, from + 1);
    if (again || isAct(s, from) || s.word(from).equals("too")) {
      // "too low" says why.
      return i;
    }
    boolean renamed =
        renaming.isNamedAnew(s, from, drafts.last()) || renaming.isEchoed(s, from, drafts.last());
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
            || ((repairing || terms.regret(s, end) > 0)
                && (said.arguments.containsKey("distance") || said.arguments.containsKey("count")));
    String next = s.word(end);
    int preferred = Math.max(preference.length(s, end), concluded(s, i, end));
    boolean ends =
        next.isEmpty()
            || preferred > 0
            || lexicon.is("conjunction", next)
            || phrase("repair", s, end) > 0
            || phrases.startsClause(s, end)
            || next.equals("please")
            || comments.starts(s, end);
    boolean told = said.object.filter(comments::isTold).isPresent();
    boolean idle =
        said.object.filter(phrase -> !alignment.accepts(drafts.last(), phrase)).isPresent();
    if (!something || !ends || told || idle || said.broken) {
      return i;
    }
    if (!corrects && said.object.filter(it -> alignment.completes(drafts.last(), it)).isPresent()) {
      drafts.give(said);
      return end;
    }
    int regret = terms.regret(s, end);
    boolean regretted =
        regret > 0
            || terms.isWithin(s, end - 1)
            || Renaming.isPlacedAnew(s, i, said, drafts.last());
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
    meant |= preferred > 0 || renamed || renaming.isAnother(s, end, said, drafts.last());
    meant |= said.object.filter(Renaming::isTheOne).isPresent() && said.places.isEmpty();
    meant |= said.object.filter(renaming::isOtherWay).isPresent();
    meant |= s.isBoundary(end) && renaming.isRecounted(said, drafts.last());
    boolean announced =
        repairing
            || meant
            || s.at(i - 1).equals(Token.HESITATION)
            || drafts.last().broken
            || drafts.last().object.isEmpty()
            || said.object
                .filter(object -> Renaming.isOfTheSame(object, drafts.last()))
                .isPresent();
    if (subject || state || !announced || (!repairing && !meant && s.at(i - 1).endsSentence())) {
      return i;
    }
    drafts.correct(said);
    return end + Math.max(preferred, repairing ? 0 : regret);
  }

  /** "put the cup …": what is no noun here. */
  private boolean isFollowed(Sentence s, int i) {
    return phrases.determines(s.word(i)) || lexicon.is("preposition", s.word(i));
  }

  private static boolean isJoined(String word) {
    return word.equals("and") || word.equals("then");
  }

  /** "six then", "so the upstairs bathroom then": how many words behind it conclude so, or 0. */
  private static int concluded(Sentence s, int from, int end) {
    if (s.word(end - 1).equals("then") && s.isBoundary(end) && end > from + 1) {
      return isJoined(s.word(from)) ? 0 : 1;
    }
    boolean then = s.word(end).equals("then") && s.isBoundary(end + 1);
    return then && !isJoined(s.word(from)) ? 1 : 0;
  }

  /**
   * "no, it's dirty, in the sink": a correction behind a reason; behind any other statement only
   * "the X one".
   *
   * @return behind the correction, or {@code from}
   */
  int behindReason(Sentence s, int from, int end, Drafts drafts, boolean corrects) {
    for (int i = from + 1; i < end && !drafts.isEmpty(); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE
          && (corrects || drafts.last().broken || isOne(s, i + 1) || isMarkedBehind(s, i + 1))) {
        int corrected = fragment(s, i + 1, drafts, corrects);
        if (corrected > i + 1) {
          return corrected;
        }
      }
    }
    return from;
  }

  /** "…, the white shirts, I mean", "…, so the upstairs bathroom then". */
  private boolean isMarkedBehind(Sentence s, int from) {
    int i = s.word(from).equals("so") ? from + 1 : from;
    int end =
        phrases
            .place(s, i)
            .map(Span::end)
            .or(() -> phrases.noun(s, i).filter(it -> !it.value().pronoun()).map(Span::end))
            .orElse(i);
    boolean marked =
        terms.regret(s, end) > 0 || preference.length(s, end) > 0 || concluded(s, i, end) > 0;
    return end > i && marked;
  }

  private boolean isOne(Sentence s, int from) {
    int i = s.word(from).equals("so") || s.word(from).equals("or") ? from + 1 : from;
    return phrases.noun(s, i).filter(read -> Renaming.isTheOne(read.value())).isPresent();
  }

  /** The noun of what is named alone here, or nothing: "the ketchup, the mayo, bring the mayo". */
  String named(Sentence s, int i) {
    return phrases
        .noun(s, i)
        .filter(read -> s.isBoundary(read.end()))
        .map(read -> read.value().head())
        .orElse("");
  }

  /** Where something is said to be, in a word, or nothing: "I left it upstairs". */
  String where(Sentence s, int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (lexicon.is("place-adverb", s.word(i)) && s.isBoundary(i + 1)) {
        return s.word(i);
      }
    }
    return "";
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
            || (side.equals("off") && base.endsWith(" on"))
            || (drafts.last().verb.frame() == Frame.SWITCH
                && lexicon.is("particle", side)
                && drafts.last().verb.hasParticle()
                && !base.endsWith(" " + side));
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

  /** "quickly, no, slowly": another manner. */
  private boolean isDoneSo(Sentence s, int i, Draft last) {
    boolean manner = lexicon.is("manner", s.word(i)) && s.isBoundary(i + 1);
    if (!manner || !last.arguments.containsKey("manner")) {
      return false;
    }
    last.arguments.put("manner", s.word(i));
    return true;
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
