package dev.creature.tools.reachy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * For tests only: the daemon's HTTP as its protocol describes it. A movement ends when the test
 * says so, or at once.
 */
final class ReachyMiniPeer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<JsonNode> gone = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> stopped = new LinkedBlockingQueue<>();
  private volatile boolean holds;
  private volatile String nonsense = "";

  private ReachyMiniPeer(HttpServer server) {
    this.server = server;
    server.createContext("/api/move/goto", this::go);
    server.createContext("/api/move/running", exchange -> answer(exchange, 200, list()));
    server.createContext("/api/move/stop", this::stop);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  static ReachyMiniPeer start() throws IOException {
    return new ReachyMiniPeer(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Movements go on until they are stopped. */
  void hold() {
    holds = true;
  }

  /** Answers so from now on, whatever it is asked. */
  void talk(String text) {
    nonsense = text;
  }

  JsonNode nextMovement() throws InterruptedException {
    JsonNode next = gone.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no movement came");
    }
    return next;
  }

  String nextStop() throws InterruptedException {
    String next = stopped.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no stop came");
    }
    return next;
  }

  private void go(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    if (!body.path("duration").isNumber() || body.path("antennas").size() != 2) {
      answer(exchange, 422, "{\"detail\":\"bad\"}");
      return;
    }
    String uuid = UUID.randomUUID().toString();
    if (holds) {
      running.add(uuid);
    }
    gone.add(body);
    answer(exchange, 200, JSON.createObjectNode().put("uuid", uuid).toString());
  }

  private void stop(HttpExchange exchange) throws IOException {
    String uuid = JSON.readTree(exchange.getRequestBody()).path("uuid").asText();
    running.remove(uuid);
    stopped.add(uuid);
    answer(exchange, 200, "{\"message\":\"stopped\"}");
  }

  private String list() {
    ArrayNode all = JSON.createArrayNode();
    running.forEach(it -> all.addObject().put("uuid", it));
    return all.toString();
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = (nonsense.isEmpty() ? json : nonsense).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
