/** The meaning of a sentence as a vector, and what is told from it. */
@NullMarked
package dev.creature.models.sentence;

import org.jspecify.annotations.NullMarked;
