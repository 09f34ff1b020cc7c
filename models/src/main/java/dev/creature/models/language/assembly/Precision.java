package dev.creature.models.language.assembly;

/** How exactly a model computes with its weights, which are the same for both. */
public enum Precision {
  /**
   * Inputs of a matrix are rounded to 8 bits, group by group, as llama.cpp does it. Now and then
   * that makes another token the likeliest one, where two were nearly equal.
   */
  FAST("model.onnx", 4),
  /**
   * Inputs stay numbers of 32 bits, as in the reference implementations; about a quarter slower.
   */
  EXACT("model-exact.onnx", 1);

  private final String file;
  private final int accuracyLevel;

  Precision(String file, int accuracyLevel) {
    this.file = file;
    this.accuracyLevel = accuracyLevel;
  }

  /** Name of the graph in the assembled folder. */
  public String file() {
    return file;
  }

  /** What {@code MatMulNBits} calls it. */
  int accuracyLevel() {
    return accuracyLevel;
  }
}
