/** {@code do_physical_task}: the one tool that moves a body, and what any tool is. */
@NullMarked
package dev.creature.tools.physical;

import org.jspecify.annotations.NullMarked;
