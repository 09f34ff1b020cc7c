/**
 * The default voice engine: ears, voice brain and mouth from local models, one behind the other.
 */
@NullMarked
package dev.creature.voiceloop.cascade;

import org.jspecify.annotations.NullMarked;
