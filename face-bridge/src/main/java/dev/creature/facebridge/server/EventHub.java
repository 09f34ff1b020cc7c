package dev.creature.facebridge.server;

import dev.creature.facebridge.socket.Outbox;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * {@code WS /v1/events}: what happens in all conversations of the node, for the console. A new
 * watcher begins with the latest {@value #REMEMBERED}; one that does not keep up is let go.
 *
 * <p>The world around the body is told several times a second and is true only now: it is no part
 * of what is remembered, but a new watcher gets the latest with a map in it at once.
 */
public final class EventHub {
  private static final int REMEMBERED = 400;
  private static final int MOST_WAITING = 2_000;

  private static final String WORLD = "{\"type\":\"world\"";
  private static final String MAP = "\"rooms\":";

  private final ArrayDeque<TextMessage> recent = new ArrayDeque<>();
  private final Set<Outbox> watchers = ConcurrentHashMap.newKeySet();
  private Optional<TextMessage> world = Optional.empty();

  /** Tells all watchers, as one JSON object. */
  public synchronized void publish(String json) {
    TextMessage message = TextMessage.create(json);
    if (!json.startsWith(WORLD)) {
      if (recent.size() == REMEMBERED) {
        recent.removeFirst();
      }
      recent.add(message);
    } else if (json.contains(MAP)) {
      world = Optional.of(message);
    }
    watchers.forEach(watcher -> watcher.text(message));
  }

  /** A watcher, to be run as a socket; {@code closing} ends it from outside. */
  record Open(Flow<Message, Message, NotUsed> flow, Runnable closing) {}

  synchronized Open watch() {
    Outbox outbox = new Outbox(1, MOST_WAITING);
    recent.forEach(outbox::text);
    world.ifPresent(outbox::text);
    watchers.add(outbox);
    Sink<Message, NotUsed> in =
        Flow.of(Message.class)
            .flatMapConcat(EventHub::drained)
            .watchTermination((_, ended) -> {
              ended.whenComplete((_, _) -> {
                watchers.remove(outbox);
                outbox.close();
              });
              return NotUsed.getInstance();
            })
            .to(Sink.ignore());
    return new Open(Flow.fromSinkAndSource(in, outbox.messages()), outbox::close);
  }

  /** Says goodbye to all. */
  public void close() {
    watchers.forEach(watcher -> {
      watcher.text("{\"type\":\"goodbye\"}");
      watcher.close();
    });
  }

  /** What a watcher says is of no interest, but has to be read. */
  private static Source<NotUsed, ?> drained(Message message) {
    return message.isText()
        ? message.asTextMessage().getStreamedText().map(_ -> NotUsed.getInstance())
        : message.asBinaryMessage().getStreamedData().map(_ -> NotUsed.getInstance());
  }
}
