package dev.creature.models.voice;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the duration of each phoneme, a tensor inside the published voice models, an output of the
 * graph.
 *
 * <p>Both published graphs predict a length for each phoneme, divide it by the input {@code speed},
 * round it and clip it to at least one frame. That chain is looked for, so nothing depends on the
 * names that an exporter made up.
 *
 * <p>The output is appended to the file: two protobuf messages written one behind the other are by
 * definition the two merged, so the weights need not be parsed or held in memory.
 */
final class ExposedDurations {
  /** Name of the input that sets the pace. */
  private static final String SPEED = "speed";

  private ExposedDurations() {}

  /**
   * Copies a model, with the durations exposed.
   *
   * @return the name of the new output: float frames, one for each phoneme id given
   */
  static String copy(Path source, Path target) throws IOException {
    String durations =
        find(nodes(source))
            .orElseThrow(() ->
                new IOException(
                    source
                        + " has no durations divided by speed; it is not a voice model known"
                        + " here"));
    ModelProto addition =
        ModelProto.newBuilder()
            .setGraph(
                GraphProto.newBuilder()
                    .addOutput(
                        ValueInfoProto.newBuilder()
                            .setName(durations)
                            .setType(
                                TypeProto.newBuilder()
                                    .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                            .setElemType(TensorProto.DataType.FLOAT.getNumber())))))
            .build();
    try (OutputStream out = Files.newOutputStream(target)) {
      Files.copy(source, out);
      addition.writeTo(out);
    }
    return durations;
  }

  private static Optional<String> find(List<NodeProto> nodes) {
    return consumer(nodes, "Div", SPEED)
        .flatMap(quotient -> consumer(nodes, "Round", quotient))
        .flatMap(rounded -> consumer(nodes, "Clip", rounded));
  }

  private static Optional<String> consumer(List<NodeProto> nodes, String operator, String value) {
    return nodes.stream()
        .filter(node -> node.getOpType().equals(operator) && node.getInputList().contains(value))
        .map(node -> node.getOutput(0))
        .findFirst();
  }

  /** The nodes of a model's graph; everything else, above all the weights, is skipped unread. */
  private static List<NodeProto> nodes(Path model) throws IOException {
    List<NodeProto> nodes = new ArrayList<>();
    try (InputStream file = Files.newInputStream(model)) {
      CodedInputStream in = CodedInputStream.newInstance(file, 1 << 16);
      in.setSizeLimit(Integer.MAX_VALUE);
      int tag = in.readTag();
      while (tag != 0) {
        if (WireFormat.getTagFieldNumber(tag) == ModelProto.GRAPH_FIELD_NUMBER) {
          int before = in.pushLimit(in.readRawVarint32());
          nodesOfGraph(in, nodes);
          in.popLimit(before);
        } else {
          in.skipField(tag);
        }
        tag = in.readTag();
      }
    }
    return nodes;
  }

  private static void nodesOfGraph(CodedInputStream in, List<NodeProto> nodes) throws IOException {
    int tag = in.readTag();
    while (tag != 0) {
      if (WireFormat.getTagFieldNumber(tag) == GraphProto.NODE_FIELD_NUMBER) {
        nodes.add(NodeProto.parseFrom(in.readByteArray()));
      } else {
        in.skipField(tag);
      }
      tag = in.readTag();
    }
  }
}
