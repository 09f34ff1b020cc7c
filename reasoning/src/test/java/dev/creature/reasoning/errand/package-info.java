@NullMarked
package dev.creature.reasoning.errand;

import org.jspecify.annotations.NullMarked;
