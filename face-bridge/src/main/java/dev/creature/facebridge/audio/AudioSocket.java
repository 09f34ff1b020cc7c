package dev.creature.facebridge.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import dev.creature.facebridge.socket.Incoming;
import dev.creature.facebridge.socket.Outbox;
import dev.creature.facebridge.socket.SocketText;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
  private static final int LONGEST = 2 * LinkInput.Sound.LONGEST_SAMPLES;

  private static final int LONGEST_SAID = 500;

  /** So many useless texts, and the client is not one of ours. */
  private static final int MOST_ERRORS = 20;

  /** Four seconds of sound. */
  private static final int MOST_SOUND = 50;

  private static final int MOST_TEXTS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ActorRef<LinkCommand> links;
  private final Scheduler scheduler;
  private final Materializer materializer;

  /** Links that are opened at this keeper. */
  public AudioSocket(ActorRef<LinkCommand> links, Scheduler scheduler, Materializer materializer) {
    this.links = links;
    this.scheduler = scheduler;
    this.materializer = materializer;
  }

  /** A link that is open, to be run as a socket; {@code closing} ends it from outside. */
  public record Open(Flow<Message, Message, NotUsed> flow, Runnable closing) {}

  /** Opens a link. */
  public CompletionStage<Open> open(Optional<String> resume) {
    Outbox outbox = new Outbox(MOST_SOUND, MOST_TEXTS);
    SocketListener listener = new SocketListener(outbox);
    return AskPattern.<LinkCommand, LinkCommand.Opened>ask(
            links, replyTo -> new LinkCommand.Open(resume, listener, replyTo), PATIENCE, scheduler)
        .thenApply(opened ->
            new Open(
                flow(opened.input(), listener), () -> listener.close("your right was taken back")));
  }

  private Flow<Message, Message, NotUsed> flow(ActorRef<LinkInput> input, SocketListener listener) {
    Reader reader = new Reader(input, listener);
    Sink<Message, NotUsed> in =
        Incoming.reading(LONGEST, materializer)
            .takeWhile(reader::accept)
            .watchTermination((_, ended) -> {
              ended.whenComplete((_, _) -> {
                listener.outbox().close();
                input.tell(new LinkInput.Left(listener));
              });
              return NotUsed.getInstance();
            })
            .to(Sink.ignore());
    return Flow.fromSinkAndSource(in, listener.outbox().messages());
  }

  /** Takes what comes in; one thread at a time. */
  private static final class Reader {
    private final ActorRef<LinkInput> input;
    private final SocketListener listener;
    private int errors;

    Reader(ActorRef<LinkInput> input, SocketListener listener) {
      this.input = input;
      this.listener = listener;
    }

    /** Answers whether it can go on. */
    boolean accept(Incoming incoming) {
      return switch (incoming) {
        case Incoming.Bytes(ByteString bytes) -> sound(bytes);
        case Incoming.Text(String text) -> text(text);
        case Incoming.TooLong _ ->
            end("too-long", "a piece of sound is at most 200 ms, a text " + LONGEST + " letters");
      };
    }

    private boolean sound(ByteString bytes) {
      if (bytes.isEmpty()) {
        return true;
      }
      if (bytes.size() % 2 != 0) {
        return end("odd-bytes", "sound is 16 bit: an even number of bytes, not " + bytes.size());
      }
      short[] samples = new short[bytes.size() / 2];
      bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      input.tell(new LinkInput.Sound(samples));
      return true;
    }

    private boolean text(String text) {
      Optional<ObjectNode> parsed = SocketText.parse(text);
      if (parsed.isEmpty()) {
        return complain("not-json", "a text is one JSON object");
      }
      JsonNode type = parsed.get().path("type");
      return switch (type.asText("")) {
        case "say" -> say(parsed.get().path("text"));
        case "played" -> played(parsed.get().path("t"));
        case "ping" -> {
          listener.outbox().text("{\"type\":\"pong\"}");
          yield true;
        }
        default -> complain("unknown-type", "known types are say, played and ping");
      };
    }

    private boolean say(JsonNode words) {
      String text = words.asText("").strip();
      if (!words.isTextual() || text.isEmpty() || text.length() > LONGEST_SAID) {
        return complain("bad-text", "text has 1 to " + LONGEST_SAID + " letters");
      }
      input.tell(new LinkInput.Say(text));
      return true;
    }

    private boolean played(JsonNode millis) {
      if (!millis.isNumber() || millis.asLong() < 0) {
        return complain("bad-time", "t is a time in milliseconds");
      }
      input.tell(new LinkInput.Played(millis.asLong()));
      return true;
    }

    private boolean complain(String code, String message) {
      listener.outbox().text(SocketText.error(code, message));
      errors++;
      return errors < MOST_ERRORS || end("too-many-errors", "too many messages of no use");
    }

    private boolean end(String code, String message) {
      listener.outbox().text(SocketText.error(code, message));
      listener.outbox().close();
      return false;
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
