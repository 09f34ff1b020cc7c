/** Makes ONNX graphs of language models that were published as GGUF. */
@NullMarked
package dev.creature.models.language.assembly;

import org.jspecify.annotations.NullMarked;
