@NullMarked
package dev.creature.models.language.assembly;

import org.jspecify.annotations.NullMarked;
