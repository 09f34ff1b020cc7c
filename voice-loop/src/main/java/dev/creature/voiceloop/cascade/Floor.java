package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.TurnDecision;
import java.util.Optional;

/**
 * The creature's hold of the floor: begins a reply when a turn is taken, gives the turn back when
 * that was too early, yields to a user who interrupts, and tells news when nobody has it. Owned by
 * the engine's actor.
 */
final class Floor {
  private final Surroundings surroundings;
  private final Dialogue dialogue;
  private final Drafts drafts;
  private final Tidings tidings;
  private Optional<SpokenReply> reply = Optional.empty();
  private long nowMillis;
  private int turn;
  private int firstTurn;

  Floor(Surroundings surroundings, Dialogue dialogue, Drafts drafts, Tidings tidings) {
    this.surroundings = surroundings;
    this.dialogue = dialogue;
    this.drafts = drafts;
    this.tidings = tidings;
  }

  /** What is being spoken or about to be. */
  Optional<SpokenReply> reply() {
    return reply;
  }

  /** Number of the turn that is taken next. */
  int nextTurn() {
    return Math.max(turn + 1, firstTurn);
  }

  /** Another engine had the conversation until this turn. */
  void goOnBehind(int lastTurn) {
    turn = lastTurn;
  }

  /** From now on turns have at least this number. */
  void countFrom(int first) {
    firstTurn = first;
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
    reply.ifPresent(speaking -> speaking.tick(now));
    completeWhenDone();
    if (reply.isEmpty()) {
      tidings.due(now).ifPresent(this::tellNow);
    }
  }

  private void tellNow(String text) {
    turn = nextTurn();
    ReplyInProgress news = drafts.news(nowMillis);
    SpokenReply speaking =
        new SpokenReply(turn, news, nowMillis, Optional.of(text), this::tell, this::settled);
    reply = Optional.of(speaking);
    speaking.begin(Optional.empty(), Optional.empty());
    news.thought(text, nowMillis, this::tell);
    news.thoughtEnded(false);
  }

  /**
   * Takes a turn and begins its reply.
   *
   * @param text all that it answers
   */
  void take(PauseWatch.TurnEnd end, String text) {
    OpenPause open = end.pause();
    turn = nextTurn();
    TurnDecision.Commit commit = end.commit();
    notice(
        new ConversationEvent.TurnCommitted(
            nowMillis, turn, commit.probability(), open.latest.silenceMillis()));
    notice(new ConversationEvent.UserFinal(nowMillis, turn, text));
    ReplyInProgress answer =
        open.draft.orElseGet(() -> drafts.answer(text, commit.opening(), turn, nowMillis));
    open.draft.ifPresent(
        used -> notice(new ConversationEvent.SpeculationUsed(nowMillis, used.line(), turn)));
    surroundings.turnAnswered();
    SpokenReply speaking =
        new SpokenReply(turn, answer, nowMillis, Optional.empty(), this::tell, this::settled);
    reply = Optional.of(speaking);
    Optional<Voice.Opener> opener = drafts.opener(commit.opening(), turn);
    if (opener.isEmpty() && !answer.sounded()) {
      surroundings
          .opener(FirstWords.Use.SIGN, turn)
          .ifPresent(sign -> tell(new EngineEvent.Aside(sign.clip())));
    }
    speaking.begin(opener, surroundings.opener(FirstWords.Use.WHILE_THINKING, turn));
    completeWhenDone();
  }

  /** The reply is over, because somebody else has the floor. */
  void cede() {
    if (reply.isEmpty()) {
      return;
    }
    SpokenReply speaking = reply.get();
    speaking.settleNow();
    speaking.words().cancel();
    speaking.other().cut();
    dialogue.handedOn(speaking.turn(), speaking.words().userText());
    tell(new EngineEvent.CutReply(speaking.turn()));
    reply = Optional.empty();
  }

  /** The reply began too early: as if it had not. */
  void giveBack() {
    if (reply.isEmpty()) {
      return;
    }
    SpokenReply speaking = reply.get();
    speaking.words().cancel();
    speaking.other().cut();
    dialogue.returned(speaking.turn());
    speaking.news().ifPresent(tidings::again);
    tell(new EngineEvent.CutReply(speaking.turn()));
    notice(new ConversationEvent.TurnReturned(nowMillis, speaking.turn()));
    reply = Optional.empty();
  }

  /** Hands over that nothing more comes, once that is so. */
  void completeWhenDone() {
    reply
        .filter(speaking -> speaking.words().completesNow())
        .ifPresent(speaking -> {
          dialogue.handedOn(speaking.turn(), speaking.words().userText());
          tell(new EngineEvent.ReplyComplete(speaking.turn()));
        });
  }

  /** How a reply ended at the listener's ear. */
  void heard(EngineCommand.ReplyHeard message) {
    reply
        .filter(speaking -> speaking.turn() == message.turn())
        .ifPresent(speaking -> {
          speaking.over();
          reply = Optional.empty();
          tidings.replyEnds(message.atMillis());
        });
  }

  private void settled() {
    dialogue.taken();
    notice(new ConversationEvent.TurnSettled(nowMillis, turn));
    surroundings.turnOver();
  }

  private void notice(ConversationEvent event) {
    tell(new EngineEvent.Noticed(event));
  }

  private void tell(EngineEvent event) {
    surroundings.tell(event);
  }
}
