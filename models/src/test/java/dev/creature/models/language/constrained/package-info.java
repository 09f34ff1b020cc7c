@NullMarked
package dev.creature.models.language.constrained;

import org.jspecify.annotations.NullMarked;
