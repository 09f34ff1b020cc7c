package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkListener;
import dev.creature.deploy.telemetry.NodeWatch;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The way of a conversation's sound to the listener who is attached just now, and to the face. What
 * sounds while nobody is attached is lost, as words are that nobody hears.
 */
final class LinkSpeaker implements Speaker {
  private final ConversationId conversation;
  private final ActorRef<FaceCommand> face;
  private final ClipVisemes visemes;
  private final LongSupplier nowMillis;
  private final AtomicReference<Optional<LinkListener>> listener =
      new AtomicReference<>(Optional.empty());
  private final Watch watch;
  private final FramePace pace = new FramePace();
  private volatile boolean ducked;
  private final Queue<PlayoutFrame> sent = new ConcurrentLinkedQueue<>();

  LinkSpeaker(
      ConversationId conversation,
      ActorRef<FaceCommand> face,
      ClipVisemes visemes,
      LongSupplier nowMillis,
      LongSupplier nanos,
      NodeWatch watched) {
    this.watch = new Watch(nanos, watched);
    this.conversation = conversation;
    this.face = face;
    this.visemes = visemes;
    this.nowMillis = nowMillis;
  }

  private record Watch(LongSupplier nanos, NodeWatch told) {}

  /** Who hears it from now on. */
  void attach(Optional<LinkListener> next) {
    listener.set(next);
  }

  @Override
  public void play(PlayoutFrame frame) {
    boolean first = pace.isFirst(frame.turn());
    long late = pace.leaves(frame.turn(), PlayoutFrame.MILLIS, watch.nanos().getAsLong());
    face.tell(
        new FaceCommand.Sounds(
            conversation, frame.playoutMillis(), frame.samples(), visemes.in(frame)));
    listener
        .get()
        .ifPresent(each -> {
          each.sound(frame.playoutMillis(), frame.samples());
          sent.add(frame);
        });
    if (first) {
      watch.told().replyLeft(conversation, frame.turn(), nowMillis.getAsLong());
    } else if (late > 0) {
      watch.told().frameLate(conversation, frame.turn(), late);
    }
  }

  /** The sound of a frame as the page plays it, lowered or not. */
  short[] asHeard(PlayoutFrame frame) {
    short[] samples = frame.samples().clone();
    for (int i = 0; ducked && i < samples.length; i++) {
      samples[i] = (short) Math.round(samples[i] * DUCKED);
    }
    return samples;
  }

  @Override
  public void duck(boolean lowered) {
    ducked = lowered;
    listener.get().ifPresent(each -> each.text("{\"type\":\"duck\",\"lowered\":" + lowered + "}"));
  }

  @Override
  public void cut(int turn) {
    long now = nowMillis.getAsLong();
    pace.cut();
    sent.removeIf(frame -> frame.turn() == turn);
    face.tell(new FaceCommand.Hushed(conversation, now));
    listener.get().ifPresent(each -> each.cut(turn, now));
  }

  /**
   * A frame that the listener hears by now.
   *
   * @param untilMillis what was to be played before this time
   */
  Optional<PlayoutFrame> heard(long untilMillis) {
    PlayoutFrame first = sent.peek();
    return first != null && first.playoutMillis() <= untilMillis && sent.remove(first)
        ? Optional.of(first)
        : Optional.empty();
  }
}
