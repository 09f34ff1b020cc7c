package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The face of a phone's page: keeps the latest frame of {@code WS /v1/face}, and goes to the next
 * node when its own is gone, with its phone or before it. Runs on a thread of its own; what it saw
 * is read after that.
 */
final class SimulatedFace implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(10);

  private final HttpClient client;
  private final Doors doors;
  private final Blows blows;
  private final Retry retry;
  private final List<Lost> losses = new ArrayList<>();
  private int lines;
  private int incomplete;
  private long begunNanos;
  private Optional<Long> firstNanos = Optional.empty();
  private volatile long latestNanos = Long.MIN_VALUE;
  private volatile int latestLine;
  private volatile boolean over;

  SimulatedFace(HttpClient client, Doors doors, Blows blows, Random random) {
    this.client = client;
    this.doors = doors;
    this.blows = blows;
    this.retry = new Retry(random);
  }

  @Override
  public void run() {
    begunNanos = System.nanoTime();
    try {
      while (!over) {
        stay();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One connection, from its opening to its end. */
  private void stay() throws InterruptedException {
    lines++;
    int own = lines;
    String node = doors.current();
    Optional<Line> open =
        Line.open(
            client,
            doors.face(),
            own,
            came -> {
              if (came instanceof FromNode.Event event) {
                see(event, own);
              }
            });
    if (open.isEmpty()) {
      doors.move(node);
      Thread.sleep(retry.next(doors.count()));
      return;
    }
    retry.opened();
    try (Line line = open.get()) {
      while (!over && !line.isClosed()) {
        back();
        Thread.sleep(LOOK);
      }
    }
    back();
    if (!over) {
      long now = System.nanoTime();
      Optional<Long> blow = blows.lately(node, now);
      losses.add(Lost.at(node, blow, now));
      doors.move(node);
      Thread.sleep(retry.next(doors.count()));
    }
  }

  /** On the client's threads, one frame after the other. */
  private void see(FromNode.Event event, int line) {
    JsonNode frame = event.json();
    if (frame.path("v").asInt() != 1) {
      return;
    }
    if (!isComplete(frame)) {
      incomplete++;
      return;
    }
    doors.reached();
    if (firstNanos.isEmpty()) {
      firstNanos = Optional.of(event.nanos());
    }
    if (latestLine != line) {
      latestNanos = event.nanos();
      latestLine = line;
    }
  }

  /** Whether there is something to draw in each part of the face. */
  static boolean isComplete(JsonNode frame) {
    return frame.path("mouth").isNumber()
        && frame.path("blink").isNumber()
        && frame.path("gaze").path("x").isNumber()
        && frame.path("gaze").path("y").isNumber()
        && !frame.path("emotion").asText().isEmpty()
        && !frame.path("viseme").asText().isEmpty();
  }

  private void back() {
    if (!losses.isEmpty() && losses.getLast().backNanos().isEmpty() && latestLine == lines) {
      losses.set(losses.size() - 1, losses.getLast().back(latestNanos, true));
    }
  }

  void hangUp() {
    over = true;
  }

  List<Lost> losses() {
    return losses;
  }

  /** Whether it never had anything to draw, or was sent what leaves part of it empty. */
  boolean wasBlank() {
    return incomplete > 0 || firstNanos.isEmpty();
  }

  /** How long its page waited for the first frame. */
  Optional<Double> firstMillis() {
    return firstNanos.map(at -> (at - begunNanos) / 1e6);
  }
}
