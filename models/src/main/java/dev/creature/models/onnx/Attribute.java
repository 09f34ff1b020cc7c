package dev.creature.models.onnx;

import java.util.List;

/** An attribute of a node of a graph. */
public sealed interface Attribute {
  /** A whole number. */
  record Int(String name, long value) implements Attribute {}

  /** Whole numbers. */
  record Ints(String name, List<Long> values) implements Attribute {}

  /** A number. */
  record Real(String name, float value) implements Attribute {}

  /** A text. */
  record Text(String name, String value) implements Attribute {}
}
