@NullMarked
package dev.creature.models.sentence;

import org.jspecify.annotations.NullMarked;
