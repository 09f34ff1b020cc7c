package dev.creature.voiceloop.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opus in WebM or Matroska: the first sound track. Where its times leap ahead (a recorder that was
 * muted), silence fills the gap, so that what is heard stays at its time.
 */
final class WebmOpusReader extends OpusDecoder {
  private static final int SOUND = 2;
  private static final int MOST_BLOCK_BYTES = 1 << 20;
  private static final long DEFAULT_SCALE_NANOS = 1_000_000;
  private static final int FRAMES_PER_MILLI = OpusPackets.SAMPLE_RATE / 1000;

  /** Recorders stamp blocks by their own clock; less than this is only its unrest. */
  private static final long LEAST_GAP_FRAMES = 200 * FRAMES_PER_MILLI;

  /** More than this is a broken stamp and no pause. */
  private static final long MOST_GAP_FRAMES = 600_000L * FRAMES_PER_MILLI;

  private final WebmElements elements;
  private final WebmBlock block = new WebmBlock();
  private final long track;
  private final long scaleNanos;
  private long clusterTime;
  private long firstTime = Long.MIN_VALUE;
  private long framesFromFirst;
  private long gapFrames;
  private long discardNanos;
  private boolean headAhead;

  /** What the file's head says of the track. */
  private record Track(long number, long scaleNanos, OpusHead head) {}

  private WebmOpusReader(ByteReader bytes, WebmElements elements, Track track) {
    super(bytes, track.head());
    this.elements = elements;
    this.track = track.number();
    this.scaleNanos = track.scaleNanos();
  }

  /** Reads up to the first cluster; the bytes stand at the first element. */
  static WebmOpusReader open(ByteReader bytes) {
    WebmElements elements = new WebmElements(bytes);
    try {
      return new WebmOpusReader(bytes, elements, new WebmTracks(bytes, elements).choose());
    } catch (ByteReader.OutOfBytes e) {
      throw bytes.bad("is a WebM file that ends before its sound begins");
    }
  }

  @Override
  int nextBlock() {
    if (gapFrames > 0) {
      int silence = packets().silence((int) Math.min(gapFrames, OpusPackets.MOST_FRAMES));
      gapFrames -= silence;
      framesFromFirst += silence;
      return silence;
    }
    if (block.hasPacket()) {
      return decodePacket();
    }
    try {
      return nextElement() ? 0 : -1;
    } catch (ByteReader.OutOfBytes e) {
      warn("ends early, in the middle of an element; what is whole is used");
      return -1;
    }
  }

  private int decodePacket() {
    int length = block.packetLength();
    byte[] packet = Arrays.copyOfRange(block.data(), block.start(), block.start() + length);
    int frames = OpusPackets.framesOf(packet, length);
    int wanted = frames;
    if (block.onLastPacket() && discardNanos > 0) {
      long discarded = Math.round(discardNanos * (double) OpusPackets.SAMPLE_RATE / 1e9);
      wanted = (int) Math.max(0, frames - discarded);
    }
    block.nextPacket();
    framesFromFirst += frames;
    int decoded = packets().decode(packet, length, wanted);
    warnOfDamage(false);
    return decoded;
  }

  /** Consumes one element; a block of the track becomes the block at hand. */
  private boolean nextElement() {
    if (!headAhead && !elements.next()) {
      return false;
    }
    headAhead = false;
    switch (elements.id()) {
      case WebmElements.TIMESTAMP -> clusterTime = elements.unsigned();
      case WebmElements.SIMPLE_BLOCK -> {
        discardNanos = 0;
        takeBlock();
      }
      case WebmElements.BLOCK -> {
        discardNanos = 0;
        takeBlock();
        lookForPadding();
      }
      default -> {
        if (!elements.isContainer()) {
          elements.skip();
        }
      }
    }
    return true;
  }

  private void takeBlock() {
    byte[] content = elements.content(MOST_BLOCK_BYTES);
    if (!block.parse(content)) {
      throw elements.damaged();
    }
    if (block.track() != track) {
      while (block.hasPacket()) {
        block.nextPacket();
      }
      return;
    }
    long millis = Math.round((clusterTime + block.relativeTime()) * (double) scaleNanos / 1e6);
    if (firstTime == Long.MIN_VALUE) {
      firstTime = millis;
    }
    double ahead = (double) (millis - firstTime) * FRAMES_PER_MILLI - framesFromFirst;
    if (ahead > LEAST_GAP_FRAMES && ahead < MOST_GAP_FRAMES) {
      gapFrames = (long) ahead;
    }
  }

  /** What is to be cut off a block stands behind it in its group. */
  private void lookForPadding() {
    try {
      while (elements.next()) {
        if (elements.id() == WebmElements.DISCARD_PADDING) {
          discardNanos = elements.unsigned();
          return;
        }
        if (elements.isContainer()
            || elements.id() == WebmElements.SIMPLE_BLOCK
            || elements.id() == WebmElements.TIMESTAMP) {
          headAhead = true;
          return;
        }
        elements.skip();
      }
    } catch (ByteReader.OutOfBytes e) {
      warn("ends early, in the middle of an element; what is whole is used");
    }
  }

  /** Looks through the head of a file for its first sound track. */
  private static final class WebmTracks {
    private static final int MOST_TEXT = 4096;

    private final ByteReader bytes;
    private final WebmElements elements;
    private long scaleNanos = DEFAULT_SCALE_NANOS;
    private long number;
    private long type;
    private String codec = "";
    private byte[] codecPrivate = {};
    private boolean encoded;
    private Optional<Track> chosen = Optional.empty();
    private boolean anySound;

    WebmTracks(ByteReader bytes, WebmElements elements) {
      this.bytes = bytes;
      this.elements = elements;
    }

    Track choose() {
      while (elements.next()) {
        switch (elements.id()) {
          case WebmElements.CLUSTER -> {
            endTrack();
            return chosen.orElseThrow(() -> bytes.bad("is a WebM file without a sound track"));
          }
          case WebmElements.DOC_TYPE ->
              checkType(new String(elements.content(MOST_TEXT), StandardCharsets.ISO_8859_1));
          case WebmElements.TIMESTAMP_SCALE -> scaleNanos = elements.unsigned();
          case WebmElements.TRACK_ENTRY -> {
            endTrack();
            type = 0;
            codec = "";
            codecPrivate = new byte[0];
            encoded = false;
          }
          case WebmElements.TRACK_NUMBER -> number = elements.unsigned();
          case WebmElements.TRACK_TYPE -> type = elements.unsigned();
          case WebmElements.CODEC_ID ->
              codec = new String(elements.content(MOST_TEXT), StandardCharsets.ISO_8859_1).strip();
          case WebmElements.CODEC_PRIVATE -> codecPrivate = elements.content(MOST_BLOCK_BYTES);
          case WebmElements.CONTENT_ENCODINGS -> {
            encoded = true;
            elements.skip();
          }
          default -> {
            if (!elements.isContainer()) {
              elements.skip();
            }
          }
        }
      }
      throw bytes.bad(
          anySound || type == SOUND
              ? "is a WebM file that ends before its sound begins"
              : "is a WebM file without sound");
    }

    private void checkType(String docType) {
      if (!docType.startsWith("webm") && !docType.startsWith("matroska")) {
        throw bytes.bad("is an EBML file of type " + printable(docType) + ", not WebM");
      }
    }

    private void endTrack() {
      if (type != SOUND || chosen.isPresent()) {
        return;
      }
      anySound = true;
      if (!"A_OPUS".equals(codec)) {
        throw bytes.bad(
            "is a WebM file with sound as "
                + printable(codec)
                + "; of WebM, only Opus can be read");
      }
      if (encoded) {
        throw bytes.bad("is a WebM file whose sound is encrypted or compressed once more");
      }
      chosen =
          Optional.of(
              new Track(
                  number, scaleNanos, OpusHead.parse(bytes, codecPrivate, codecPrivate.length)));
    }

    private static String printable(String text) {
      String letters = text.replaceAll("[^\\x21-\\x7e]", "");
      return letters.isEmpty()
          ? "an unnamed codec"
          : letters.substring(0, Math.min(40, letters.length()));
    }
  }
}
