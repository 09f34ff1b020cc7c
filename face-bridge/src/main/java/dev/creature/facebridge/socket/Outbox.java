package dev.creature.facebridge.socket;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ws.BinaryMessage;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * The way out to one client: messages wait here until its socket takes them. Bounded: of sound the
 * oldest is dropped; a client that does not even take its texts is let go. Thread-safe, and no call
 * blocks.
 */
public final class Outbox {
  private final int mostSound;
  private final int mostTexts;
  private final ArrayDeque<Message> waiting = new ArrayDeque<>();
  private int sounds;
  private int texts;
  private Optional<CompletableFuture<Optional<Message>>> asked = Optional.empty();
  private boolean closed;

  /**
   * Empty.
   *
   * @param mostSound how many binary messages may wait
   * @param mostTexts how many texts may wait
   */
  public Outbox(int mostSound, int mostTexts) {
    this.mostSound = mostSound;
    this.mostTexts = mostTexts;
  }

  /** What the socket sends; ends when the box is closed and empty. To be run once. */
  public Source<Message, NotUsed> messages() {
    return Source.unfoldAsync(
        this, box -> box.next().thenApply(next -> next.map(message -> Pair.create(box, message))));
  }

  /** Sends a text. */
  public void text(String text) {
    text(TextMessage.create(text));
  }

  /** Sends a text that may be shared with other clients. */
  public void text(TextMessage message) {
    put(message, false);
  }

  /** Sends bytes of sound. */
  public void sound(ByteString bytes) {
    put(BinaryMessage.create(bytes), true);
  }

  /** Drops all sound that waits. */
  public synchronized void dropSound() {
    waiting.removeIf(message -> !message.isText());
    sounds = 0;
  }

  /** Sends what waits, and nothing more. */
  public void close() {
    Optional<CompletableFuture<Optional<Message>>> taker;
    synchronized (this) {
      closed = true;
      taker = asked;
      asked = Optional.empty();
    }
    taker.ifPresent(future -> future.complete(Optional.empty()));
  }

  private void put(Message message, boolean sound) {
    CompletableFuture<Optional<Message>> taker;
    synchronized (this) {
      if (closed) {
        return;
      }
      if (asked.isEmpty()) {
        keep(message, sound);
        return;
      }
      taker = asked.get();
      asked = Optional.empty();
    }
    taker.complete(Optional.of(message));
  }

  private void keep(Message message, boolean sound) {
    if (sound && sounds == mostSound) {
      dropOldestSound();
    }
    if (!sound && texts == mostTexts) {
      waiting.clear();
      closed = true;
      return;
    }
    waiting.add(message);
    sounds += sound ? 1 : 0;
    texts += sound ? 0 : 1;
  }

  private void dropOldestSound() {
    Iterator<Message> each = waiting.iterator();
    while (each.hasNext()) {
      if (!each.next().isText()) {
        each.remove();
        sounds--;
        return;
      }
    }
  }

  private synchronized CompletionStage<Optional<Message>> next() {
    Message first = waiting.pollFirst();
    if (first != null) {
      sounds -= first.isText() ? 0 : 1;
      texts -= first.isText() ? 1 : 0;
      return CompletableFuture.completedFuture(Optional.of(first));
    }
    if (closed) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<Message>> future = new CompletableFuture<>();
    asked = Optional.of(future);
    return future;
  }
}
