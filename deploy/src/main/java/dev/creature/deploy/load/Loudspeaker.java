package dev.creature.deploy.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays as the page does, without a sound: holds sound back a little, says what was played, and
 * notices when two voices sound at once. Used by its phone alone.
 */
final class Loudspeaker {
  private static final Logger LOG = LoggerFactory.getLogger(Loudspeaker.class);
  private static final long JITTER_NANOS = 70_000_000;

  private record Playing(long endNanos, long playoutEndMillis) {}

  private final Deque<Playing> queue = new ArrayDeque<>();
  private Optional<Long> offsetNanos = Optional.empty();
  private long lastPlayoutEnd = Long.MIN_VALUE;
  private long loudUntil = Long.MIN_VALUE;
  private int twoVoices;

  /**
   * A piece of sound came.
   *
   * @param newestLine the line that the phone listens to; another one must be silent
   */
  void sound(FromNode.Sound sound, int newestLine) {
    if (sound.loud() && (sound.line() != newestLine || sound.playoutMillis() < loudUntil)) {
      twoVoices++;
      LOG.warn(
          "two voices: line {} of {}, sound of {} ms, heard until {}",
          sound.line(),
          newestLine,
          sound.playoutMillis(),
          loudUntil);
    }
    if (sound.line() != newestLine) {
      return;
    }
    lastPlayoutEnd = sound.playoutMillis() + sound.millis();
    if (sound.loud()) {
      loudUntil = sound.playoutMillis() + sound.loudMillis();
    }
    if (queue.isEmpty() || offsetNanos.isEmpty()) {
      offsetNanos = Optional.of(sound.nanos() + JITTER_NANOS - sound.playoutMillis() * 1_000_000);
    }
    queue.add(new Playing(offsetNanos.get() + lastPlayoutEnd * 1_000_000, lastPlayoutEnd));
  }

  /** What was heard last of what was not told yet, on the conversation's clock. */
  Optional<Long> played(long nowNanos) {
    Optional<Long> told = Optional.empty();
    while (!queue.isEmpty() && queue.peekFirst().endNanos() <= nowNanos) {
      told = Optional.of(queue.removeFirst().playoutEndMillis());
    }
    return told;
  }

  void cut() {
    queue.clear();
    offsetNanos = Optional.empty();
    lastPlayoutEnd = Long.MIN_VALUE;
    loudUntil = Long.MIN_VALUE;
  }

  /** The next node has a clock of its own. */
  void lost() {
    cut();
  }

  int twoVoices() {
    return twoVoices;
  }
}
