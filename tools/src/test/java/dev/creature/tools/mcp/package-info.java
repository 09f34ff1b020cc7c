@NullMarked
package dev.creature.tools.mcp;

import org.jspecify.annotations.NullMarked;
