package dev.creature.voiceloop.audio;

/**
 * RIFF WAVE, RF64 included: integers of 8, 16, 24 and 32 bits, floats of 32 and 64, A-law and
 * µ-law, also by way of WAVE_FORMAT_EXTENSIBLE.
 *
 * <p>A header that promises more than there is belongs to a recorder that was killed, and what it
 * recorded is still speech: it is read as far as it goes, with a warning. A data size of 0 or of
 * all ones is how programs write to a pipe: it means up to the end.
 */
final class WavReader extends PcmDecoder {
  private static final int BLOCK_FRAMES = 1024;
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int A_LAW_CODE = 6;
  private static final int MU_LAW_CODE = 7;
  private static final int EXTENSIBLE = 0xfffe;
  private static final long UNKNOWN = 0xffff_ffffL;

  private final SampleFormat format;
  private final boolean sizeKnown;
  private final byte[] raw;
  private long bytesLeft;

  private record Layout(int sampleRate, int channels, SampleFormat format) {}

  private WavReader(ByteReader bytes, Layout layout, long dataBytes, boolean sizeKnown) {
    super(bytes, layout.sampleRate(), layout.channels());
    this.format = layout.format();
    this.bytesLeft = dataBytes;
    this.sizeKnown = sizeKnown;
    this.raw = new byte[BLOCK_FRAMES * channels() * format.bytes()];
    reserve(BLOCK_FRAMES);
  }

  /** Reads the header; the bytes stand at its first letter. */
  static WavReader open(ByteReader bytes) {
    try {
      boolean rf64 = "RF64".equals(bytes.fourLetters());
      bytes.u32le();
      if (!"WAVE".equals(bytes.fourLetters())) {
        throw bytes.bad(
            "is a RIFF file, but not a WAVE one; give WAV, FLAC, Ogg/Opus or WebM/Opus");
      }
      return openChunks(bytes, rf64);
    } catch (ByteReader.OutOfBytes e) {
      throw bytes.bad("is a WAV file that ends before its sound begins");
    }
  }

  private static WavReader openChunks(ByteReader bytes, boolean rf64) {
    Layout layout = null;
    long longDataSize = 0;
    while (true) {
      String id = bytes.fourLetters();
      long size = bytes.u32le();
      switch (id) {
        case "fmt " -> layout = layout(bytes, size);
        case "ds64" -> {
          if (size < 28) {
            throw bytes.bad("its ds64 chunk is too short");
          }
          bytes.i64le();
          longDataSize = bytes.i64le();
          bytes.skip(size - 16 + (size & 1));
        }
        case "data" -> {
          if (layout == null) {
            throw bytes.bad("its WAV data stands before its format");
          }
          if (rf64 && size == UNKNOWN && longDataSize > 0) {
            return new WavReader(bytes, layout, longDataSize, true);
          }
          boolean known = size != 0 && size != UNKNOWN;
          return new WavReader(bytes, layout, known ? size : Long.MAX_VALUE, known);
        }
        default -> bytes.skip(size + (size & 1));
      }
    }
  }

  private static Layout layout(ByteReader bytes, long size) {
    if (size < 16) {
      throw bytes.bad("its WAV format chunk is too short");
    }
    int code = bytes.u16le();
    int channels = bytes.u16le();
    long rate = bytes.u32le();
    bytes.u32le();
    int frameBytes = bytes.u16le();
    int bits = bytes.u16le();
    long read = 16;
    if (code == EXTENSIBLE && size >= 26) {
      bytes.skip(8);
      code = bytes.u16le();
      read = 26;
    }
    bytes.skip(size - read + (size & 1));
    checkFormat(bytes, rate, channels);
    SampleFormat format = format(bytes, code, bits);
    if (frameBytes != channels * format.bytes()) {
      throw bytes.bad(
          "its WAV format contradicts itself: "
              + channels
              + " channels of "
              + bits
              + " bits in frames of "
              + frameBytes
              + " bytes");
    }
    return new Layout((int) rate, channels, format);
  }

  private static SampleFormat format(ByteReader bytes, int code, int bits) {
    record Key(int code, int bits) {}
    return switch (new Key(code, bits)) {
      case Key(int c, int b) when c == PCM && b == 8 -> SampleFormat.U8;
      case Key(int c, int b) when c == PCM && b == 16 -> SampleFormat.S16;
      case Key(int c, int b) when c == PCM && b == 24 -> SampleFormat.S24;
      case Key(int c, int b) when c == PCM && b == 32 -> SampleFormat.S32;
      case Key(int c, int b) when c == IEEE_FLOAT && b == 32 -> SampleFormat.F32;
      case Key(int c, int b) when c == IEEE_FLOAT && b == 64 -> SampleFormat.F64;
      case Key(int c, int b) when c == A_LAW_CODE && b == 8 -> SampleFormat.A_LAW;
      case Key(int c, int b) when c == MU_LAW_CODE && b == 8 -> SampleFormat.MU_LAW;
      case Key(int c, int b) ->
          throw bytes.bad(
              "is a WAV file with codec "
                  + c
                  + " at "
                  + b
                  + " bits, which cannot be read; convert it to 16-bit PCM");
    };
  }

  @Override
  int nextBlock() {
    if (bytesLeft <= 0) {
      return -1;
    }
    int wanted = (int) Math.min(raw.length, bytesLeft);
    int got = bytes.upTo(raw, 0, wanted);
    bytesLeft -= got;
    if (got < wanted) {
      if (sizeKnown) {
        warn("ends early: its header promises " + bytesLeft + " bytes more; what is there is used");
      }
      bytesLeft = 0;
    }
    int frameBytes = channels() * format.bytes();
    int frames = got / frameBytes;
    float[] block = block();
    for (int i = 0; i < frames * channels(); i++) {
      block[i] = format.decode(raw, i * format.bytes());
    }
    return frames == 0 && bytesLeft == 0 ? -1 : frames;
  }
}
