/** A body behind ROS 2, over rosbridge: JSON on a WebSocket. */
@NullMarked
package dev.creature.tools.rosbridge;

import org.jspecify.annotations.NullMarked;
