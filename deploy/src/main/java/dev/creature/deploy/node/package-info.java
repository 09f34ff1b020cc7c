/** The running node: what it stores and where. */
@NullMarked
package dev.creature.deploy.node;

import org.jspecify.annotations.NullMarked;
