package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A phone as its page behaves, with somebody who talks into it: sends sound at the pace of real
 * time, goes to the next node when its own is gone, and says again what was not accepted. Runs on a
 * thread of its own until it is told that it is over; what it saw is read after that.
 */
final class SimulatedPhone implements Runnable {
  private static final int PIECE_MILLIS = 20;
  private static final int SAMPLES_PER_MILLI = Clip.SAMPLE_RATE / 1000;
  private static final int LONGEST_PIECE = 200 * SAMPLES_PER_MILLI;
  private static final short[] SILENCE = new short[LONGEST_PIECE];

  private final HttpClient client;
  private final Doors doors;
  private final Blows blows;
  private final Speaking speaking;
  private final Retry retry;
  private final Loudspeaker loudspeaker = new Loudspeaker();
  private final Queue<FromNode> inbox = new ConcurrentLinkedQueue<>();
  private final List<Lost> losses = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private Optional<Line> line = Optional.empty();
  private Optional<String> session = Optional.empty();
  private String conversation = "";
  private String node = "";

  /** Whether the node that it is at had let it in. */
  private boolean isIn;

  private int lines;
  private long startNanos;
  private long sentSamples;
  private int forgotten;
  private int sentOn;
  private volatile boolean resting;
  private volatile boolean over;

  SimulatedPhone(
      HttpClient client, Doors doors, Blows blows, PhoneHabits habits, int number, long seed) {
    this.client = client;
    this.doors = doors;
    this.blows = blows;
    Random random = new Random(seed * 1_000 + number);
    this.speaking = new Speaking(habits, random, number);
    this.retry = new Retry(random);
  }

  @Override
  public void run() {
    try {
      while (!over) {
        long now = System.nanoTime();
        if (line.filter(it -> !it.isClosed()).isEmpty()) {
          hearAll();
          connect(now);
        } else {
          hearAll();
          speaking.step(System.nanoTime(), resting);
          send();
          // In step with its own clock: a late wake-up is made up for by a longer piece.
          long due = startNanos + sentSamples * 1_000_000L / SAMPLES_PER_MILLI;
          long wait = due + PIECE_MILLIS * 1_000_000L - System.nanoTime();
          Thread.sleep(Duration.ofNanos(Math.max(1_000_000, wait)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.ifPresent(Line::close);
  }

  private void connect(long now) throws InterruptedException {
    if (line.isPresent()) {
      line = Optional.empty();
      if (isIn) {
        losses.add(Lost.at(node, blows.lately(node, now), now));
        speaking.lost();
        loudspeaker.lost();
      }
      isIn = false;
      doors.move(node);
      Thread.sleep(retry.next(doors.count()));
    }
    lines++;
    node = doors.current();
    line = Line.open(client, doors.audio(session, speaking.heardTurn()), lines, inbox::add);
    if (line.isEmpty()) {
      doors.move(node);
      Thread.sleep(retry.next(doors.count()));
    } else if (!losses.isEmpty() && losses.getLast().backNanos().isEmpty()) {
      losses.set(losses.size() - 1, losses.getLast().open(System.nanoTime()));
    }
    startNanos = System.nanoTime();
    sentSamples = 0;
  }

  private void hearAll() throws InterruptedException {
    FromNode next = inbox.poll();
    while (next != null) {
      switch (next) {
        case FromNode.Sound sound -> {
          loudspeaker.sound(sound, lines);
          if (sound.loud() && speaking.sounded(sound.nanos())) {
            due().ifPresent(lost -> losses.set(losses.size() - 1, lost.speech(sound.nanos())));
          }
        }
        case FromNode.Event event -> {
          hear(event);
          speaking.hear(event);
        }
      }
      next = inbox.poll();
    }
    Optional<Long> played = loudspeaker.played(System.nanoTime());
    if (played.isPresent() && line.isPresent()) {
      line.get()
          .sendText(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("type", "played")
                  .put("t", played.get())
                  .toString());
    }
  }

  /** The last loss, where the answer that was due has not sounded since. */
  private Optional<Lost> due() {
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(losses.getLast())
            .filter(it -> it.speechNanos().isEmpty() && speaking.wasDueWhenLost());
  }

  private void hear(FromNode.Event event) {
    JsonNode json = event.json();
    switch (event.type()) {
      case "session" -> {
        doors.reached();
        retry.opened();
        isIn = true;
        boolean same = json.path("resumed").asBoolean();
        // One in which nothing was accepted yet may as well begin anew.
        if (!same && speaking.hasPromises(conversation)) {
          forgotten++;
        }
        session = Optional.of(json.path("session").asText());
        conversation = json.path("conversation").asText();
        speaking.at(conversation, json.path("ready").asBoolean(), same);
        if (!losses.isEmpty() && losses.getLast().backNanos().isEmpty()) {
          losses.set(losses.size() - 1, losses.getLast().back(event.nanos(), same));
        }
      }
      case "nodes" -> doors.learn(json.path("nodes"));
      case "cut" -> loudspeaker.cut();
      case "goodbye" -> {
        doors.goodbye();
        String reason = json.path("reason").asText();
        // A node that was never entered: it refused.
        if (reason.contains("try again")) {
          refusals.add(reason);
        } else if (reason.contains("more room")) {
          sentOn++;
        }
      }
      default -> {
        // For the one who speaks.
      }
    }
  }

  private void send() throws InterruptedException {
    long due =
        (System.nanoTime() - startNanos) / 1_000 * SAMPLES_PER_MILLI / 1_000
            + (long) PIECE_MILLIS * SAMPLES_PER_MILLI
            - sentSamples;
    int count = Math.clamp(due, 0, LONGEST_PIECE);
    if (count == 0 || line.isEmpty()) {
      return;
    }
    Line open = line.get();
    Optional<String> typed = speaking.typed();
    if (typed.isPresent()) {
      open.sendText(
          JsonNodeFactory.instance
              .objectNode()
              .put("type", "say")
              .put("text", typed.get())
              .toString());
    }
    Speaking.Piece piece = speaking.piece(count);
    if (piece.samples().length == 0) {
      open.sendSound(SILENCE, 0, count);
    } else {
      open.sendSound(piece.samples(), piece.from(), piece.to());
      count = piece.to() - piece.from();
    }
    sentSamples += count;
  }

  /** Nothing new is said from now on; what was said may be answered. */
  void rest() {
    resting = true;
  }

  /** Hangs up. */
  void hangUp() {
    over = true;
  }

  /** Whether nothing is said or waited for. May be asked from other threads. */
  boolean isQuiet() {
    return speaking.isQuiet();
  }

  List<PhoneTurn> turns() {
    return speaking.turns();
  }

  List<Lost> losses() {
    return losses;
  }

  /** How often a node did not let it in. */
  int refused() {
    return refusals.size();
  }

  /** How often a node sent it on to one with more room. */
  int sentOn() {
    return sentOn;
  }

  /** How often the creature did not know its conversation any more. */
  int forgotten() {
    return forgotten;
  }

  /** How often two voices sounded at once. */
  int twoVoices() {
    return loudspeaker.twoVoices();
  }

  boolean everConversed() {
    return !conversation.isEmpty();
  }
}
