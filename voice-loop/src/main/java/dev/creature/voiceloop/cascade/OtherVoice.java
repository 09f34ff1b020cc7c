package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.function.Consumer;

/**
 * Somebody else's voice while a reply sounds.
 *
 * <p>At a likely voice the reply is ducked within one window of sound. A voice that lasts silences
 * it; then the words decide: content or a word such as "wait" ends it, a backchannel or a noise
 * lets it go on from the word that was covered. Owned by the engine's actor.
 */
final class OtherVoice {
  /** What follows from what was understood of an interruption. */
  enum Verdict {
    GO_ON,
    RESUMED,
    YIELD
  }

  /** A likely voice that was none: the reply comes back. */
  private static final long FALSE_ALARM_MILLIS = 200;

  /** A voice that lasts so long silences the reply, whatever it says. */
  private static final long HOLD_MILLIS = 130;

  /** Nobody encourages for so long: this is a turn. */
  private static final long LONG_VOICE_MILLIS = 1000;

  /** A word of encouragement lasts about so long. */
  private static final long SHORT_VOICE_MILLIS = 450;

  /** "Uh-huh" or "sure" last so long at most, and recognisers often take them for others. */
  private static final long LONGEST_HUM_MILLIS = 700;

  /** So long after the voice it is clear that no word was said. */
  private static final long WORDLESS_MILLIS = 600;

  private static final long QUIET_AGAIN_MILLIS = 160;

  private final int turn;
  private final Consumer<EngineEvent> events;
  private long nowMillis;
  private boolean ducked;
  private boolean held;
  private long likelyMillis = -1;
  private long voiceMillis = -1;
  private boolean voiceSounds;
  private long silenceMillis;
  private boolean wordsKnown;

  /**
   * No voice yet.
   *
   * @param turn of the reply
   */
  OtherVoice(int turn, long nowMillis, Consumer<EngineEvent> events) {
    this.turn = turn;
    this.nowMillis = nowMillis;
    this.events = events;
  }

  /** Whether the reply is lowered or silent because of it. */
  boolean ducked() {
    return ducked;
  }

  /** Whether it is one, for sure. */
  boolean certain() {
    return voiceMillis >= 0;
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
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

  /** Something sounds like a voice. */
  void likely(long atMillis) {
    if (!ducked) {
      likelyMillis = atMillis;
      duck();
    }
  }

  /** A voice, for sure, since this moment. */
  void heard(long atMillis) {
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
  void hushed() {
    silenceMillis = 0;
  }

  /** It goes on. */
  void wentOn() {
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
          case CONTENT -> {
            if (lasted <= LONGEST_HUM_MILLIS && Interjection.mayBeHummed(text)) {
              yield encouraged(complete);
            }
            boolean open = lasted < SHORT_VOICE_MILLIS || Interjection.mayBeEncouragement(text);
            yield !complete && open ? Verdict.GO_ON : Verdict.YIELD;
          }
          case BACKCHANNEL -> encouraged(complete);
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

  private Verdict encouraged(boolean complete) {
    return complete && silenceMillis >= QUIET_AGAIN_MILLIS ? Verdict.RESUMED : Verdict.GO_ON;
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
