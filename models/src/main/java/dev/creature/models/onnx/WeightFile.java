package dev.creature.models.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The data file beside a model: weights one behind the other, aligned so that they can be mapped.
 */
final class WeightFile implements AutoCloseable {
  private static final long ALIGNMENT = 4096;

  /** Where a weight lies. */
  record Region(String file, long offset, long length) {
    /** Makes a tensor take its elements from here. */
    void describe(TensorProto.Builder tensor) {
      tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL);
      tensor.addAllExternalData(
          List.of(
              entry("location", file),
              entry("offset", Long.toString(offset)),
              entry("length", Long.toString(length))));
    }

    private static StringStringEntryProto entry(String key, String value) {
      return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
  }

  private final String name;
  private final FileChannel channel;

  WeightFile(Path path) throws IOException {
    this.name = path.getFileName().toString();
    this.channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Appends a weight. */
  Region append(WeightSource source) throws IOException {
    long offset = (channel.position() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    channel.position(offset);
    source.writeTo(channel);
    return new Region(name, offset, channel.position() - offset);
  }

  /** Sees to it that everything is on the disk. */
  void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
