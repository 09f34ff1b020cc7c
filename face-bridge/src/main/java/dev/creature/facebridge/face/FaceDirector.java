package dev.creature.facebridge.face;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceAnimator;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The one that publishes face frames: 25 a second while anything moves, one a second while nothing
 * does. The face belongs to one conversation at a time, the one in which somebody spoke last.
 *
 * <p>A conversation's clock moves in steps of its audio; between two steps the node's own clock
 * carries it on, for at most half a second.
 *
 * <p>Frames leave before their time, and the first sound of a reply, or a cut, is known later than
 * that: it gets frames of its own at once, which take the place of those with a later time.
 */
public final class FaceDirector {
  private static final Duration TICK = Duration.ofMillis(40);
  private static final long STILL_MILLIS = 1_000;
  private static final long CARRIED_MILLIS = 500;

  /** Frames leave this long before their time: they have a way to go, as the sound has. */
  private static final long AHEAD_MILLIS = 60;

  private final FaceAnimator animator;
  private final LongSupplier nodeClock;
  private final Consumer<FaceFrame> publish;
  private final Consumer<String> noticed;
  private Optional<ConversationId> owner = Optional.empty();
  private long clockMillis;
  private long clockReadNode;
  private long lastClock;
  private Optional<FaceFrame> last = Optional.empty();
  private long lastNode;

  private FaceDirector(
      long seed, LongSupplier nodeClock, Consumer<FaceFrame> publish, Consumer<String> noticed) {
    this.animator = new FaceAnimator(seed);
    this.nodeClock = nodeClock;
    this.publish = publish;
    this.noticed = noticed;
  }

  /**
   * Makes the director of one creature's face.
   *
   * @param seed of its idle life
   * @param nodeClock milliseconds since the node began
   * @param publish receives each frame; it must not block
   * @param noticed receives what it sees that may touch its feeling, as names of stimuli; it must
   *     not block
   */
  public static Behavior<FaceCommand> create(
      long seed, LongSupplier nodeClock, Consumer<FaceFrame> publish, Consumer<String> noticed) {
    return Behaviors.withTimers(
        timers -> new FaceDirector(seed, nodeClock, publish, noticed).start(timers));
  }

  private Behavior<FaceCommand> start(TimerScheduler<FaceCommand> timers) {
    timers.startTimerAtFixedRate(FaceCommand.Tick.INSTANCE, TICK);
    return Behaviors.receiveMessage(command -> {
      take(command);
      return Behaviors.same();
    });
  }

  private void take(FaceCommand command) {
    switch (command) {
      case FaceCommand.Clock(ConversationId conversation, long now) -> {
        if (owns(conversation)) {
          clockMillis = now;
          clockReadNode = nodeClock.getAsLong();
        }
      }
      case FaceCommand.Sounds sounds -> {
        if (owner.isEmpty()) {
          // It speaks by itself, to whoever is there; the clock's next step puts the time right.
          take(sounds.conversation(), sounds.playoutMillis() - CARRIED_MILLIS);
        }
        if (owns(sounds.conversation()) && animator.sounds(sounds)) {
          correct(sounds.playoutMillis());
        }
      }
      case FaceCommand.Hushed(ConversationId conversation, long at) -> {
        if (owns(conversation)) {
          animator.hush(at);
          correct(at);
        }
      }
      case FaceCommand.Happened(ConversationId conversation, ConversationEvent event) -> {
        // Who types speaks, too.
        if (event instanceof ConversationEvent.UserSpeechStarted
            || event instanceof ConversationEvent.UserFinal) {
          take(conversation, event.atMillis());
        }
        if (owns(conversation)) {
          animator.happened(event, nodeClock.getAsLong());
        }
      }
      case FaceCommand.Ended(ConversationId conversation) -> {
        if (owns(conversation)) {
          owner = Optional.empty();
          animator.restart();
        }
      }
      case FaceCommand.Tick _ -> tick();
      case FaceCommand.Feels feels -> animator.feel(feels);
      case FaceCommand.Seen seen -> animator.see(seen, nodeClock.getAsLong());
    }
  }

  private void take(ConversationId conversation, long atMillis) {
    if (!owns(conversation)) {
      owner = Optional.of(conversation);
      animator.restart();
      clockMillis = atMillis;
      clockReadNode = nodeClock.getAsLong();
      lastClock = 0;
    }
  }

  private boolean owns(ConversationId conversation) {
    return owner.map(conversation::equals).orElse(false);
  }

  private void tick() {
    long node = nodeClock.getAsLong();
    long carried = Math.min(CARRIED_MILLIS, node - clockReadNode);
    long clock = Math.max(lastClock, clockMillis + carried + AHEAD_MILLIS);
    lastClock = clock;
    show(node, clock);
  }

  /** Shows again, from a moment on, the time for which frames have left already; never the past. */
  private void correct(long atMillis) {
    for (long clock = Math.max(atMillis, lastClock - CARRIED_MILLIS);
        clock <= lastClock;
        clock += TICK.toMillis()) {
      show(nodeClock.getAsLong(), clock);
    }
  }

  private void show(long node, long clock) {
    FaceFrame frame = animator.frame(node, clock, owner.map(ConversationId::value).orElse(""));
    animator.noticed().ifPresent(noticed);
    boolean moves = last.map(before -> !frame.looksLike(before)).orElse(true);
    if (moves || node - lastNode >= STILL_MILLIS) {
      publish.accept(frame);
      last = Optional.of(frame);
      lastNode = node;
    }
  }
}
