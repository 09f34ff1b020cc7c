package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.PauseEvidence;
import dev.creature.voiceloop.turntaking.SpeakerPace;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.util.Locale;
import java.util.Optional;

/**
 * The pause that lasts at this moment, if one does: weighs it as it grows, and has an answer
 * prepared inside it. Owned by the engine's actor.
 */
final class PauseWatch {
  /** Guesses inside one turn; more are not worth their computing time. */
  private static final int MOST_DRAFTS = 12;

  /** Words before which more of the voice was not heard yet are mostly not all of them. */
  private static final long UNHEARD_MILLIS = 130;

  /** A pause inside a turn; anything shorter is a consonant or a breath. */
  private static final long SHORTEST_PAUSE_MILLIS = 200;

  /**
   * The user is done.
   *
   * @param words of the turn, as recognised in this pause
   */
  record TurnEnd(OpenPause pause, String words, TurnDecision.Commit commit) {}

  private final TurnTaking turnTaking;
  private final Surroundings surroundings;
  private final Dialogue dialogue;
  private final Drafts drafts;
  private final Encouragement encouragement;
  private Optional<OpenPause> pause = Optional.empty();
  private Optional<EarsEvent.PartialWords> partial = Optional.empty();
  private SpeakerPace pace = SpeakerPace.UNKNOWN;
  private int guesses;
  private int goesOnAs = -1;
  private int cuts;

  PauseWatch(TurnTaking turnTaking, Surroundings surroundings, Dialogue dialogue, Drafts drafts) {
    this.turnTaking = turnTaking;
    this.surroundings = surroundings;
    this.dialogue = dialogue;
    this.drafts = drafts;
    this.encouragement = new Encouragement(surroundings);
  }

  boolean lasts() {
    return pause.isPresent();
  }

  /** Words of the turn while it is being spoken. */
  void partial(EarsEvent.PartialWords words) {
    partial = Optional.of(words).filter(it -> !it.text().isBlank());
  }

  void begins(EarsEvent.Hushed hushed) {
    pause =
        Optional.of(
            new OpenPause(
                hushed.pause(),
                hushed.atMillis(),
                hushed.nowMillis(),
                partial
                    .filter(it -> hushed.atMillis() - it.heardMillis() <= UNHEARD_MILLIS)
                    .map(EarsEvent.PartialWords::text)
                    .filter(PauseWatch::isWhole)));
  }

  /**
   * The user goes on: what was prepared is of no use.
   *
   * @param insideTurn whether the pause counts for how this speaker pauses
   */
  void ends(long pausedMillis, boolean insideTurn, long nowMillis) {
    if (insideTurn && pausedMillis >= SHORTEST_PAUSE_MILLIS) {
      pace = pace.paused(pausedMillis);
    }
    dropDraft(nowMillis);
    pause = Optional.empty();
  }

  /** This turn was taken too early: the user goes on with it as the next one. */
  void givenBack(int turn) {
    cuts = turn == goesOnAs ? cuts + 1 : 1;
    goesOnAs = turn + 1;
  }

  /** The turn was taken, or this was none. */
  void forget() {
    partial = Optional.empty();
    pause = Optional.empty();
    guesses = 0;
  }

  /** Nobody will hear what was prepared. */
  void dropDraft(long nowMillis) {
    pause.ifPresent(open -> drop(open, nowMillis));
  }

  /** Stops what is being prepared, without a word. */
  void cancel() {
    pause.flatMap(open -> open.draft).ifPresent(ReplyInProgress::cancel);
  }

  /** It has grown. */
  void grew(Silence silence) {
    numbered(silence.pause()).ifPresent(open -> open.latest = silence);
  }

  /** Its words, where they are known. */
  Optional<String> words() {
    return pause.flatMap(open -> open.words);
  }

  /**
   * Words of the turn up to this pause.
   *
   * @return whether they belong to the pause that lasts
   */
  boolean understood(int number, String text) {
    Optional<OpenPause> open = numbered(number);
    open.ifPresent(it -> it.words = Optional.of(text));
    return open.isPresent();
  }

  /** What was prepared for other words is dropped. */
  void reconsider(String text, long nowMillis) {
    pause
        .filter(open -> open.draft.isPresent())
        .filter(open -> !same(open.draft.get().userText(), dialogue.following(text)))
        .ifPresent(open -> drop(open, nowMillis));
  }

  /** The reply that is being prepared on this line. */
  Optional<ReplyInProgress> draft(int line) {
    return pause.flatMap(open -> open.draft).filter(draft -> draft.line() == line);
  }

  /**
   * Weighs it.
   *
   * @param turn that would be taken
   * @return the end of the turn, once it is one and its words are known
   */
  Optional<TurnEnd> weigh(int turn, long nowMillis) {
    if (pause.isEmpty()) {
      return Optional.empty();
    }
    OpenPause open = pause.get();
    if (open.decided.isEmpty()) {
      decide(open, turn, nowMillis);
    }
    return open.decided.flatMap(
        commit -> open.words.map(words -> new TurnEnd(open, words, commit)));
  }

  private void decide(OpenPause open, int turn, long nowMillis) {
    Silence silence = open.latest;
    TurnDecision decision =
        turnTaking.decide(
            new PauseEvidence(
                silence.silenceMillis(),
                silence.speechMillis(),
                silence.finalDecibels(),
                silence.endProbability(),
                open.words.or(() -> open.guess).map(dialogue::following),
                pace.cutInto(turn == goesOnAs ? cuts : 0)));
    switch (decision) {
      // The words themselves show that more is to come.
      case TurnDecision.Wait _ -> encouragement.pause(silence, 0, nowMillis);
      case TurnDecision.Speculate(double probability, TurnDecision.Opening opening) -> {
        // Before its words are known a pause may be any.
        encouragement.pause(silence, open.words.isPresent() ? probability : 1, nowMillis);
        if (isUrgent(opening) || silence.endProbability().isPresent()) {
          speculate(open, opening, turn, nowMillis);
        }
      }
      case TurnDecision.Commit commit -> {
        if (open.words.isPresent()) {
          open.decided = Optional.of(commit);
        } else {
          // A guess is worth an answer that nobody hears, not a turn.
          speculate(open, commit.opening(), turn, nowMillis);
        }
      }
    }
  }

  private void speculate(OpenPause open, TurnDecision.Opening opening, int turn, long nowMillis) {
    String text = open.words.or(() -> open.guess).map(dialogue::following).orElse("");
    if (text.isBlank() || open.draft.isPresent() || guesses >= MOST_DRAFTS) {
      return;
    }
    guesses++;
    ReplyInProgress draft = drafts.answer(text, opening, turn, nowMillis);
    open.draft = Optional.of(draft);
    notice(new ConversationEvent.SpeculationStarted(nowMillis, draft.line()));
  }

  /**
   * Whether the answer itself is the first that will be heard. Behind an opener there is time for
   * it, and at first the models that find the end of the turn need the processor more.
   */
  private static boolean isUrgent(TurnDecision.Opening opening) {
    return opening == TurnDecision.Opening.ANSWER;
  }

  private void drop(OpenPause open, long nowMillis) {
    open.draft.ifPresent(draft -> drafts.drop(draft, nowMillis));
    open.draft = Optional.empty();
  }

  private Optional<OpenPause> numbered(int number) {
    return pause.filter(open -> open.number == number);
  }

  private void notice(ConversationEvent event) {
    surroundings.tell(new EngineEvent.Noticed(event));
  }

  /**
   * Words that the recogniser heard break off are never the last ones, and an answer to them takes
   * the computing time that the last ones need.
   */
  private static boolean isWhole(String partial) {
    return partial.matches("(?s).*[.?!]\\s*");
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
