@NullMarked
package dev.creature.tools.rosbridge;

import org.jspecify.annotations.NullMarked;
