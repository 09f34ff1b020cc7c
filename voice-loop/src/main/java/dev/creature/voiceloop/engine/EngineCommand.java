package dev.creature.voiceloop.engine;

import dev.creature.actors.talk.Exchange;
import java.util.List;
import java.util.Optional;

/** What a conversation tells its voice engine. Engines add private messages of their own. */
public interface EngineCommand {
  /**
   * The user's sound. Blocks arrive without gaps or overlaps.
   *
   * @param block the next piece
   */
  record Hear(PcmBlock block) implements EngineCommand {}

  /**
   * The creature's own sound, as it left the loudspeaker. Comes before the user's sound of the same
   * time; where none comes, it was silent.
   *
   * @param atMillis when its first sample sounded
   * @param samples 24 kHz; not to be changed
   */
  record Sounded(long atMillis, short[] samples) implements EngineCommand {}

  /**
   * A reply has come to its end at the listener's ear: played whole, or cut.
   *
   * @param turn whose reply
   * @param heard the words that were played
   * @param interrupted whether some were not
   * @param atMillis when the last of it sounded
   */
  record ReplyHeard(int turn, String heard, boolean interrupted, long atMillis)
      implements EngineCommand {}

  /**
   * The user has written this instead of saying it; it is a whole turn.
   *
   * @param text what was written
   */
  record Read(String text) implements EngineCommand {}

  /**
   * Something to tell the user in the next breath, never by interrupting: the outcome of a task, or
   * what the reasoner found out.
   *
   * @param text to be spoken as it is
   */
  record Tell(String text) implements EngineCommand {}

  /**
   * What was said before this engine had the conversation. Comes first, at most once.
   *
   * @param exchanges oldest first
   * @param open what the user said last, to be answered now; its turn keeps its number
   * @param firstTurn the number of the first new turn
   */
  record Recall(List<Exchange> exchanges, Optional<Exchange> open, int firstTurn)
      implements EngineCommand {
    public Recall {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** The conversation is over. */
  enum Close implements EngineCommand {
    INSTANCE
  }
}
