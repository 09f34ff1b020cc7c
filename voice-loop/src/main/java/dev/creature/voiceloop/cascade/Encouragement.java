package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.Optional;

/**
 * Shows somebody who tells something long that he is listened to: with a nod in his pauses, and now
 * and then a soft word. Owned by the engine's actor.
 */
final class Encouragement {
  /** Longer speech is met with a nod now and then. */
  private static final long LONG_SPEECH_MILLIS = 4000;

  /** Still longer speech with a word. */
  private static final long TALE_MILLIS = 8000;

  /** A nod in a shorter pause would come after it. */
  private static final long PAUSE_MILLIS = 200;

  /** From one word to the next. */
  private static final long BETWEEN_WORDS_MILLIS = 10_000;

  /** What is likelier the end of the turn than this gets an answer, not a word. */
  private static final double MAY_BE_THE_END = 0.4;

  private final Surroundings surroundings;
  private long noddedMillis;
  private long spokeMillis = -BETWEEN_WORDS_MILLIS;
  private boolean spokeLast;
  private int words;

  Encouragement(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * A pause that is not taken for the end, at this moment.
   *
   * @param endProbability that it is, all the same
   */
  void pause(Silence silence, double endProbability, long nowMillis) {
    boolean due =
        silence.speechMillis() >= LONG_SPEECH_MILLIS
            && silence.silenceMillis() >= PAUSE_MILLIS
            && nowMillis - noddedMillis >= LONG_SPEECH_MILLIS;
    if (!due) {
      return;
    }
    noddedMillis = nowMillis;
    Optional<Voice.Opener> word = word(silence, endProbability, nowMillis);
    spokeLast = word.isPresent();
    word.ifPresent(said -> surroundings.tell(new EngineEvent.Aside(said.clip())));
    surroundings.tell(
        new EngineEvent.Noticed(
            new ConversationEvent.Backchannel(nowMillis, word.map(Voice.Opener::text).orElse(""))));
  }

  private Optional<Voice.Opener> word(Silence silence, double endProbability, long nowMillis) {
    boolean fits =
        silence.speechMillis() >= TALE_MILLIS
            && endProbability < MAY_BE_THE_END
            && nowMillis - spokeMillis >= BETWEEN_WORDS_MILLIS
            && !spokeLast;
    if (!fits) {
      return Optional.empty();
    }
    spokeMillis = nowMillis;
    words++;
    return surroundings.opener(FirstWords.Use.WHILE_LISTENING, words);
  }
}
