package dev.creature.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  private static final long ALIGNMENT = 4096;

  private final Path model;
  private final Path data;
  private final FileChannel dataChannel;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<String, Integer> operatorCounts = new HashMap<>();
  private final Set<String> weights = new HashSet<>();

  /**
   * Starts a graph.
   *
   * @param model where {@link #finish} writes the model; the weights go to the same name with
   *     {@code .data} at the end
   * @param name name of the graph
   */
  public GraphWriter(Path model, String name) throws IOException {
    this.model = model;
    this.data = model.resolveSibling(model.getFileName() + ".data");
    this.dataChannel =
        FileChannel.open(
            data,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    graph.setName(name);
  }

  /**
   * Declares an input of the graph.
   *
   * @param dimensions a {@link Number} for a fixed dimension, a {@link String} for a named free one
   * @return {@code name}
   */
  public String input(String name, ElementType type, List<?> dimensions) {
    graph.addInput(valueInfo(name, type, dimensions));
    return name;
  }

  /** Declares an output of the graph: some node must produce {@code name}. */
  public void output(String name, ElementType type, List<?> dimensions) {
    graph.addOutput(valueInfo(name, type, dimensions));
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
    long count = 1;
    for (long dimension : shape) {
      count = Math.multiplyExact(count, dimension);
    }
    if (count * type.bytes() != bytes.remaining()) {
      throw new IllegalArgumentException(
          "weight %s: %d elements of %s need %d bytes, not %d"
              .formatted(name, count, type, count * type.bytes(), bytes.remaining()));
    }
    if (!weights.add(name)) {
      throw new IllegalArgumentException("a weight named " + name + " is there already");
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.wireNumber());
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    if (bytes.remaining() <= EMBEDDED_BYTES) {
      tensor.setRawData(ByteString.copyFrom(bytes.duplicate()));
    } else {
      store(tensor, bytes.duplicate());
    }
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
      node.addAttribute(attribute.toProto());
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
    dataChannel.force(true);
    try (OutputStream out = Files.newOutputStream(model)) {
      proto.writeTo(out);
    }
  }

  /** Closes the data file; a model that was not finished is of no use. */
  @Override
  public void close() throws IOException {
    dataChannel.close();
  }

  private void store(TensorProto.Builder tensor, ByteBuffer bytes) throws IOException {
    long offset = (dataChannel.position() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    long length = bytes.remaining();
    dataChannel.position(offset);
    while (bytes.hasRemaining()) {
      dataChannel.write(bytes);
    }
    tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL);
    tensor.addExternalData(entry("location", data.getFileName().toString()));
    tensor.addExternalData(entry("offset", Long.toString(offset)));
    tensor.addExternalData(entry("length", Long.toString(length)));
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static ValueInfoProto valueInfo(String name, ElementType type, List<?> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dimension : dimensions) {
      TensorShapeProto.Dimension.Builder builder = TensorShapeProto.Dimension.newBuilder();
      if (dimension instanceof Number number) {
        builder.setDimValue(number.longValue());
      } else {
        builder.setDimParam(dimension.toString());
      }
      shape.addDim(builder);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.wireNumber()).setShape(shape)))
        .build();
  }

  /** An attribute of a node. */
  public sealed interface Attribute {
    /** A whole number. */
    record Int(String name, long value) implements Attribute {}

    /** Whole numbers. */
    record Ints(String name, List<Long> values) implements Attribute {}

    /** A number. */
    record Real(String name, float value) implements Attribute {}

    /** A text. */
    record Text(String name, String value) implements Attribute {}

    private AttributeProto toProto() {
      AttributeProto.Builder builder = AttributeProto.newBuilder();
      return switch (this) {
        case Int(String name, long value) ->
            builder.setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
        case Ints(String name, List<Long> values) ->
            builder
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
        case Real(String name, float value) ->
            builder.setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
        case Text(String name, String value) ->
            builder
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
      };
    }
  }
}
