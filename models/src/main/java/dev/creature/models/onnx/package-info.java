/** Writes ONNX graphs. */
@NullMarked
package dev.creature.models.onnx;

import org.jspecify.annotations.NullMarked;
