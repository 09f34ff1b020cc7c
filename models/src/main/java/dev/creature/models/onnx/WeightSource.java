package dev.creature.models.onnx;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** Bytes of a weight that is too large to be held at once. */
@FunctionalInterface
public interface WeightSource {
  /** Writes all elements, little endian, row-major, in as many pieces as it likes. */
  void writeTo(WritableByteChannel out) throws IOException;
}
