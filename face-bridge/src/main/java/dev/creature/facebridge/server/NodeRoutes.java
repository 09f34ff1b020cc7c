package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Which nodes there are, and the door by which another machine joins them. */
public final class NodeRoutes {
  private static final int MOST_TRIES = 10;
  private static final long WINDOW_MILLIS = 60_000;

  private final Neighbours neighbours;
  private final InstantSource clock;
  private long windowMillis;
  private int tries;

  NodeRoutes(Neighbours neighbours, InstantSource clock) {
    this.neighbours = neighbours;
    this.clock = clock;
  }

  HttpResponse list() {
    return Answers.json(message(neighbours.nodes()));
  }

  /** The list as it is sent, with {@code type} so that it may stand in a stream of events. */
  public static ObjectNode message(List<Neighbours.NodeView> nodes) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "nodes");
    ArrayNode list = message.putArray("nodes");
    for (Neighbours.NodeView node : nodes) {
      ObjectNode each = list.addObject().put("name", node.name()).put("url", node.url());
      each.put("here", node.here()).put("draining", node.draining()).put("free", node.free());
      if (node.sameMachine()) {
        each.put("localUrl", node.localUrl());
      }
    }
    return message;
  }

  /** Wrong secrets cost time: a minute has so many tries. */
  synchronized HttpResponse join(String body) {
    long now = clock.millis();
    if (now - windowMillis > WINDOW_MILLIS) {
      windowMillis = now;
      tries = 0;
    }
    if (tries >= MOST_TRIES) {
      return new Problem(429, "too many tries", "wait a minute").response();
    }
    return neighbours
        .admit(body)
        .map(answer -> Answers.text(200, answer))
        .orElseGet(() -> {
          tries++;
          return new Problem(403, "not let in", "this node is in no cluster, or has another secret")
              .response();
        });
  }
}
