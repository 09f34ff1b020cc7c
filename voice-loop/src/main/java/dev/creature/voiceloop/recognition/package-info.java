/** Words of a turn while it is spoken: partial results with a stable prefix, and the final ones. */
@NullMarked
package dev.creature.voiceloop.recognition;

import org.jspecify.annotations.NullMarked;
