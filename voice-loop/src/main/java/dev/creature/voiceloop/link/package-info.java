/** Audio links: where the user's sound comes from and the creature's goes. */
@NullMarked
package dev.creature.voiceloop.link;

import org.jspecify.annotations.NullMarked;
