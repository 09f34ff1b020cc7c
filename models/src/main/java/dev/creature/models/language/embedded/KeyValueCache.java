package dev.creature.models.language.embedded;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.creature.models.language.assembly.DecoderConfiguration;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.language.tokens.TokenSequence;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model has read: for each position its token and, in each layer, its key and value.
 *
 * <p>The memory is both past and present of every run, so that a run writes its new positions in
 * place and nothing is copied. Going back to an earlier length costs nothing. The memory grows by
 * steps up to a limit. One thread at a time.
 */
final class KeyValueCache implements AutoCloseable {
  static final int STEP_POSITIONS = 64;

  private final OrtEnvironment environment;
  private final DecoderConfiguration sizes;
  private final TokenSequence tokens = new TokenSequence();
  private final Map<String, OnnxTensor> pasts = new HashMap<>();
  private final Map<String, OnnxTensor> presents = new HashMap<>();
  private Arena arena = Arena.ofShared();
  private List<MemorySegment> layers = List.of();
  private int capacity;
  private Precision precision = Precision.FAST;

  KeyValueCache(OrtEnvironment environment, DecoderConfiguration sizes) {
    this.environment = environment;
    this.sizes = sizes;
  }

  /** What has been read. */
  TokenSequence tokens() {
    return tokens;
  }

  /** Number of positions read. */
  int length() {
    return tokens.size();
  }

  /** How exactly what has been read was read. */
  Precision precision() {
    return precision;
  }

  /** Forgets what was read with another precision. */
  void use(Precision wanted) {
    if (precision != wanted) {
      tokens.truncate(0);
      precision = wanted;
    }
  }

  /** Bytes that are held now. */
  long bytes() {
    return 2L * sizes.layers() * layerBytes(capacity);
  }

  /** Bytes that {@code positions} positions take. */
  static long bytes(DecoderConfiguration sizes, int positions) {
    return 2L * sizes.layers() * sizes.keyValueHeads() * positions * sizes.headSize() * Float.BYTES;
  }

  /** The memory as inputs of a run, by name. */
  Map<String, OnnxTensor> pasts() {
    return pasts;
  }

  /** The same memory as outputs of a run, by name. */
  Map<String, OnnxTensor> presents() {
    return presents;
  }

  /** Makes room for a total of {@code positions}. */
  void reserve(int positions) throws OrtException {
    if (positions <= capacity) {
      return;
    }
    int grown = (positions + STEP_POSITIONS - 1) / STEP_POSITIONS * STEP_POSITIONS;
    Arena larger = Arena.ofShared();
    long layer = layerBytes(grown);
    // One piece: sixty that grow by a little each time leave the system's heap full of holes.
    MemorySegment block = larger.allocate(2L * sizes.layers() * layer, Long.BYTES);
    List<MemorySegment> grownLayers = new ArrayList<>();
    for (int i = 0; i < 2 * sizes.layers(); i++) {
      grownLayers.add(block.asSlice(i * layer, layer));
    }
    for (int i = 0; i < layers.size(); i++) {
      copyPositions(layers.get(i), capacity, grownLayers.get(i), grown, length());
    }
    release();
    arena = larger;
    layers = grownLayers;
    capacity = grown;
    long[] shape = {1, sizes.keyValueHeads(), capacity, sizes.headSize()};
    for (int i = 0; i < sizes.layers(); i++) {
      bind("key_" + i, layers.get(2 * i), shape);
      bind("value_" + i, layers.get(2 * i + 1), shape);
    }
  }

  /** Takes over the first {@code positions} positions of another cache, instead of its own. */
  void copyFrom(KeyValueCache other, int positions) throws OrtException {
    tokens.truncate(0);
    precision = other.precision;
    reserve(positions);
    for (int i = 0; i < layers.size(); i++) {
      copyPositions(other.layers.get(i), other.capacity, layers.get(i), capacity, positions);
    }
    for (int i = 0; i < positions; i++) {
      tokens.add(other.tokens.get(i));
    }
  }

  @Override
  public void close() {
    release();
    layers = List.of();
    capacity = 0;
    tokens.truncate(0);
  }

  private void release() {
    pasts.values().forEach(OnnxTensor::close);
    presents.values().forEach(OnnxTensor::close);
    pasts.clear();
    presents.clear();
    arena.close();
    // A closed cache may be used again: it begins with no memory.
    arena = Arena.ofShared();
  }

  private void bind(String name, MemorySegment memory, long[] shape) throws OrtException {
    pasts.put("past_" + name, tensor(memory, shape));
    presents.put("present_" + name, tensor(memory, shape));
  }

  private OnnxTensor tensor(MemorySegment memory, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(
        environment, memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer(), shape);
  }

  private long layerBytes(int positions) {
    return (long) sizes.keyValueHeads() * positions * sizes.headSize() * Float.BYTES;
  }

  private void copyPositions(
      MemorySegment from, int fromCapacity, MemorySegment to, int toCapacity, int positions) {
    long position = (long) sizes.headSize() * Float.BYTES;
    for (long head = 0; head < sizes.keyValueHeads(); head++) {
      MemorySegment.copy(
          from,
          head * fromCapacity * position,
          to,
          head * toCapacity * position,
          positions * position);
    }
  }
}
