package dev.creature.models.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** The element types of tensors that the assembled graphs use. */
public enum ElementType {
  FLOAT(DataType.FLOAT, 4),
  FLOAT16(DataType.FLOAT16, 2),
  INT8(DataType.INT8, 1),
  UINT8(DataType.UINT8, 1),
  INT32(DataType.INT32, 4),
  INT64(DataType.INT64, 8);

  private final DataType wire;
  private final int bytes;

  ElementType(DataType wire, int bytes) {
    this.wire = wire;
    this.bytes = bytes;
  }

  /** The type's number in ONNX, such as the attribute of a cast wants it. */
  public int wireNumber() {
    return wire.getNumber();
  }

  /** Size of one element. */
  public int bytes() {
    return bytes;
  }
}
