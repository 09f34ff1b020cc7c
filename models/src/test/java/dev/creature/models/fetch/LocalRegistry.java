package dev.creature.models.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A package index and file server on this machine, which can be made to stop in the middle. */
final class LocalRegistry implements AutoCloseable {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_FOUND = 404;

  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch reachedTheMiddle = new CountDownLatch(0);
  private volatile CountDownLatch goOn = new CountDownLatch(0);
  private volatile boolean breakOffOnce;

  LocalRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/simple/", this::index);
    server.createContext("/files/", this::file);
    server.createContext("/npm/", this::npm);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  LocalRegistry with(TestWheel wheel) {
    return with(wheel.fileName(), wheel.bytes());
  }

  LocalRegistry with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  /** From now on, files stop in the middle until {@link #goOn}. */
  void stopInTheMiddle() {
    reachedTheMiddle = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
  }

  /**
   * Waits until a file has stopped in the middle.
   *
   * @param reader who asks for it; waits no longer when it ends before
   */
  void awaitTheMiddle(Process reader) throws InterruptedException {
    CountDownLatch middle = reachedTheMiddle;
    reader.onExit().thenRun(middle::countDown);
    middle.await();
  }

  void goOn() {
    goOn.countDown();
  }

  /** The next file breaks off in the middle. */
  void breakOffOnce() {
    breakOffOnce = true;
  }

  /** Names of the files that were asked for, in order. */
  List<String> served() {
    return served;
  }

  /** The ranges that were asked for. */
  List<String> ranges() {
    return ranges;
  }

  @Override
  public void close() {
    goOn.countDown();
    server.stop(0);
  }

  private void index(HttpExchange exchange) throws IOException {
    String name = last(exchange).replace('-', '_');
    StringBuilder links = new StringBuilder("<!DOCTYPE html><html><body>");
    files.keySet().stream()
        .filter(file -> file.startsWith(name + "-"))
        .forEach(file -> links.append("<a href=\"/files/%s\">%s</a>".formatted(file, file)));
    byte[] page = links.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html");
    exchange.sendResponseHeaders(OK, page.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(page);
    }
  }

  private void npm(HttpExchange exchange) throws IOException {
    String name = last(exchange);
    String document =
        """
        {"name":"%s","dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"name":"%s",
        "version":"1.0.0","dist":{"tarball":"%s"}}}}
        """
            .formatted(name, name, address("/files/" + name + ".tgz"));
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    byte[] bytes = files.get(last(exchange));
    if (bytes == null) {
      exchange.sendResponseHeaders(NOT_FOUND, -1);
      exchange.close();
      return;
    }
    served.add(last(exchange));
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (range != null) {
      ranges.add(range);
      from = Integer.parseInt(range.replaceAll("\\D", ""));
    }
    int length = bytes.length - from;
    exchange.sendResponseHeaders(range == null ? OK : PARTIAL_CONTENT, length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes, from, length / 2);
      out.flush();
      if (breakOffOnce) {
        breakOffOnce = false;
        return;
      }
      reachedTheMiddle.countDown();
      goOn.await();
      out.write(bytes, from + length / 2, length - length / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static String last(HttpExchange exchange) {
    String[] parts = exchange.getRequestURI().getPath().split("/");
    return parts[parts.length - 1];
  }
}
