package dev.creature.facebridge.webrtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts to one listener, in their order. Calls come back at once; a listener that does not take its
 * texts is let go.
 */
final class TextChannel {
  private static final Logger LOG = LoggerFactory.getLogger(TextChannel.class);
  private static final int MOST_WAITING = 2_000;
  private static final long MOST_BUFFERED_BYTES = 1_000_000;

  private final RTCDataChannel channel;
  private final Executor sender;
  private final Runnable overflow;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Over a channel that is open.
   *
   * @param sender one thread
   * @param overflow called when the listener does not keep up
   */
  TextChannel(RTCDataChannel channel, Executor sender, Runnable overflow) {
    this.channel = channel;
    this.sender = sender;
    this.overflow = overflow;
  }

  void send(String text) {
    if (closed) {
      return;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      closed = true;
      overflow.run();
      return;
    }
    sender.execute(() -> {
      waiting.decrementAndGet();
      write(text);
    });
  }

  /** Sends nothing more. */
  void close() {
    closed = true;
  }

  private void write(String text) {
    if (closed || channel.getState() != RTCDataChannelState.OPEN) {
      return;
    }
    if (channel.getBufferedAmount() > MOST_BUFFERED_BYTES) {
      closed = true;
      overflow.run();
      return;
    }
    try {
      channel.send(
          new RTCDataChannelBuffer(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), false));
    } catch (Exception closing) {
      LOG.debug("a text was not sent", closing);
    }
  }
}
