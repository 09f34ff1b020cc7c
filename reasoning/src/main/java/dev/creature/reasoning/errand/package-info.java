/** Slow thinking: what takes several steps is planned with a model, done with tools, and told. */
@NullMarked
package dev.creature.reasoning.errand;

import org.jspecify.annotations.NullMarked;
