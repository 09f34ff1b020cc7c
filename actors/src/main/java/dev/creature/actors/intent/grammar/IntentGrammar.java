package dev.creature.actors.intent.grammar;

import dev.creature.actors.intent.Mood;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.RequestSense;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an utterance asks a body to do, by rules alone.
 *
 * <p>Pure and without state; any number of threads may share one. A reading takes time in
 * proportion to the words, of which at most {@value Tokenizer#MOST_TOKENS} are read.
 */
public final class IntentGrammar {
  private final Lexicon lexicon = Lexicon.load();
  private final Hearing hearing = new Hearing(lexicon);
  private final Contrasts contrasts = new Contrasts(lexicon);
  private final Sequence sequence = new Sequence(lexicon);
  private final UtteranceReader reader = new UtteranceReader(lexicon);
  private final Assembly assembly = new Assembly(lexicon);
  private final Plausibility plausibility = new Plausibility(lexicon);
  private final StopWords stopWords = new StopWords(lexicon);
  private final SecondOpinion opinion;

  /** Rules alone. */
  public IntentGrammar() {
    this(RequestSense.undecided());
  }

  /** Rules, and what is asked where they are in doubt. */
  public IntentGrammar(RequestSense sense) {
    this.opinion = new SecondOpinion(sense);
  }

  /** Whether the body shall halt. Costs a fraction of a reading, and never asks the sense. */
  public boolean stops(String text) {
    return stopWords.stops(hearing.corrected(new Sentence(Tokenizer.tokens(text))));
  }

  /**
   * What an utterance is, by the rules alone. Cheaper than a reading; meant for whoever must decide
   * whether a turn is over.
   */
  public Mood mood(String text) {
    Sentence sentence = hearing.corrected(new Sentence(Tokenizer.tokens(text)));
    if (stopWords.stops(sentence)) {
      return Mood.STOP;
    }
    Drafts drafts = new Drafts(lexicon, Optional.empty());
    boolean whole = reader.read(sentence, drafts).stream().anyMatch(this::isBelieved);
    boolean begun = whole || !drafts.isEmpty();
    boolean asked =
        sentence.size() > 0
            && lexicon.phrases().at("request", sentence, 0) >= Math.max(2, sentence.size() - 1);
    if (asked || (begun && (drafts.last().broken || isHanging(sentence, drafts.last())))) {
      return Mood.COMMAND_OPEN;
    }
    if (whole) {
      return Mood.COMMAND_WHOLE;
    }
    String first = sentence.word(0);
    boolean asks =
        sentence.at(sentence.size() - 1).kind() == Token.Kind.QUESTION
            || lexicon.is("question", first)
            || lexicon.is("auxiliary", first);
    return asks ? Mood.QUESTION : Mood.TALK;
  }

  /** "bring me", "pick up the red", "go to the kitchen and": more must come. */
  private boolean isHanging(Sentence sentence, Draft draft) {
    String end = sentence.word(sentence.size() - 1);
    boolean joins =
        lexicon.is("conjunction", end)
            || lexicon.is("article", end)
            || (lexicon.is("preposition", end)
                && !lexicon.is("direction", end)
                && !lexicon.is("particle", end));
    boolean unnamed =
        lexicon.names("adjective", end)
            && !lexicon.isListedPhysical(end)
            && !lexicon.is("direction", end);
    boolean nothing =
        draft.verb.frame() == Frame.TRANSFER
            && draft.object.filter(object -> lexicon.names("person", object.head())).isPresent()
            && draft.places.isEmpty();
    return joins || unnamed || nothing;
  }

  private boolean isBelieved(Draft draft) {
    return plausibility.confidence(draft, assembly.slots(draft)) > 0;
  }

  /** Reads an utterance that follows nothing. */
  public Reading read(String text) {
    return read(text, List.of());
  }

  /**
   * Reads.
   *
   * @param text what was said, from a keyboard or a recogniser, with or without marks
   * @param before the tasks of the conversation so far, the latest last: what "it" may mean
   */
  public Reading read(String text, List<PhysicalTask> before) {
    return read(text, plain(hearing.corrected(new Sentence(Tokenizer.tokens(text)))), before);
  }

  /** Reads the creature's own words, which nobody misheard. */
  public Reading readOwn(String text, List<PhysicalTask> before) {
    return read(text, plain(hearing.asWritten(new Sentence(Tokenizer.tokens(text)))), before);
  }

  /** Without what is only ruled out, and with the deeds in their order. */
  private Sentence plain(Sentence sentence) {
    return sequence.resolved(contrasts.resolved(sentence));
  }

  private Reading read(String text, Sentence sentence, List<PhysicalTask> before) {
    if (stopWords.stops(sentence)) {
      return new Reading(text, List.of(), true, false);
    }
    Drafts drafts = new Drafts(lexicon, latestThing(before));
    List<SecondOpinion.Candidate> candidates = new ArrayList<>();
    for (Draft draft : reader.read(sentence, drafts)) {
      task(draft).ifPresent(task -> candidates.add(new SecondOpinion.Candidate(task, draft.said)));
    }
    List<ReadTask> tasks = opinion.decide(text, candidates);
    Restatement.drop(tasks);
    return new Reading(text, tasks, false, tasks.isEmpty() && stopWords.releases(sentence));
  }

  /** A task with its confidence; that is 0 where the rules would rather not believe it. */
  private Optional<ReadTask> task(Draft draft) {
    boolean misheard = nearMiss(draft);
    Slots slots = assembly.slots(draft);
    double confidence = plausibility.confidence(draft, slots);
    if (confidence <= 0 && !plausibility.isThinkable(draft, slots)) {
      return Optional.empty();
    }
    PhysicalTask task = Assembly.task(draft.verb, slots);
    return Optional.of(
        new ReadTask(
            task,
            confidence <= 0 ? 0 : Math.max(0.05, misheard ? confidence - 0.1 : confidence),
            reversibility(draft, task)));
  }

  /** What cannot be undone when it is done with food or fluids can when it is done with things. */
  private Reversibility reversibility(Draft draft, PhysicalTask task) {
    return task.arguments().containsKey("condition")
        ? Reversibility.COSTLY
        : draft.verb.reversibility();
  }

  private boolean nearMiss(Draft draft) {
    if (draft.object.isEmpty() || draft.object.get().pronoun()) {
      return false;
    }
    NounPhrase object = draft.object.get();
    boolean unknown =
        !lexicon.isKnownNoun(object.head()) && !lexicon.isThing(object.head()) && object.definite();
    Optional<String> meant = unknown ? hearing.soundsLike(object.head()) : Optional.empty();
    meant.ifPresent(noun -> {
      draft.arguments.put("heard", object.text());
      draft.object = Optional.of(object.withLastWord(noun));
    });
    return meant.isPresent();
  }

  private static Optional<NounPhrase> latestThing(List<PhysicalTask> before) {
    for (PhysicalTask task : before.reversed()) {
      if (task.object().isPresent()) {
        return task.object()
            .map(text ->
                new NounPhrase(
                    "",
                    "",
                    List.of(text.split(" ")),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    true,
                    ""));
      }
    }
    return Optional.empty();
  }
}
