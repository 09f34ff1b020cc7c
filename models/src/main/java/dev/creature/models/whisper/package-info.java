/**
 * The recogniser: Whisper tiny.en, assembled from a CTranslate2 file into two ONNX graphs, run
 * greedily with drafts, and guarded against its known failures.
 */
@NullMarked
package dev.creature.models.whisper;

import org.jspecify.annotations.NullMarked;
