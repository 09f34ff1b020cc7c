package dev.creature.voiceloop.audio;

import java.util.Arrays;

/**
 * Packets of one logical stream in an Ogg file (RFC 3533). Pages of other streams are passed over;
 * bytes that are no valid page are searched for the next one that is.
 */
final class OggPages {
  private static final int HEADER = 27;
  private static final int CONTINUED = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int[] CRC = crcTable();

  private final ByteReader bytes;
  private final byte[] page = new byte[HEADER + 255 + 255 * 255];
  private byte[] packet = new byte[4096];
  private int packetLength;
  private boolean packetTooLong;
  private int segments;
  private int segment;
  private int payloadAt;
  private long serial;
  private boolean serialChosen;
  private boolean damaged;
  private boolean ended;

  OggPages(ByteReader bytes) {
    this.bytes = bytes;
  }

  byte[] packet() {
    return packet;
  }

  int packetLength() {
    return packetLength;
  }

  /** Whether the packet was too long to be sound and was not kept whole. */
  boolean packetTooLong() {
    return packetTooLong;
  }

  /** Whether pages were lost or damaged. */
  boolean damaged() {
    return damaged;
  }

  /** Whether the stream's own last page was seen. */
  boolean ended() {
    return ended;
  }

  /** Whether this packet is the last that ends on its page, so that the page's time is its end. */
  boolean lastOnPage() {
    for (int i = segment; i < segments; i++) {
      if ((page[HEADER + i] & 0xff) < 255) {
        return false;
      }
    }
    return true;
  }

  /** Whether the page is the stream's last. */
  boolean onLastPage() {
    return (page[5] & LAST) != 0;
  }

  /** Time of the end of the page's last packet, in frames; -1 when none ends there. */
  long granulePosition() {
    long value = 0;
    for (int i = 13; i >= 6; i--) {
      value = (value << 8) | (page[i] & 0xff);
    }
    return value;
  }

  /** Goes to the next packet; false at the end of the file. */
  boolean next() {
    packetLength = 0;
    packetTooLong = false;
    boolean open = false;
    while (true) {
      if (segment == segments) {
        if (!nextPage()) {
          damaged |= open;
          return false;
        }
        boolean continued = (page[5] & CONTINUED) != 0;
        if (continued != open) {
          damaged = true;
          packetLength = 0;
          if (continued) {
            skipRestOfPacket();
          }
        }
        open = false;
        continue;
      }
      int length = page[HEADER + segment++] & 0xff;
      append(length);
      payloadAt += length;
      open = true;
      if (length < 255) {
        return true;
      }
    }
  }

  private void skipRestOfPacket() {
    while (segment < segments) {
      int length = page[HEADER + segment++] & 0xff;
      payloadAt += length;
      if (length < 255) {
        return;
      }
    }
  }

  private void append(int length) {
    if (packetLength + length > OpusPackets.MOST_BYTES) {
      packetTooLong = true;
      return;
    }
    if (packetLength + length > packet.length) {
      packet = Arrays.copyOf(packet, 2 * (packetLength + length));
    }
    System.arraycopy(page, payloadAt, packet, packetLength, length);
    packetLength += length;
  }

  private boolean nextPage() {
    try {
      while (true) {
        findCapture();
        if (!readPage()) {
          damaged = true;
          continue;
        }
        long pageSerial = serialOfPage();
        boolean first = (page[5] & FIRST) != 0;
        // A stream that begins after ours has ended is the next link of a chain.
        if (!serialChosen || (first && ended)) {
          serial = pageSerial;
          serialChosen = true;
        }
        if (pageSerial != serial) {
          continue;
        }
        ended = onLastPage();
        return true;
      }
    } catch (ByteReader.OutOfBytes e) {
      return false;
    }
  }

  private void findCapture() {
    int matched = 0;
    long searched = 0;
    while (matched < 4) {
      int letter = bytes.u8();
      if (letter == "OggS".charAt(matched)) {
        matched++;
      } else {
        matched = letter == 'O' ? 1 : 0;
      }
      searched++;
    }
    damaged |= searched > 4;
  }

  /** Reads the page behind its capture pattern; false when its check sum is wrong. */
  private boolean readPage() {
    for (int i = 0; i < 4; i++) {
      page[i] = (byte) "OggS".charAt(i);
    }
    bytes.exactly(page, 4, HEADER - 4);
    segments = page[26] & 0xff;
    segment = segments;
    bytes.exactly(page, HEADER, segments);
    int payload = 0;
    for (int i = 0; i < segments; i++) {
      payload += page[HEADER + i] & 0xff;
    }
    bytes.exactly(page, HEADER + segments, payload);
    payloadAt = HEADER + segments;
    int length = payloadAt + payload;
    int expected = 0;
    for (int i = 25; i >= 22; i--) {
      expected = (expected << 8) | (page[i] & 0xff);
      page[i] = 0;
    }
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc = (crc << 8) ^ CRC[(crc >>> 24) ^ (page[i] & 0xff)];
    }
    if (crc != expected || page[4] != 0) {
      return false;
    }
    segment = 0;
    return true;
  }

  private long serialOfPage() {
    long value = 0;
    for (int i = 17; i >= 14; i--) {
      value = (value << 8) | (page[i] & 0xff);
    }
    return value;
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
      }
      table[i] = crc;
    }
    return table;
  }
}
