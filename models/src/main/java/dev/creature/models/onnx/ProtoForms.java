package dev.creature.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** The wire forms of what {@link GraphWriter} is told. */
final class ProtoForms {
  private ProtoForms() {}

  static ValueInfoProto of(String name, ElementType type, List<?> dimensions) {
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

  static AttributeProto of(Attribute attribute) {
    AttributeProto.Builder builder = AttributeProto.newBuilder();
    return switch (attribute) {
      case Attribute.Int(String name, long value) ->
          builder.setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
      case Attribute.Ints(String name, List<Long> values) ->
          builder
              .setName(name)
              .setType(AttributeProto.AttributeType.INTS)
              .addAllInts(values)
              .build();
      case Attribute.Real(String name, float value) ->
          builder.setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
      case Attribute.Text(String name, String value) ->
          builder
              .setName(name)
              .setType(AttributeProto.AttributeType.STRING)
              .setS(ByteString.copyFromUtf8(value))
              .build();
    };
  }
}
