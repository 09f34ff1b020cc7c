package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.PauseEvidence;
import dev.creature.voiceloop.turntaking.SpeakerPace;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose turn it is: weighs each pause, prepares answers inside it, takes the turn, gives it back
 * when that was too early, and yields to a user who interrupts.
 *
 * <p>A state machine without a clock, a thread or an actor of its own: time is that of the user's
 * sound, and everything it causes goes through its {@link Surroundings}. Any order of events leaves
 * it listening or about to speak. Not thread-safe.
 */
final class DuplexTurns {
  /** What a turn-taker acts on. No call blocks or calls back. */
  interface Surroundings {
    /** Tells the conversation. */
    void tell(EngineEvent event);

    /** Opens a reply; its models answer with this number. */
    Voice.Line open(int line);

    /** A word of acknowledgement that is ready to sound; empty where there is none. */
    Optional<Voice.Opener> opener(int turn);

    /** Reads ahead. */
    void prepare(List<Turn> history, String userText);

    /** The ears need not judge this pause any more. */
    void turnAnswered();

    /** The turn is over for the ears; what comes next belongs to another one. */
    void turnOver();
  }

  /** Sounds of less than this without any understandable word are a cough or a door, not a turn. */
  private static final long SHORT_NOISE_MILLIS = 700;

  /** Guesses inside one turn; more are not worth their computing time. */
  private static final int MOST_DRAFTS = 6;

  /** Longer speech is met with a nod now and then. */
  private static final long LONG_SPEECH_MILLIS = 4000;

  /** A nod in a shorter pause would come after it. */
  private static final long NOD_MILLIS = 200;

  /** Nobody has spoken for so long: time for what is to be told. */
  private static final long BREATH_MILLIS = 700;

  /** A pause inside a turn; anything shorter is a consonant or a breath. */
  private static final long SHORTEST_PAUSE_MILLIS = 200;

  private final TurnTaking turnTaking;
  private final Surroundings surroundings;
  private final Dialogue dialogue = new Dialogue();
  private final long seed;
  private final ArrayDeque<String> toTell = new ArrayDeque<>();
  private Optional<OpenPause> pause = Optional.empty();
  private Optional<SpokenReply> reply = Optional.empty();
  private SpeakerPace pace = SpeakerPace.UNKNOWN;
  private long nowMillis;
  private long quietMillis;
  private long noddedMillis;
  private boolean voiceSounds;
  private int turn;
  private int firstTurn;
  private int lines;
  private int drafts;

  DuplexTurns(TurnTaking turnTaking, Surroundings surroundings, long seed) {
    this.turnTaking = turnTaking;
    this.surroundings = surroundings;
    this.seed = seed;
  }

  /** Begins to listen. */
  void start() {
    surroundings.prepare(dialogue.turns(), "");
  }

  /** Goes on with a conversation that another engine had; what was left open is answered now. */
  void recall(EngineCommand.Recall recall) {
    dialogue.recall(recall.exchanges());
    recall
        .open()
        .ifPresentOrElse(
            left -> {
              turn = left.turn() - 1;
              read(left.user());
            },
            () -> surroundings.prepare(dialogue.turns(), ""));
    firstTurn = recall.firstTurn();
  }

  /** Drops whatever is being prepared or said. */
  void stop() {
    pause.flatMap(open -> open.draft).ifPresent(ReplyInProgress::cancel);
    reply.ifPresent(speaking -> speaking.words().cancel());
  }

  /** Whether a reply is being spoken or about to be. */
  boolean replying() {
    return reply.isPresent();
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
    reply.ifPresent(this::advance);
    if (reply.isEmpty()
        && !voiceSounds
        && !toTell.isEmpty()
        && now - quietMillis >= BREATH_MILLIS) {
      tellNow(toTell.remove());
    }
  }

  /** A whole turn that was written. What is being said is cut: writing is an interruption, too. */
  void read(String text) {
    reply.ifPresent(speaking -> yieldTo(speaking));
    pause.flatMap(open -> open.draft).ifPresent(this::drop);
    OpenPause written = new OpenPause(0, nowMillis, nowMillis);
    take(written, text, new TurnDecision.Commit(1, TurnDecision.Opening.ANSWER));
  }

  /** Something to tell in the next breath, when nobody speaks. */
  void tellLater(String text) {
    if (!text.isBlank()) {
      toTell.add(text);
    }
  }

  private void tellNow(String text) {
    turn = Math.max(turn + 1, firstTurn);
    lines++;
    ReplyInProgress news =
        new ReplyInProgress(lines, "", false, nowMillis, surroundings.open(lines));
    SpokenReply speaking =
        new SpokenReply(turn, news, nowMillis, Optional.of(text), this::tell, this::settled);
    reply = Optional.of(speaking);
    speaking.begin(Optional.empty());
    news.thought(text, nowMillis, this::tell);
    news.thoughtEnded(false);
  }

  /** What the ears say. */
  void heard(EarsEvent event) {
    note(event);
    switch (event) {
      case EarsEvent.VoiceStarted(long at, _) -> {
        voiceSounds = true;
        voice(at);
      }
      case EarsEvent.VoiceEnded(_, _, long noticed) -> quietSince(noticed);
      case EarsEvent.VoiceLikely(long at) -> reply.ifPresent(speaking -> speaking.voiceLikely(at));
      case EarsEvent.Hushed(int number, long at, long now) -> {
        pause = Optional.of(new OpenPause(number, at, now));
        reply.ifPresent(SpokenReply::voiceHushed);
      }
      case EarsEvent.WentOn(_, long pausedMillis) -> wentOn(pausedMillis);
      case EarsEvent.PartialWords(_, String text, _) -> partial(text);
      case Silence silence -> silence(silence);
      case EarsEvent.TurnWords(int number, _, String text) -> words(number, text);
      case EarsEvent.EarsFailed _ -> {}
    }
  }

  private void quietSince(long millis) {
    voiceSounds = false;
    quietMillis = Math.max(quietMillis, millis);
  }

  /** What the models of a line say; of a line that is over, nothing. */
  void said(CascadeEngine.FromModels message) {
    switch (message) {
      case CascadeEngine.Heard(EarsEvent event) -> heard(event);
      case CascadeEngine.Thought(int line, String text) ->
          of(line).ifPresent(words -> words.thought(text, nowMillis, this::tell));
      case CascadeEngine.ThoughtEnded(int line, Optional<String> failure) ->
          of(line)
              .ifPresent(words -> {
                failure.ifPresent(what -> trouble("brain", what));
                words.thoughtEnded(failure.isPresent());
              });
      case CascadeEngine.Spoken(int line, var clip) ->
          of(line).ifPresent(words -> words.spoken(clip, nowMillis, this::tell));
      case CascadeEngine.SpeakingFailed(int line, String what) ->
          of(line)
              .ifPresent(words -> {
                trouble("mouth", what);
                words.speakingFailed();
              });
    }
    reply.ifPresent(this::completeWhenDone);
  }

  /** How a reply ended at the listener's ear. */
  void replyHeard(EngineCommand.ReplyHeard message) {
    dialogue.heard(message.turn(), message.heard(), message.interrupted());
    surroundings.prepare(dialogue.turns(), "");
    reply
        .filter(speaking -> speaking.turn() == message.turn())
        .ifPresent(speaking -> {
          speaking.over();
          reply = Optional.empty();
          quietSince(message.atMillis());
        });
  }

  // The user's voice.

  private void voice(long at) {
    if (reply.isEmpty()) {
      return;
    }
    SpokenReply speaking = reply.get();
    if (speaking.revocable()) {
      giveBack(speaking);
    } else {
      speaking.interrupted(at);
    }
  }

  /** The user goes on: what was prepared is of no use, and what was begun was begun too early. */
  private void wentOn(long pausedMillis) {
    if (pausedMillis >= SHORTEST_PAUSE_MILLIS && reply.map(SpokenReply::revocable).orElse(true)) {
      pace = pace.paused(pausedMillis);
    }
    pause.flatMap(open -> open.draft).ifPresent(this::drop);
    pause = Optional.empty();
    if (reply.isPresent()) {
      SpokenReply speaking = reply.get();
      if (speaking.revocable()) {
        giveBack(speaking);
      } else {
        speaking.voiceWentOn();
      }
    }
  }

  private void partial(String text) {
    if (reply.isPresent()) {
      judge(reply.get(), text, false);
    } else if (pause.isEmpty() && !text.isBlank()) {
      surroundings.prepare(dialogue.turns(), dialogue.following(text));
    }
  }

  private void silence(Silence silence) {
    Optional<OpenPause> open = pause.filter(it -> it.number == silence.pause());
    open.ifPresent(it -> it.latest = silence);
    if (reply.isPresent()) {
      String words = open.flatMap(it -> it.words).orElse("");
      reply.get().silence(silence.silenceMillis(), open.flatMap(it -> it.words).isPresent());
      judge(reply.get(), words, true);
    } else {
      open.ifPresent(this::weigh);
    }
  }

  private void words(int number, String text) {
    Optional<OpenPause> open = pause.filter(it -> it.number == number);
    if (open.isEmpty()) {
      return;
    }
    OpenPause here = open.get();
    boolean changed = here.words.isPresent() && !same(here.words.get(), text);
    here.words = Optional.of(text);
    if (reply.isPresent()) {
      judge(reply.get(), text, true);
      return;
    }
    if (changed) {
      here.draft.ifPresent(this::drop);
      here.draft = Optional.empty();
    }
    weigh(here);
  }

  // The pause.

  private void weigh(OpenPause open) {
    if (open.decided.isEmpty()) {
      Silence silence = open.latest;
      TurnDecision decision =
          turnTaking.decide(
              new PauseEvidence(
                  silence.silenceMillis(),
                  silence.speechMillis(),
                  silence.endProbability(),
                  open.words.map(dialogue::following),
                  pace));
      switch (decision) {
        case TurnDecision.Wait _ -> nod(silence);
        case TurnDecision.Speculate(TurnDecision.Opening opening) -> {
          nod(silence);
          speculate(open, opening);
        }
        case TurnDecision.Commit commit -> open.decided = Optional.of(commit);
      }
    }
    if (open.decided.isPresent() && open.words.isPresent()) {
      take(open, open.words.get(), open.decided.get());
    }
  }

  /** Somebody who tells something long is shown that he is listened to, in his pauses. */
  private void nod(Silence silence) {
    if (silence.speechMillis() >= LONG_SPEECH_MILLIS
        && silence.silenceMillis() >= NOD_MILLIS
        && nowMillis - noddedMillis >= LONG_SPEECH_MILLIS) {
      noddedMillis = nowMillis;
      notice(new ConversationEvent.Backchannel(nowMillis, ""));
    }
  }

  private void speculate(OpenPause open, TurnDecision.Opening opening) {
    String text = open.words.map(dialogue::following).orElse("");
    if (text.isBlank() || open.draft.isPresent() || drafts >= MOST_DRAFTS) {
      return;
    }
    drafts++;
    ReplyInProgress draft = draft(text, opening);
    open.draft = Optional.of(draft);
    notice(new ConversationEvent.SpeculationStarted(nowMillis, draft.line()));
  }

  private ReplyInProgress draft(String text, TurnDecision.Opening opening) {
    lines++;
    ReplyInProgress draft =
        new ReplyInProgress(
            lines,
            text,
            opening == TurnDecision.Opening.CONTINUER && surroundings.opener(turn + 1).isPresent(),
            nowMillis,
            surroundings.open(lines));
    // Another seed each turn, or the same question would always get the same answer.
    draft.start(dialogue.turns(), seed + turn + 1);
    return draft;
  }

  private void drop(ReplyInProgress draft) {
    draft.cancel();
    notice(
        new ConversationEvent.SpeculationDropped(
            nowMillis, draft.line(), Math.max(0, nowMillis - draft.startedMillis())));
  }

  private void take(OpenPause open, String words, TurnDecision.Commit commit) {
    String text = dialogue.following(words);
    pause = Optional.empty();
    drafts = 0;
    if (text.isBlank() && open.latest.speechMillis() < SHORT_NOISE_MILLIS) {
      open.draft.ifPresent(this::drop);
      surroundings.turnOver();
      return;
    }
    turn = Math.max(turn + 1, firstTurn);
    notice(
        new ConversationEvent.TurnCommitted(
            nowMillis, turn, commit.probability(), open.latest.silenceMillis()));
    notice(new ConversationEvent.UserFinal(nowMillis, turn, text));
    ReplyInProgress answer = open.draft.orElseGet(() -> draft(text, commit.opening()));
    open.draft.ifPresent(
        used -> notice(new ConversationEvent.SpeculationUsed(nowMillis, used.line(), turn)));
    surroundings.turnAnswered();
    Optional<Voice.Opener> opener =
        commit.opening() == TurnDecision.Opening.CONTINUER
            ? surroundings.opener(turn)
            : Optional.empty();
    SpokenReply speaking =
        new SpokenReply(turn, answer, nowMillis, Optional.empty(), this::tell, this::settled);
    reply = Optional.of(speaking);
    speaking.begin(opener);
    completeWhenDone(speaking);
  }

  private void settled() {
    dialogue.taken();
    notice(new ConversationEvent.TurnSettled(nowMillis, turn));
    surroundings.turnOver();
  }

  // The reply.

  private void advance(SpokenReply speaking) {
    speaking.tick(nowMillis);
    completeWhenDone(speaking);
  }

  private void judge(SpokenReply speaking, String text, boolean complete) {
    switch (speaking.judge(text, complete)) {
      case GO_ON -> {}
      case RESUMED -> {
        pause = Optional.empty();
        surroundings.turnOver();
      }
      case YIELD -> {
        yieldTo(speaking);
        pause.ifPresent(this::weigh);
      }
    }
  }

  private void yieldTo(SpokenReply speaking) {
    speaking.settleNow();
    speaking.words().cancel();
    speaking.cut();
    dialogue.handedOn(speaking.turn(), speaking.words().userText());
    tell(new EngineEvent.CutReply(speaking.turn()));
    reply = Optional.empty();
  }

  private void giveBack(SpokenReply speaking) {
    speaking.words().cancel();
    speaking.cut();
    dialogue.returned(speaking.turn());
    speaking.news().ifPresent(toTell::addFirst);
    tell(new EngineEvent.CutReply(speaking.turn()));
    notice(new ConversationEvent.TurnReturned(nowMillis, speaking.turn()));
    reply = Optional.empty();
  }

  private void completeWhenDone(SpokenReply speaking) {
    if (speaking.words().completesNow()) {
      dialogue.handedOn(speaking.turn(), speaking.words().userText());
      tell(new EngineEvent.ReplyComplete(speaking.turn()));
    }
  }

  private Optional<ReplyInProgress> of(int line) {
    return reply
        .map(SpokenReply::words)
        .or(() -> pause.flatMap(open -> open.draft))
        .filter(words -> words.line() == line);
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  private void note(EarsEvent event) {
    switch (event) {
      case EarsEvent.VoiceStarted(long at, long noticed) ->
          notice(new ConversationEvent.UserSpeechStarted(at, noticed));
      case EarsEvent.VoiceEnded(_, long at, long noticed) ->
          notice(new ConversationEvent.UserSpeechEnded(at, noticed));
      case EarsEvent.PartialWords(long at, String text, int stable) ->
          notice(new ConversationEvent.UserPartial(at, text, stable));
      case EarsEvent.EarsFailed(String what) -> trouble("ears", what);
      case Silence _,
          EarsEvent.TurnWords _,
          EarsEvent.Hushed _,
          EarsEvent.WentOn _,
          EarsEvent.VoiceLikely _ -> {
        // Evidence for the engine only.
      }
    }
  }

  private void trouble(String part, String what) {
    notice(new ConversationEvent.Trouble(nowMillis, part, what));
  }

  private void notice(ConversationEvent event) {
    tell(new EngineEvent.Noticed(event));
  }

  private void tell(EngineEvent event) {
    surroundings.tell(event);
  }
}
