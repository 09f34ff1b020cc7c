/**
 * Which models there are, where each comes from, and what turns it into what ONNX Runtime needs.
 */
@NullMarked
package dev.creature.models.catalog;

import org.jspecify.annotations.NullMarked;
