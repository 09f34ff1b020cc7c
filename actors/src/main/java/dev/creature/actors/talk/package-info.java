/** What was said and heard in a conversation, kept so that another node can go on with it. */
@NullMarked
package dev.creature.actors.talk;

import org.jspecify.annotations.NullMarked;
