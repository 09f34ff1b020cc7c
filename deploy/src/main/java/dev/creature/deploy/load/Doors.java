package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that a phone knows, and which one it goes to next; behaves as the page does. Used by
 * its phone alone.
 */
final class Doors {
  private final Optional<String> token;
  private List<String> all;
  private String current;
  private int tried;

  /**
   * Knows one node, or some.
   *
   * @param token of a paired device; without one the nodes are those of this machine
   */
  Doors(List<String> urls, Optional<String> token) {
    this.all = List.copyOf(urls);
    this.current = all.getFirst();
    this.token = token;
  }

  /** As the creature sends it. */
  void learn(JsonNode nodes) {
    List<String> usable = new ArrayList<>();
    nodes.forEach(node -> {
      String url = node.path(token.isPresent() ? "url" : "localUrl").asText();
      if (!url.isEmpty() && !node.path("draining").asBoolean()) {
        usable.add(url);
      }
    });
    if (!usable.isEmpty()) {
      all = usable;
    }
  }

  String current() {
    return current;
  }

  /** It answered. */
  void open() {
    tried = 0;
  }

  /**
   * It is gone, or does not answer: the next one.
   *
   * @return how long to wait before it is tried, in milliseconds
   */
  long next() {
    int at = all.indexOf(current);
    current = all.get((at + 1) % all.size());
    tried++;
    return tried < all.size() + 1 ? 30 : Math.min(1_500, 150L * (tried - all.size()));
  }

  /**
   * Where the audio is.
   *
   * @param heardTurn the last turn whose answer was heard whole
   */
  URI audio(Optional<String> session, int heardTurn) {
    List<String> query = new ArrayList<>();
    session.ifPresent(key -> query.add("session=" + encoded(key) + "&heard=" + heardTurn));
    token.ifPresent(it -> query.add("token=" + encoded(it)));
    return URI.create(
        current.replaceFirst("^http", "ws")
            + "/v1/audio"
            + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
