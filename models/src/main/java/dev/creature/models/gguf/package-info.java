/** Reads GGUF, the file format of llama.cpp: metadata, tensors and their blocks. */
@NullMarked
package dev.creature.models.gguf;

import org.jspecify.annotations.NullMarked;
