/** Runs language models in this process, on ONNX Runtime. */
@NullMarked
package dev.creature.models.language.embedded;

import org.jspecify.annotations.NullMarked;
