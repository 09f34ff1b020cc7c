package dev.creature.voiceloop.audio;

import java.util.Locale;

/**
 * FLAC, as RFC 9639 has it: 4 to 32 bits, 1 to 8 channels.
 *
 * <p>A file that ends inside a frame is read up to that frame, with a warning. A frame whose check
 * sum is wrong, or that makes no sense, is damage and refused, with its time.
 */
final class FlacReader extends PcmDecoder {
  private static final int STREAM_INFO = 0;
  private static final int STREAM_INFO_BYTES = 34;
  private static final int SYNC = 0x3ffe;
  private static final int MOST_FRAMES = 65_536;

  private final FlacBits bits;
  private final FlacSubframe subframe;
  private final int bitsPerSample;
  private final long promisedFrames;
  private long[][] decoded = new long[0][0];
  private long framesDecoded;

  /** What the head of a file says of its sound. */
  private record StreamInfo(int sampleRate, int channels, int bitsPerSample, long promisedFrames) {
    static StreamInfo parse(ByteReader bytes, byte[] info) {
      long packed = 0;
      for (int i = 10; i < 18; i++) {
        packed = (packed << 8) | (info[i] & 0xff);
      }
      long rate = packed >>> 44;
      int channels = (int) ((packed >>> 41) & 7) + 1;
      int bitsPerSample = (int) ((packed >>> 36) & 31) + 1;
      checkFormat(bytes, rate, channels);
      if (bitsPerSample < 4) {
        throw bytes.bad(
            "is a FLAC file of " + bitsPerSample + " bits a sample; 4 to 32 can be read");
      }
      return new StreamInfo((int) rate, channels, bitsPerSample, packed & 0xf_ffff_ffffL);
    }
  }

  private FlacReader(ByteReader bytes, StreamInfo info) {
    super(bytes, info.sampleRate(), info.channels());
    bitsPerSample = info.bitsPerSample();
    promisedFrames = info.promisedFrames();
    bits = new FlacBits(bytes);
    subframe = new FlacSubframe(bits, bytes);
  }

  /** Reads the header; the bytes stand at its first letter. */
  static FlacReader open(ByteReader bytes) {
    try {
      bytes.skip(4);
      byte[] info = new byte[0];
      boolean last = false;
      while (!last) {
        int head = bytes.u8();
        last = (head & 0x80) != 0;
        int length = (bytes.u8() << 16) | (bytes.u8() << 8) | bytes.u8();
        if ((head & 0x7f) == STREAM_INFO && length == STREAM_INFO_BYTES) {
          info = new byte[STREAM_INFO_BYTES];
          bytes.exactly(info, 0, info.length);
        } else {
          bytes.skip(length);
        }
      }
      if (info.length == 0) {
        throw bytes.bad("is a FLAC file without its stream information");
      }
      return new FlacReader(bytes, StreamInfo.parse(bytes, info));
    } catch (ByteReader.OutOfBytes e) {
      throw bytes.bad("is a FLAC file that ends before its sound begins");
    }
  }

  @Override
  int nextBlock() {
    if (bytes.atEnd() || (promisedFrames > 0 && framesDecoded >= promisedFrames)) {
      if (framesDecoded < promisedFrames) {
        warn("ends early: its header promises more sound; what is there is used");
      }
      return -1;
    }
    try {
      int frames = frame();
      framesDecoded += frames;
      return frames;
    } catch (ByteReader.OutOfBytes e) {
      warn("ends in the middle of a frame; what is whole is used");
      return -1;
    }
  }

  private int frame() {
    bits.begin();
    if (bits.unsigned(14) != SYNC) {
      throw damaged();
    }
    bits.unsigned(2);
    int sizeCode = (int) bits.unsigned(4);
    int rateCode = (int) bits.unsigned(4);
    int assignment = (int) bits.unsigned(4);
    int depthCode = (int) bits.unsigned(3);
    bits.unsigned(1);
    skipNumber();
    int frames = blockSize(sizeCode);
    skipRate(rateCode);
    int expected = bits.crc8();
    if (bits.unsigned(8) != expected || frames > MOST_FRAMES) {
      throw damaged();
    }
    int depth = depth(depthCode);
    int frameChannels = assignment < 8 ? assignment + 1 : 2;
    if (frameChannels != channels() || assignment > 10 || depth != bitsPerSample) {
      throw damaged();
    }
    makeRoom(frames);
    for (int channel = 0; channel < channels(); channel++) {
      boolean side =
          (assignment == 9 && channel == 0) || (assignment > 7 && assignment != 9 && channel == 1);
      subframe.decode(decoded[channel], frames, side ? depth + 1 : depth);
    }
    bits.align();
    expected = bits.crc16();
    if (bits.unsigned(16) != expected) {
      throw damaged();
    }
    interleave(frames, assignment);
    return frames;
  }

  private void makeRoom(int frames) {
    if (decoded.length == 0 || decoded[0].length < frames) {
      decoded = new long[channels()][frames];
      reserve(frames);
    }
  }

  /** Left and right may stand as one of them and their difference, or as middle and difference. */
  private void interleave(int frames, int assignment) {
    float scale = 1f / (1L << (bitsPerSample - 1));
    if (assignment >= 8) {
      long[] a = decoded[0];
      long[] b = decoded[1];
      for (int i = 0; i < frames; i++) {
        long first = a[i];
        long second = b[i];
        switch (assignment) {
          case 8 -> b[i] = first - second;
          case 9 -> a[i] = first + second;
          default -> {
            long middle = (first << 1) | (second & 1);
            a[i] = (middle + second) >> 1;
            b[i] = (middle - second) >> 1;
          }
        }
      }
    }
    float[] block = block();
    int channels = channels();
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < frames; i++) {
        block[i * channels + channel] = Math.clamp(decoded[channel][i] * scale, -1f, 1f);
      }
    }
  }

  /** The frame's or sample's number, coded as UTF-8 codes its letters. */
  private void skipNumber() {
    int first = (int) bits.unsigned(8);
    int more = Integer.numberOfLeadingZeros(~first << 24);
    if (more == 1 || more > 7) {
      throw damaged();
    }
    for (int i = 1; i < more; i++) {
      if (bits.unsigned(8) >> 6 != 2) {
        throw damaged();
      }
    }
  }

  private int blockSize(int code) {
    return switch (code) {
      case 0 -> throw damaged();
      case 1 -> 192;
      case 2, 3, 4, 5 -> 576 << (code - 2);
      case 6 -> (int) bits.unsigned(8) + 1;
      case 7 -> (int) bits.unsigned(16) + 1;
      default -> 256 << (code - 8);
    };
  }

  /** The rate of the stream's head counts; a frame only repeats it. */
  private void skipRate(int code) {
    switch (code) {
      case 12 -> bits.unsigned(8);
      case 13, 14 -> bits.unsigned(16);
      case 15 -> throw damaged();
      default -> {
        // Nothing stands in the frame.
      }
    }
  }

  private int depth(int code) {
    return switch (code) {
      case 0 -> bitsPerSample;
      case 1 -> 8;
      case 2 -> 12;
      case 4 -> 16;
      case 5 -> 20;
      case 6 -> 24;
      case 7 -> 32;
      default -> throw damaged();
    };
  }

  private BadAudio damaged() {
    return bytes.bad(
        String.format(Locale.ROOT, "is a FLAC file, damaged at %.1f s", secondsRead()));
  }
}
