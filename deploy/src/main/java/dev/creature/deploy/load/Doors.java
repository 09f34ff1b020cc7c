package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The nodes that a page knows, and which one it is at; goes on as {@code nodes.js} does. Shared by
 * the phone and the face of one page. Thread-safe.
 */
final class Doors {
  private record Door(String url, int free) {
    double weight() {
      return free + 0.05;
    }
  }

  private final Optional<String> token;
  private final Random random;
  private final Set<String> tried = new HashSet<>();
  private List<Door> all;
  private String current;
  private boolean sentOn;

  /**
   * Knows one node, or some, and begins at the first.
   *
   * @param token of a paired device; without one the nodes are those of this machine
   */
  Doors(List<String> urls, Optional<String> token, Random random) {
    this.all = urls.stream().map(url -> new Door(url, 1)).toList();
    this.current = urls.getFirst();
    this.token = token;
    this.random = random;
  }

  /** As the creature sends it. */
  synchronized void learn(JsonNode nodes) {
    List<Door> usable = new ArrayList<>();
    nodes.forEach(node -> {
      String url = node.path(token.isPresent() ? "url" : "localUrl").asText();
      if (!url.isEmpty() && !node.path("draining").asBoolean()) {
        usable.add(new Door(url, node.path("free").asInt(1)));
      }
    });
    if (!usable.isEmpty()) {
      all = usable;
    }
  }

  synchronized String current() {
    return current;
  }

  /** How many there are to try before waiting. */
  synchronized int count() {
    return all.size();
  }

  /** It answered. */
  synchronized void reached() {
    tried.clear();
  }

  /** A node said goodbye: whoever was sent to another one stays there. */
  synchronized void goodbye() {
    sentOn = true;
  }

  /** That one is gone, or does not answer: another, unless this page went on already. */
  synchronized void move(String from) {
    if (!from.equals(current)) {
      return;
    }
    tried.add(current);
    List<Door> others = all.stream().filter(door -> !door.url().equals(from)).toList();
    List<Door> fresh = others.stream().filter(door -> !tried.contains(door.url())).toList();
    if (fresh.isEmpty()) {
      tried.clear();
      fresh = others;
    }
    double dice = random.nextDouble() * fresh.stream().mapToDouble(Door::weight).sum();
    for (Door door : fresh) {
      current = door.url();
      dice -= door.weight();
      if (dice < 0) {
        return;
      }
    }
  }

  /**
   * Where the audio is.
   *
   * @param heardTurn the last turn whose answer was heard whole
   */
  synchronized URI audio(Optional<String> session, int heardTurn) {
    List<String> query = new ArrayList<>();
    session.ifPresent(key -> query.add("session=" + encoded(key) + "&heard=" + heardTurn));
    if (session.isEmpty() && !sentOn) {
      query.add("roams=1");
    }
    return socket("/v1/audio", query);
  }

  /** Where the face is. */
  synchronized URI face() {
    return socket("/v1/face", new ArrayList<>());
  }

  private URI socket(String path, List<String> query) {
    token.ifPresent(it -> query.add("token=" + encoded(it)));
    return URI.create(
        current.replaceFirst("^http", "ws")
            + path
            + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
