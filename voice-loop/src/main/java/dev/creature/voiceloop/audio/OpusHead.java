package dev.creature.voiceloop.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands at the head of an Opus stream, in Ogg as in WebM (RFC 7845, section 5.1).
 *
 * @param channels 1 or 2
 * @param preSkipFrames frames at 48 kHz that only warm the decoder up
 * @param gain factor for every sample
 */
record OpusHead(int channels, int preSkipFrames, float gain) {
  private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
  private static final int LENGTH = 19;

  static boolean startsWithMagic(byte[] packet, int length) {
    return length >= MAGIC.length && Arrays.equals(packet, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static OpusHead parse(ByteReader bytes, byte[] packet, int length) {
    if (!startsWithMagic(packet, length) || length < LENGTH || (packet[8] & 0xf0) != 0) {
      throw bytes.bad("its Opus header makes no sense");
    }
    int channels = packet[9] & 0xff;
    int preSkip = (packet[10] & 0xff) | ((packet[11] & 0xff) << 8);
    short gain = (short) ((packet[16] & 0xff) | (packet[17] << 8));
    int family = packet[18] & 0xff;
    boolean oneStream = family == 0 || (family == 1 && length > LENGTH && packet[LENGTH] == 1);
    if (channels < 1 || channels > 2 || !oneStream) {
      throw bytes.bad(
          "holds Opus sound of " + channels + " channels; one or two can be read, mix it down");
    }
    // Q7.8 decibels.
    return new OpusHead(channels, preSkip, (float) Math.pow(10, gain / 256.0 / 20));
  }
}
