/** Audio links: how a listener far away and a conversation here meet. */
@NullMarked
package dev.creature.actors.link;

import org.jspecify.annotations.NullMarked;
