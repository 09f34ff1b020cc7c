package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
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
  /** Sounds of less than this without any understandable word are a cough or a door, not a turn. */
  private static final long SHORT_NOISE_MILLIS = 700;

  /** Somebody far away who has been silent for so long is done. */
  private static final long OVERHEARD_MILLIS = 600;

  private final Surroundings surroundings;
  private final Dialogue dialogue = new Dialogue();
  private final PauseWatch pause;
  private final Tidings tidings = new Tidings();
  private final Floor floor;
  private long nowMillis;

  /** Whether the voice that sounds began far away while the creature spoke: it is not for it. */
  private boolean overheard;

  DuplexTurns(TurnTaking turnTaking, Surroundings surroundings, long seed) {
    this.surroundings = surroundings;
    Drafts drafts = new Drafts(surroundings, dialogue, seed);
    this.floor = new Floor(surroundings, dialogue, drafts, tidings);
    this.pause = new PauseWatch(turnTaking, surroundings, dialogue, drafts);
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
              floor.goOnBehind(left.turn() - 1);
              read(left.user());
            },
            () -> surroundings.prepare(dialogue.turns(), ""));
    floor.countFrom(recall.firstTurn());
  }

  /** Drops whatever is being prepared or said. */
  void stop() {
    pause.cancel();
    floor.reply().ifPresent(speaking -> speaking.words().cancel());
  }

  /** Whether a reply is being spoken or about to be. */
  boolean replying() {
    return floor.reply().isPresent();
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
    floor.tick(now);
  }

  /** A whole turn that was written. What is being said is cut: writing is an interruption, too. */
  void read(String text) {
    floor.cede();
    pause.dropDraft(nowMillis);
    OpenPause written = new OpenPause(0, nowMillis, nowMillis, Optional.empty());
    take(
        new PauseWatch.TurnEnd(
            written, text, new TurnDecision.Commit(1, TurnDecision.Opening.ANSWER)));
  }

  /** Something to tell in the next breath, when nobody speaks. */
  void tellLater(String text) {
    tidings.add(text);
  }

  /** What the ears say. */
  void heard(EarsEvent event) {
    EarsNotes.of(event, nowMillis).ifPresent(this::notice);
    switch (event) {
      case EarsEvent.VoiceStarted(long at, _) -> {
        tidings.voiceBegins();
        overheard &= replying();
        voice(at);
      }
      case EarsEvent.VoiceFar _ -> overheard = replying();
      case EarsEvent.VoiceNear(long at) -> near(at);
      case EarsEvent.VoiceEnded(_, _, long noticed) -> tidings.voiceEnds(noticed);
      case EarsEvent.VoiceLikely(long at) ->
          floor.reply().ifPresent(speaking -> speaking.other().likely(at));
      case EarsEvent.Hushed hushed -> {
        pause.begins(hushed);
        floor.reply().ifPresent(speaking -> speaking.other().hushed());
      }
      case EarsEvent.WentOn(_, long pausedMillis) -> wentOn(pausedMillis);
      case EarsEvent.PartialWords words -> partial(words);
      case Silence silence -> silence(silence);
      case EarsEvent.TurnWords(int number, long at, String text) -> words(number, at, text);
      case EarsEvent.EarsFailed _ -> {}
    }
  }

  /** What the models of a line say; of a line that is over, nothing. */
  void said(CascadeEngine.FromModels message) {
    switch (message) {
      case CascadeEngine.Heard(EarsEvent event) -> heard(event);
      case CascadeEngine.OfLine ofLine ->
          of(ofLine.line()).ifPresent(words -> words.said(ofLine, nowMillis, this::tell));
    }
    floor.completeWhenDone();
  }

  /** How a reply ended at the listener's ear. */
  void replyHeard(EngineCommand.ReplyHeard message) {
    dialogue.heard(message.turn(), message.heard(), message.interrupted());
    surroundings.prepare(dialogue.turns(), "");
    floor.heard(message);
  }

  // The user's voice.

  private void voice(long at) {
    if (floor.reply().isEmpty()) {
      return;
    }
    SpokenReply speaking = floor.reply().get();
    if (overheard) {
      speaking.other().likely(at);
    } else if (speaking.revocable()) {
      giveBack(speaking);
    } else {
      speaking.other().heard(at);
    }
  }

  private void giveBack(SpokenReply speaking) {
    if (speaking.news().isEmpty()) {
      pause.givenBack(speaking.turn());
    }
    floor.giveBack();
  }

  /** Whoever seemed far away is not, or has something to say that counts from there, too. */
  private void near(long at) {
    if (overheard) {
      overheard = false;
      voice(at);
    }
  }

  /** The user goes on: what was prepared is of no use, and what was begun was begun too early. */
  private void wentOn(long pausedMillis) {
    boolean insideTurn = floor.reply().map(SpokenReply::revocable).orElse(!overheard);
    pause.ends(pausedMillis, insideTurn, nowMillis);
    if (floor.reply().isPresent() && !overheard) {
      SpokenReply speaking = floor.reply().get();
      if (speaking.revocable()) {
        giveBack(speaking);
      } else {
        speaking.other().wentOn();
      }
    }
  }

  private void partial(EarsEvent.PartialWords words) {
    String text = words.text();
    pause.partial(words);
    mindStop(text, words.atMillis());
    if (overheard) {
      return;
    }
    if (floor.reply().isPresent()) {
      judge(floor.reply().get(), words.atMillis(), text, false);
    } else if (!pause.lasts() && !text.isBlank()) {
      surroundings.prepare(dialogue.turns(), dialogue.following(text));
    }
  }

  private void silence(Silence silence) {
    pause.grew(silence);
    if (overheard) {
      if (silence.silenceMillis() >= OVERHEARD_MILLIS) {
        forget();
      }
    } else if (floor.reply().isPresent()) {
      Optional<String> words = pause.words();
      floor.reply().get().other().silence(silence.silenceMillis(), words.isPresent());
      judge(floor.reply().get(), silence.nowMillis(), words.orElse(""), true);
    } else {
      weigh();
    }
  }

  private void words(int number, long at, String text) {
    if (!pause.understood(number, text)) {
      return;
    }
    mindStop(text, at);
    if (overheard) {
      return;
    }
    if (floor.reply().isPresent()) {
      judge(floor.reply().get(), at, text, true);
    } else {
      pause.reconsider(text, nowMillis);
      weigh();
    }
  }

  private void weigh() {
    pause.weigh(floor.nextTurn(), nowMillis).ifPresent(this::take);
  }

  private void take(PauseWatch.TurnEnd end) {
    OpenPause open = end.pause();
    String text = dialogue.following(end.words());
    if (text.isBlank() && open.latest.speechMillis() < SHORT_NOISE_MILLIS) {
      forget();
      return;
    }
    pause.forget();
    floor.take(end, text);
  }

  /** What was heard is nobody's turn. */
  private void forget() {
    overheard = false;
    pause.dropDraft(nowMillis);
    pause.forget();
    surroundings.turnOver();
  }

  /** "Stop" counts from wherever it comes. */
  private void mindStop(String text, long at) {
    if (overheard && Interjection.orders(text)) {
      near(at);
    }
  }

  // The reply.

  private void judge(SpokenReply speaking, long heardMillis, String text, boolean complete) {
    switch (speaking.other().judge(heardMillis, text, complete)) {
      case GO_ON -> {}
      case RESUMED -> forget();
      case YIELD -> {
        floor.cede();
        weigh();
      }
    }
  }

  private Optional<ReplyInProgress> of(int line) {
    return floor
        .reply()
        .map(SpokenReply::words)
        .filter(words -> words.line() == line)
        .or(() -> pause.draft(line));
  }

  private void notice(ConversationEvent event) {
    tell(new EngineEvent.Noticed(event));
  }

  private void tell(EngineEvent event) {
    surroundings.tell(event);
  }
}
