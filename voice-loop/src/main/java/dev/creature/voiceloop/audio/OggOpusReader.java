package dev.creature.voiceloop.audio;

import java.nio.charset.StandardCharsets;

/**
 * Opus in Ogg (RFC 7845), chained streams included. Lost and damaged packets become silence or are
 * left out, with a warning: what is whole is still speech.
 */
final class OggOpusReader extends OpusDecoder {
  private final OggPages pages;
  private long granule;
  private boolean granuleKnown = true;

  private OggOpusReader(ByteReader bytes, OggPages pages, OpusHead head) {
    super(bytes, head);
    this.pages = pages;
  }

  /** Reads the header; the bytes stand at the first page. */
  static OggOpusReader open(ByteReader bytes) {
    OggPages pages = new OggPages(bytes);
    if (!pages.next()) {
      throw bytes.bad("is an Ogg file that ends before its sound begins");
    }
    byte[] packet = pages.packet();
    int length = pages.packetLength();
    if (!OpusHead.startsWithMagic(packet, length)) {
      throw bytes.bad(
          "is an Ogg file with " + codec(packet, length) + "; of Ogg, only Opus can be read");
    }
    return new OggOpusReader(bytes, pages, OpusHead.parse(bytes, packet, length));
  }

  private static String codec(byte[] packet, int length) {
    String start = new String(packet, 0, Math.min(8, length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0001vorbis")) {
      return "Vorbis sound";
    }
    if (start.startsWith("\u007fFLAC")) {
      return "FLAC sound";
    }
    if (start.startsWith("Speex")) {
      return "Speex sound";
    }
    if (start.startsWith("\u0080theora") || start.startsWith("fishead")) {
      return "video";
    }
    return "an unknown codec";
  }

  @Override
  int nextBlock() {
    if (!pages.next()) {
      if (!pages.ended()) {
        warn("ends early: its last page is missing; what is there is used");
      }
      warnOfDamage(pages.damaged());
      return -1;
    }
    byte[] packet = pages.packet();
    int length = pages.packetLength();
    if (OpusHead.startsWithMagic(packet, length)) {
      beginNextLink(OpusHead.parse(bytes, packet, length));
      return 0;
    }
    if (pages.packetTooLong() || isTags(packet, length)) {
      return 0;
    }
    int frames = OpusPackets.framesOf(packet, length);
    int wanted = frames;
    granule += frames;
    if (pages.lastOnPage()) {
      long end = pages.granulePosition();
      if (pages.onLastPage() && granuleKnown && end >= 0 && end < granule) {
        // The stream ends inside its last packet.
        wanted = (int) Math.max(0, frames - (granule - end));
      }
      granule = end;
      granuleKnown = end >= 0;
    }
    int decoded = packets().decode(packet, length, wanted);
    warnOfDamage(pages.damaged());
    return decoded;
  }

  private void beginNextLink(OpusHead head) {
    if (head.channels() != channels()) {
      throw bytes.bad("changes from mono to stereo on its way; split it");
    }
    begin(head);
    granule = 0;
    granuleKnown = true;
  }

  private static boolean isTags(byte[] packet, int length) {
    return length >= 8 && "OpusTags".equals(new String(packet, 0, 8, StandardCharsets.ISO_8859_1));
  }
}
