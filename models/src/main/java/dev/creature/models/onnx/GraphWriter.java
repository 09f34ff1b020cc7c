package dev.creature.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes one ONNX graph, node after node, in the order of the calls.
 *
 * <p>Values are named by strings. Weights of more than a few kilobytes go at once into a data file
 * beside the model, aligned to pages, so that assembling a model needs memory for one weight only
 * and ONNX Runtime can map them. Not thread-safe.
 *
 * <p>Both files must move together: the model names its data file, without a folder.
 */
public final class GraphWriter implements AutoCloseable {
  /** Domain of the operators that ONNX Runtime adds to the standard ones. */
  public static final String MICROSOFT = "com.microsoft";

  private static final int OPSET = 20;
  private static final int IR_VERSION = 10;
  private static final int EMBEDDED_BYTES = 4096;

  private final Path model;
  private final WeightFile data;
  private final Map<String, WeightFile.Region> inherited;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<String, Integer> operatorCounts = new HashMap<>();
  private final Set<String> weights = new HashSet<>();
  private final Map<String, WeightFile.Region> regions = new HashMap<>();

  /**
   * Starts a graph.
   *
   * @param model where {@link #finish} writes the model; the weights go to the same name with
   *     {@code .data} at the end
   * @param name name of the graph
   */
  public GraphWriter(Path model, String name) throws IOException {
    this(
        model, name, new WeightFile(model.resolveSibling(model.getFileName() + ".data")), Map.of());
  }

  private GraphWriter(
      Path model, String name, WeightFile data, Map<String, WeightFile.Region> inherited) {
    this.model = model;
    this.data = data;
    this.inherited = Map.copyOf(inherited);
    graph.setName(name);
  }

  /**
   * Starts another graph in the same folder over the same data file: weights of a name that is in
   * the file already are not written again. Closed with this one.
   */
  public GraphWriter another(Path otherModel) {
    return new GraphWriter(otherModel, graph.getName(), data, regions);
  }

  /**
   * Declares an input of the graph.
   *
   * @param dimensions a {@link Number} for a fixed dimension, a {@link String} for a named free one
   * @return {@code name}
   */
  public String input(String name, ElementType type, List<?> dimensions) {
    graph.addInput(ProtoForms.of(name, type, dimensions));
    return name;
  }

  /** Declares an output of the graph: some node must produce {@code name}. */
  public void output(String name, ElementType type, List<?> dimensions) {
    graph.addOutput(ProtoForms.of(name, type, dimensions));
  }

  /** Whether a weight of this name was added already. */
  public boolean hasWeight(String name) {
    return weights.contains(name);
  }

  /**
   * Adds a weight.
   *
   * @param bytes the elements, little endian, row-major, from position to limit; not changed
   * @return {@code name}
   * @throws IllegalArgumentException when the size does not fit the shape or the name is taken
   */
  public String weight(String name, ElementType type, long[] shape, ByteBuffer bytes)
      throws IOException {
    long expected = byteCount(type, shape);
    if (expected != bytes.remaining()) {
      throw wrongSize(name, type, expected, bytes.remaining());
    }
    TensorProto.Builder tensor = announce(name, type, shape);
    if (bytes.remaining() <= EMBEDDED_BYTES) {
      tensor.setRawData(ByteString.copyFrom(bytes.duplicate()));
    } else {
      store(tensor, out -> writeAll(bytes.duplicate(), out));
    }
    graph.addInitializer(tensor);
    return name;
  }

  /**
   * Adds a weight of any size, which is never in memory as a whole.
   *
   * @return {@code name}
   * @throws IllegalArgumentException when the size does not fit the shape or the name is taken
   */
  public String weight(String name, ElementType type, long[] shape, WeightSource source)
      throws IOException {
    TensorProto.Builder tensor = announce(name, type, shape);
    long written = store(tensor, source).length();
    if (written != byteCount(type, shape)) {
      throw wrongSize(name, type, byteCount(type, shape), written);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /**
   * Adds a weight that has the bytes of another one, under another shape.
   *
   * @param other a weight in the data file: one of more than a few kilobytes
   * @return {@code name}
   */
  public String sameBytes(String name, String other, ElementType type, long[] shape) {
    WeightFile.Region region = regions.get(other);
    if (region == null || region.length() != byteCount(type, shape)) {
      throw new IllegalArgumentException(
          "there is no weight %s of the size of %s in the data file".formatted(other, name));
    }
    TensorProto.Builder tensor = announce(name, type, shape);
    region.describe(tensor);
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds a weight of floats. */
  public String weight(String name, long[] shape, float[] values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return weight(name, ElementType.FLOAT, shape, bytes);
  }

  /**
   * A constant vector of integers, shared by all who ask for the same one; for shapes, axes and
   * slices.
   */
  public String integers(long... values) throws IOException {
    StringBuilder name = new StringBuilder("integers");
    for (long value : values) {
      name.append('_').append(value);
    }
    if (hasWeight(name.toString())) {
      return name.toString();
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return weight(name.toString(), ElementType.INT64, new long[] {values.length}, bytes);
  }

  /** A constant scalar, shared by all who ask for the same one. */
  public String scalar(float value) throws IOException {
    String name = "scalar_" + value;
    return hasWeight(name) ? name : weight(name, new long[] {}, new float[] {value});
  }

  /** Adds a node of a standard operator with one output and returns the output's name. */
  public String node(String operator, List<String> inputs, Attribute... attributes) {
    return node("", operator, inputs, 1, attributes).getFirst();
  }

  /**
   * Adds a node.
   *
   * @param domain empty for the standard operators, or {@link #MICROSOFT}
   * @param inputs names of values; an empty name leaves out an optional input
   * @param outputs how many outputs to name
   * @return the names of the outputs
   */
  public List<String> node(
      String domain, String operator, List<String> inputs, int outputs, Attribute... attributes) {
    int number = operatorCounts.merge(operator, 1, Integer::sum);
    List<String> names =
        IntStream.range(0, outputs)
            .mapToObj(output -> "%s_%d_%d".formatted(operator, number, output))
            .toList();
    nodeTo(domain, operator, inputs, names, attributes);
    return names;
  }

  /** Adds a node whose outputs have the names given, such as outputs of the graph. */
  public void nodeTo(
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      Attribute... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setName(operator + "/" + outputs.getFirst())
            .setOpType(operator)
            .setDomain(domain)
            .addAllInput(inputs)
            .addAllOutput(outputs);
    for (Attribute attribute : attributes) {
      node.addAttribute(ProtoForms.of(attribute));
    }
    graph.addNode(node);
  }

  /** Writes the model file. */
  public void finish() throws IOException {
    ModelProto proto =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("creature")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
            .setGraph(graph)
            .build();
    data.force();
    try (OutputStream out = Files.newOutputStream(model)) {
      proto.writeTo(out);
    }
  }

  /** Closes the data file; a model that was not finished is of no use. */
  @Override
  public void close() throws IOException {
    data.close();
  }

  private TensorProto.Builder announce(String name, ElementType type, long[] shape) {
    if (!weights.add(name)) {
      throw new IllegalArgumentException("a weight named " + name + " is there already");
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.wireNumber());
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    return tensor;
  }

  private WeightFile.Region store(TensorProto.Builder tensor, WeightSource source)
      throws IOException {
    WeightFile.Region known = inherited.get(tensor.getName());
    WeightFile.Region region = known == null ? data.append(source) : known;
    region.describe(tensor);
    regions.put(tensor.getName(), region);
    return region;
  }

  private static void writeAll(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static long byteCount(ElementType type, long[] shape) {
    long count = type.bytes();
    for (long dimension : shape) {
      count = Math.multiplyExact(count, dimension);
    }
    return count;
  }

  private static IllegalArgumentException wrongSize(
      String name, ElementType type, long expected, long actual) {
    return new IllegalArgumentException(
        "weight %s: %d elements of %s need %d bytes, not %d"
            .formatted(name, expected / type.bytes(), type, expected, actual));
  }
}
