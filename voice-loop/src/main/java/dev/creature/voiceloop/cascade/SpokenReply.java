package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A reply with the floor: its start, which may be revoked, and what to do when somebody speaks into
 * it.
 *
 * <p>At a likely voice it is ducked within one window of sound. A voice that lasts silences it;
 * then the words decide: content or a word such as "wait" ends it, a backchannel or a noise lets it
 * go on from the word that was covered. Owned by the engine's actor.
 */
final class SpokenReply {
  /** What follows from what was understood of an interruption. */
  enum Verdict {
    GO_ON,
    RESUMED,
    YIELD
  }

  /** A user who goes on so soon after the creature began was interrupted. */
  static final long REVOCABLE_MILLIS = 500;

  /** The rest of a reply follows its opener after this much silence. */
  private static final long AFTER_OPENER_MILLIS = 700;

  /** After this long without any sound the creature says that it has lost its thread. */
  static final long WATCHDOG_MILLIS = 1500;

  /** An answer that is not there so long after its turn was taken is announced. */
  private static final long PATIENCE_MILLIS = 180;

  /** A likely voice that was none: the reply comes back. */
  private static final long FALSE_ALARM_MILLIS = 200;

  /** A voice that lasts so long silences the reply, whatever it says. */
  private static final long HOLD_MILLIS = 130;

  /** Nobody encourages for so long: this is a turn. */
  private static final long LONG_VOICE_MILLIS = 1000;

  /** A word of encouragement lasts about so long. */
  private static final long SHORT_VOICE_MILLIS = 450;

  /** So long after the voice it is clear that no word was said. */
  private static final long WORDLESS_MILLIS = 600;

  private static final long QUIET_AGAIN_MILLIS = 160;

  private final int turn;
  private final ReplyInProgress words;
  private final long committedMillis;
  private final Optional<String> news;
  private final Consumer<EngineEvent> events;
  private final Runnable settled;
  private Optional<Voice.Opener> filler = Optional.empty();
  private long nowMillis;
  private long soundedMillis = -1;
  private long restMillis = -1;
  private boolean isSettled;
  private boolean gaveUp;
  private boolean ducked;
  private boolean held;
  private long likelyMillis = -1;
  private long voiceMillis = -1;
  private boolean voiceSounds;
  private long silenceMillis;
  private boolean wordsKnown;

  SpokenReply(
      int turn,
      ReplyInProgress words,
      long nowMillis,
      Optional<String> news,
      Consumer<EngineEvent> events,
      Runnable settled) {
    this.turn = turn;
    this.words = words;
    this.committedMillis = nowMillis;
    this.nowMillis = nowMillis;
    this.news = news;
    this.events = events;
    this.settled = settled;
  }

  int turn() {
    return turn;
  }

  /** What it tells without having been asked: to be told again when nobody listened. */
  Optional<String> news() {
    return news;
  }

  ReplyInProgress words() {
    return words;
  }

  /**
   * Starts to sound: with an opener, or with what is there of the answer.
   *
   * @param filler sounds when the answer keeps the user waiting
   */
  void begin(Optional<Voice.Opener> opener, Optional<Voice.Opener> filler) {
    if (opener.isEmpty()) {
      this.filler = filler;
      words.release(turn, nowMillis, events);
      noteSound();
      return;
    }
    Voice.Opener first = opener.get();
    sound(first);
    restMillis = nowMillis + first.clip().durationMillis() + AFTER_OPENER_MILLIS;
  }

  private void sound(Voice.Opener word) {
    notice(new ConversationEvent.ReplyToken(nowMillis, turn, word.text()));
    events.accept(new EngineEvent.ReplySound(turn, word.clip()));
  }

  /** Whether the user may still take the turn back as if nothing had happened. */
  boolean revocable() {
    return !isSettled;
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
    if (!words.released() && restMillis >= 0 && now >= restMillis && !ducked) {
      words.release(turn, now, events);
    }
    noteSound();
    fillIn();
    if (!isSettled && soundedMillis >= 0 && now - soundedMillis >= REVOCABLE_MILLIS && !ducked) {
      settle();
    }
    if (soundedMillis < 0
        && !gaveUp
        && words.released()
        && now - waitingSince() >= WATCHDOG_MILLIS) {
      gaveUp = true;
      words.giveUp();
    }
    if (words.released() && words.stalled(now)) {
      words.breakOff();
    }
    if (ducked && voiceMillis < 0 && now - likelyMillis >= FALSE_ALARM_MILLIS) {
      comeBack();
    }
    if (ducked && !held && voiceSounds && now - voiceMillis >= HOLD_MILLIS) {
      held = true;
      events.accept(new EngineEvent.HoldReply(turn, Math.max(likelyMillis, 0)));
    }
  }

  /** The reply is cut: nothing of it is lowered or held any more. */
  void cut() {
    if (ducked) {
      ducked = false;
      notice(new ConversationEvent.DuckEnded(nowMillis, turn, false));
    }
  }

  /** The reply is over at the listener's ear. */
  void over() {
    cut();
    if (!isSettled && voiceMillis < 0) {
      settle();
    }
  }

  /** The turn is the creature's, whatever comes. */
  void settleNow() {
    if (!isSettled) {
      settle();
    }
  }

  /** Something sounds like a voice. */
  void voiceLikely(long atMillis) {
    if (!ducked) {
      likelyMillis = atMillis;
      duck();
    }
  }

  /** A voice, for sure, since this moment. */
  void interrupted(long atMillis) {
    voiceMillis = voiceMillis < 0 ? atMillis : voiceMillis;
    voiceSounds = true;
    wordsKnown = false;
    silenceMillis = 0;
    if (!ducked) {
      likelyMillis = atMillis;
      duck();
    }
  }

  /** It pauses, or ends. */
  void voiceHushed() {
    silenceMillis = 0;
  }

  /** It goes on. */
  void voiceWentOn() {
    voiceSounds = true;
    wordsKnown = false;
    silenceMillis = 0;
  }

  /** It has been silent for so long. */
  void silence(long millis, boolean understood) {
    silenceMillis = millis;
    voiceSounds = millis < QUIET_AGAIN_MILLIS;
    wordsKnown = understood;
  }

  /**
   * What the voice seems to say.
   *
   * @param heardMillis up to when the ears have heard: they may be behind on a busy machine
   * @param text words so far
   * @param complete whether the voice has paused and these are all its words
   */
  Verdict judge(long heardMillis, String text, boolean complete) {
    if (voiceMillis < 0) {
      return Verdict.GO_ON;
    }
    long lasted = heardMillis - voiceMillis - silenceMillis;
    Verdict verdict =
        switch (Interjection.of(text)) {
          case STOP -> Verdict.YIELD;
          // The first guess at a short sound is often a word where there was none; the reply is
          // silent by then, and loses nothing by waiting for all of it.
          case CONTENT -> !complete && lasted < SHORT_VOICE_MILLIS ? Verdict.GO_ON : Verdict.YIELD;
          case BACKCHANNEL ->
              complete && silenceMillis >= QUIET_AGAIN_MILLIS ? Verdict.RESUMED : Verdict.GO_ON;
          case NONE -> {
            boolean wordless = complete && wordsKnown && silenceMillis >= QUIET_AGAIN_MILLIS;
            yield wordless || silenceMillis >= WORDLESS_MILLIS ? Verdict.RESUMED : Verdict.GO_ON;
          }
        };
    if (verdict == Verdict.GO_ON && voiceSounds && lasted >= LONG_VOICE_MILLIS) {
      verdict = Verdict.YIELD;
    }
    switch (verdict) {
      case GO_ON -> {}
      case RESUMED -> comeBack();
      case YIELD -> cut();
    }
    return verdict;
  }

  /** Whoever asked hears that it was heard, when the answer is not there as soon as usual. */
  private void fillIn() {
    if (filler.isPresent()
        && (soundedMillis >= 0 || nowMillis - committedMillis >= PATIENCE_MILLIS)) {
      if (soundedMillis < 0 && !ducked && !words.completed()) {
        sound(filler.get());
      }
      filler = Optional.empty();
    }
  }

  private void noteSound() {
    if (soundedMillis < 0 && words.released() && words.sounded()) {
      soundedMillis = nowMillis;
    }
  }

  private long waitingSince() {
    return Math.max(committedMillis, restMillis);
  }

  private void settle() {
    isSettled = true;
    settled.run();
  }

  private void duck() {
    ducked = true;
    events.accept(new EngineEvent.DuckReply(turn, true));
    notice(new ConversationEvent.DuckStarted(nowMillis, turn));
  }

  private void comeBack() {
    if (!ducked) {
      return;
    }
    ducked = false;
    voiceMillis = -1;
    voiceSounds = false;
    events.accept(new EngineEvent.DuckReply(turn, false));
    if (held) {
      held = false;
      events.accept(new EngineEvent.ResumeReply(turn));
    }
    notice(new ConversationEvent.DuckEnded(nowMillis, turn, true));
  }

  private void notice(ConversationEvent event) {
    events.accept(new EngineEvent.Noticed(event));
  }
}
