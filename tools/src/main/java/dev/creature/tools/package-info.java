/** What the creature can do with a body: tools, bodies, the simulator, MCP and ROS 2. */
@NullMarked
package dev.creature.tools;

import org.jspecify.annotations.NullMarked;
