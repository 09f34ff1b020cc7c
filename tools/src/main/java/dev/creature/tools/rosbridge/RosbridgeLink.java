package dev.creature.tools.rosbridge;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A connection that comes back: after each end it tries again, ever more slowly, until closed. */
final class RosbridgeLink implements RosbridgeSocket.Ear, AutoCloseable {
  private final RosbridgeSettings settings;
  private final HttpClient client;
  private final Supplier<List<String>> greeting;
  private final Consumer<String> ear;
  private Optional<RosbridgeSocket> open = Optional.empty();
  private Duration wait;
  private boolean closed;

  /**
   * Begins to connect.
   *
   * @param greeting what to say on each new connection, before all else
   * @param ear told each text, on the client's threads
   */
  RosbridgeLink(
      RosbridgeSettings settings,
      HttpClient client,
      Supplier<List<String>> greeting,
      Consumer<String> ear) {
    this.settings = settings;
    this.client = client;
    this.greeting = greeting;
    this.ear = ear;
    this.wait = settings.firstRetry();
  }

  void connect() {
    RosbridgeSocket _ =
        RosbridgeSocket.open(client, settings.address(), settings.connecting(), this);
  }

  synchronized boolean isOpen() {
    return open.isPresent();
  }

  /** Completes when it has gone out; fails at once where there is no connection. */
  synchronized CompletableFuture<Void> send(String text) {
    return open.map(it -> it.send(text))
        .orElseGet(
            () -> CompletableFuture.failedFuture(new IllegalStateException("not connected")));
  }

  @Override
  public synchronized void opened(RosbridgeSocket socket) {
    if (closed) {
      socket.drop();
      return;
    }
    wait = settings.firstRetry();
    open = Optional.of(socket);
    greeting.get().forEach(socket::send);
  }

  @Override
  public void text(RosbridgeSocket socket, String text) {
    ear.accept(text);
  }

  @Override
  public synchronized void ended(RosbridgeSocket socket, String why) {
    open = open.filter(it -> it != socket);
    if (closed) {
      return;
    }
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> {
          if (!isClosed()) {
            connect();
          }
        });
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(settings.longestRetry()) < 0 ? doubled : settings.longestRetry();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.ifPresent(RosbridgeSocket::drop);
    open = Optional.empty();
  }
}
