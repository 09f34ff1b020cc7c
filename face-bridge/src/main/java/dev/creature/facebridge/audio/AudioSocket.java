package dev.creature.facebridge.audio;

import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import dev.creature.facebridge.socket.Incoming;
import dev.creature.facebridge.socket.Outbox;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.util.ByteString;
import org.apache.pekko.util.ByteStringBuilder;

/**
 * {@code WS /v1/audio}: the user's sound up, the creature's down, and events as texts. What the
 * socket cannot use is answered with an error; what leaves the sound broken ends the link.
 */
public final class AudioSocket {
  /** Bytes of 200 ms of sound; a text may be as long. */
  private static final int LONGEST = LinkReader.LONGEST_TEXT;

  /** Four seconds of sound. */
  private static final int MOST_SOUND = 50;

  private static final int MOST_TEXTS = 2_000;

  /** The client has its socket already and may leave when it likes: a slow keeper is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ActorRef<LinkCommand> links;
  private final Scheduler scheduler;
  private final Materializer materializer;

  /** Links that are opened at this keeper. */
  public AudioSocket(ActorRef<LinkCommand> links, Scheduler scheduler, Materializer materializer) {
    this.links = links;
    this.scheduler = scheduler;
    this.materializer = materializer;
  }

  /**
   * A link that is open.
   *
   * @param flow to be run as a socket
   * @param closing ends it from outside
   * @param leaving for a client that left before its socket ran; without effect when it has run
   */
  public record Open(Flow<Message, Message, NotUsed> flow, Runnable closing, Runnable leaving) {}

  /** Opens a link; parameters as those of {@link LinkCommand.Open}. */
  public CompletionStage<Open> open(Optional<String> resume, int heardTurn, boolean roams) {
    Outbox outbox = new Outbox(MOST_SOUND, MOST_TEXTS);
    SocketListener listener = new SocketListener(outbox);
    return AskPattern.<LinkCommand, LinkCommand.Opened>ask(
            links,
            replyTo -> new LinkCommand.Open(resume, heardTurn, roams, listener, replyTo),
            PATIENCE,
            scheduler)
        .thenApply(opened -> {
          AtomicBoolean left = new AtomicBoolean();
          Runnable leaving =
              () -> {
                if (left.compareAndSet(false, true)) {
                  outbox.close();
                  opened.input().tell(new LinkInput.Left(listener));
                }
              };
          return new Open(
              flow(opened.input(), listener, leaving),
              () -> listener.close("your right was taken back"),
              leaving);
        });
  }

  private Flow<Message, Message, NotUsed> flow(
      ActorRef<LinkInput> input, SocketListener listener, Runnable leaving) {
    Reader reader = new Reader(input, listener.outbox());
    Sink<Message, NotUsed> in =
        Incoming.reading(LONGEST, materializer)
            .takeWhile(reader::accept)
            .watchTermination((_, ended) -> {
              ended.whenComplete((_, _) -> leaving.run());
              return NotUsed.getInstance();
            })
            .to(Sink.ignore());
    return Flow.fromSinkAndSource(in, listener.outbox().messages());
  }

  /** Takes what comes in; one thread at a time. */
  private static final class Reader {
    private final ActorRef<LinkInput> input;
    private final LinkReader texts;

    Reader(ActorRef<LinkInput> input, Outbox outbox) {
      this.input = input;
      this.texts = new LinkReader(input::tell, outbox::text, outbox::close);
    }

    /** Answers whether it can go on. */
    boolean accept(Incoming incoming) {
      return switch (incoming) {
        case Incoming.Bytes(ByteString bytes) -> sound(bytes);
        case Incoming.Text(String text) -> texts.text(text);
        case Incoming.TooLong _ -> texts.tooLong();
      };
    }

    private boolean sound(ByteString bytes) {
      if (bytes.isEmpty()) {
        return true;
      }
      if (bytes.size() % 2 != 0) {
        return texts.end(
            "odd-bytes", "sound is 16 bit: an even number of bytes, not " + bytes.size());
      }
      short[] samples = new short[bytes.size() / 2];
      bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      input.tell(new LinkInput.Sound(samples));
      return true;
    }
  }

  /** The client as the conversation sees it. */
  private record SocketListener(Outbox outbox) implements LinkListener {
    @Override
    public void sound(long playoutMillis, short[] samples) {
      ByteStringBuilder bytes = new ByteStringBuilder();
      bytes.sizeHint(Long.BYTES + 2 * samples.length);
      bytes.putLong(playoutMillis, ByteOrder.LITTLE_ENDIAN);
      bytes.putShorts(samples, ByteOrder.LITTLE_ENDIAN);
      outbox.sound(bytes.result());
    }

    @Override
    public void cut(int turn, long atMillis) {
      outbox.dropSound();
      outbox.text("{\"type\":\"cut\",\"turn\":" + turn + ",\"t\":" + atMillis + "}");
    }

    @Override
    public void text(String json) {
      outbox.text(json);
    }

    @Override
    public void close(String reason) {
      outbox.text("{\"type\":\"goodbye\",\"reason\":\"" + reason + "\"}");
      outbox.close();
    }

    /** Two sockets are never one listener. */
    @Override
    public boolean equals(Object other) {
      return other instanceof SocketListener(Outbox box) && box == outbox;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(outbox);
    }
  }
}
