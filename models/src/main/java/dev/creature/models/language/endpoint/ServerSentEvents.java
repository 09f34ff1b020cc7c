package dev.creature.models.language.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes an event stream apart, whatever pieces it arrives in: lines end in LF, CRLF or CR; comments
 * and unknown fields are skipped; the data lines of one event are joined by LF. Bytes are decoded a
 * whole line at a time, so a character split between two pieces is no trouble; bytes that are no
 * UTF-8 become U+FFFD.
 *
 * <p>Source: the server-sent events section of the HTML standard. One leniency: an event that the
 * end of the stream cuts off before its blank line still counts, because servers do that.
 *
 * <p>Not thread-safe: one reader.
 */
final class ServerSentEvents {
  /** No honest chunk of a reply is longer, in bytes. */
  static final int LONGEST_EVENT_BYTES = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private boolean afterCarriageReturn;
  private boolean firstLine = true;
  private int eventBytes;

  /**
   * Reads on.
   *
   * @return the data of each event that these bytes complete, in order
   * @throws MalformedAnswer when a line or an event grows beyond {@link #LONGEST_EVENT_BYTES}
   */
  List<String> read(ByteBuffer bytes) throws MalformedAnswer {
    List<String> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      boolean secondOfPair = afterCarriageReturn && next == '\n';
      afterCarriageReturn = next == '\r';
      if (secondOfPair) {
        continue;
      }
      if (next == '\n' || next == '\r') {
        endLine().ifPresent(events::add);
      } else {
        if (++eventBytes > LONGEST_EVENT_BYTES) {
          throw new MalformedAnswer("an event longer than " + LONGEST_EVENT_BYTES + " bytes");
        }
        line.write(next);
      }
    }
    return events;
  }

  /** The stream has ended: what of an event there is so far. */
  Optional<String> end() {
    Optional<String> last = line.size() > 0 ? endLine() : Optional.empty();
    return last.isPresent() ? last : takeEvent();
  }

  private Optional<String> endLine() {
    byte[] bytes = line.toByteArray();
    line.reset();
    int start = skipMark(bytes);
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return takeEvent();
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    if (field.equals("data")) {
      String value = colon < 0 ? "" : text.substring(colon + 1);
      if (hasData) {
        data.append('\n');
      }
      data.append(value.startsWith(" ") ? value.substring(1) : value);
      hasData = true;
    }
    return Optional.empty();
  }

  private Optional<String> takeEvent() {
    eventBytes = 0;
    if (!hasData) {
      return Optional.empty();
    }
    String event = data.toString();
    data.setLength(0);
    hasData = false;
    return Optional.of(event);
  }

  private int skipMark(byte[] bytes) {
    boolean marked =
        firstLine
            && bytes.length >= BYTE_ORDER_MARK.length
            && ByteBuffer.wrap(bytes, 0, BYTE_ORDER_MARK.length)
                .equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    firstLine = false;
    return marked ? BYTE_ORDER_MARK.length : 0;
  }
}
