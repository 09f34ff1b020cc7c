package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.TurnDecision;
import java.util.Optional;

/** Opens replies that nobody hears yet, each on a line of its own, and drops them again. */
final class Drafts {
  private final Surroundings surroundings;
  private final Dialogue dialogue;
  private final long seed;
  private int lines;

  Drafts(Surroundings surroundings, Dialogue dialogue, long seed) {
    this.surroundings = surroundings;
    this.dialogue = dialogue;
    this.seed = seed;
  }

  /**
   * Starts to answer.
   *
   * @param turn that the answer would belong to
   */
  ReplyInProgress answer(String text, TurnDecision.Opening opening, int turn, long nowMillis) {
    lines++;
    ReplyInProgress draft =
        new ReplyInProgress(
            lines, text, opener(opening, turn).isPresent(), nowMillis, surroundings.open(lines));
    // Another seed each turn, or the same question would always get the same answer.
    draft.start(dialogue.turns(), seed + turn);
    return draft;
  }

  /** A reply to nobody, whose words are known. */
  ReplyInProgress news(long nowMillis) {
    lines++;
    return new ReplyInProgress(lines, "", false, nowMillis, surroundings.open(lines));
  }

  /** What a turn's reply begins with. */
  Optional<Voice.Opener> opener(TurnDecision.Opening opening, int turn) {
    return switch (opening) {
      case ANSWER -> Optional.empty();
      case CONTINUER -> surroundings.opener(FirstWords.Use.TO_REQUEST, turn);
      case LISTENER -> surroundings.opener(FirstWords.Use.TO_STATEMENT, turn);
    };
  }

  /** It is of no use. */
  void drop(ReplyInProgress draft, long nowMillis) {
    draft.cancel();
    surroundings.tell(
        new EngineEvent.Noticed(
            new ConversationEvent.SpeculationDropped(
                nowMillis, draft.line(), Math.max(0, nowMillis - draft.startedMillis()))));
  }
}
