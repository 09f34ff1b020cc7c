/**
 * The Model Context Protocol, both ways: tools of other servers as the creature's own, and the body
 * as a server.
 */
@NullMarked
package dev.creature.tools.mcp;

import org.jspecify.annotations.NullMarked;
