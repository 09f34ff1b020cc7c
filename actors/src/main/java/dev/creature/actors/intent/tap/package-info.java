/** The actor that listens along: words in, intents out, never waited for. */
@NullMarked
package dev.creature.actors.intent.tap;

import org.jspecify.annotations.NullMarked;
