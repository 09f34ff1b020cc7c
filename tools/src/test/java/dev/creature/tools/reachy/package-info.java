@NullMarked
package dev.creature.tools.reachy;

import org.jspecify.annotations.NullMarked;
