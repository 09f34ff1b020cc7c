package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.mouth.Clause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One reply between its first word and its last sound: cuts the words into clauses as they come and
 * has them spoken one after the other.
 *
 * <p>Until it is released nobody hears of it, and only its first clause is spoken ahead, so that a
 * wrong guess costs little. Owned by the engine's actor; what it starts answers with messages to
 * that actor, marked with the number of its line.
 */
final class ReplyInProgress {
  /** What of an unreleased reply is spoken ahead. */
  private static final int CLAUSES_AHEAD = 1;

  /** Models that have answered nothing for so long will not. */
  private static final long STALLED_MILLIS = 4000;

  private final int line;
  private final String userText;
  private final boolean acknowledged;
  private final long startedMillis;
  private final Voice.Line voice;
  private final ArrayDeque<Clause> clauses = new ArrayDeque<>();
  private final List<String> heldText = new ArrayList<>();
  private final List<SoundClip> heldSound = new ArrayList<>();
  private long progressMillis;
  private int turn;
  private int clausesSpoken;
  private boolean firstText = true;
  private boolean speaking;
  private boolean sounded;
  private boolean thoughtEnded;
  private boolean completed;
  private boolean released;

  /**
   * A reply that nobody hears yet.
   *
   * @param line number of its line
   * @param userText what it answers
   * @param acknowledged whether it follows a word of acknowledgement, and needs none of its own
   */
  ReplyInProgress(
      int line, String userText, boolean acknowledged, long startedMillis, Voice.Line voice) {
    this.line = line;
    this.userText = userText;
    this.acknowledged = acknowledged;
    this.startedMillis = startedMillis;
    this.voice = voice;
  }

  int line() {
    return line;
  }

  /** What it answers. */
  String userText() {
    return userText;
  }

  long startedMillis() {
    return startedMillis;
  }

  /** Whether any of its sound is there, heard or held. */
  boolean sounded() {
    return sounded;
  }

  boolean released() {
    return released;
  }

  void start(List<Turn> history, long seed) {
    voice.think(history, userText, seed);
  }

  /** Hands on what is held, in order, and from now on everything at once. */
  void release(int ofTurn, long nowMillis, Consumer<EngineEvent> events) {
    turn = ofTurn;
    released = true;
    progressMillis = nowMillis;
    heldText.forEach(text -> tellText(text, nowMillis, events));
    heldText.clear();
    heldSound.forEach(clip -> events.accept(new EngineEvent.ReplySound(turn, clip)));
    heldSound.clear();
    speakNext();
  }

  /** What its models say; a failure of theirs is told. */
  void said(CascadeEngine.OfLine message, long nowMillis, Consumer<EngineEvent> events) {
    switch (message) {
      case CascadeEngine.Thought(_, String text) -> thought(text, nowMillis, events);
      case CascadeEngine.ThoughtEnded(_, Optional<String> failure) -> {
        failure.ifPresent(what -> trouble("brain", what, nowMillis, events));
        thoughtEnded(failure.isPresent());
      }
      case CascadeEngine.Spoken(_, SoundClip clip) -> spoken(clip, nowMillis, events);
      case CascadeEngine.SpeakingFailed(_, String what) -> {
        trouble("mouth", what, nowMillis, events);
        speakingFailed();
      }
    }
  }

  private static void trouble(
      String part, String what, long nowMillis, Consumer<EngineEvent> events) {
    events.accept(new EngineEvent.Noticed(new ConversationEvent.Trouble(nowMillis, part, what)));
  }

  void thought(String text, long nowMillis, Consumer<EngineEvent> events) {
    progressMillis = nowMillis;
    String said = firstText && acknowledged ? Acknowledgement.removedFrom(text) : text;
    firstText &= text.isBlank();
    if (said.isBlank()) {
      return;
    }
    if (released) {
      tellText(said, nowMillis, events);
    } else {
      heldText.add(said);
    }
    clauses.addAll(voice.clauses(said));
    speakNext();
  }

  /**
   * No more words come.
   *
   * @param failed whether the brain broke off; a reply without any word then is an apology
   */
  void thoughtEnded(boolean failed) {
    thoughtEnded = true;
    clauses.addAll(voice.lastClauses());
    if (failed && clauses.isEmpty() && !speaking && !sounded) {
      clauses.add(Voice.APOLOGY);
    }
    speakNext();
  }

  void spoken(SoundClip clip, long nowMillis, Consumer<EngineEvent> events) {
    if (completed) {
      // The listener's side was told that nothing more comes.
      return;
    }
    progressMillis = nowMillis;
    sounded = true;
    speaking = false;
    if (released) {
      events.accept(new EngineEvent.ReplySound(turn, clip));
    } else {
      heldSound.add(clip);
    }
    speakNext();
  }

  /** The clause is lost; the next one may succeed. */
  void speakingFailed() {
    speaking = false;
    speakNext();
  }

  /** Nothing came for too long: says so instead of going on. */
  void giveUp() {
    voice.cancel();
    thoughtEnded = true;
    clauses.clear();
    clauses.add(Voice.APOLOGY);
    speaking = false;
    speakNext();
  }

  /** Whether the models seem to be dead. */
  boolean stalled(long nowMillis) {
    return !completed && nowMillis - progressMillis >= STALLED_MILLIS;
  }

  /** Whether nothing more will be handed on. */
  boolean completed() {
    return completed;
  }

  /** What was handed on is all. */
  void breakOff() {
    voice.cancel();
    thoughtEnded = true;
    speaking = false;
    clauses.clear();
  }

  void cancel() {
    voice.cancel();
    clauses.clear();
    completed = true;
  }

  /** True once, when all of the reply was handed on. */
  boolean completesNow() {
    if (completed || !released || !thoughtEnded || speaking || !clauses.isEmpty()) {
      return false;
    }
    completed = true;
    return true;
  }

  private void tellText(String text, long nowMillis, Consumer<EngineEvent> events) {
    events.accept(new EngineEvent.Noticed(new ConversationEvent.ReplyToken(nowMillis, turn, text)));
  }

  private void speakNext() {
    if (!speaking && !clauses.isEmpty() && (released || clausesSpoken < CLAUSES_AHEAD)) {
      speaking = true;
      clausesSpoken++;
      voice.speak(clauses.removeFirst());
    }
  }
}
