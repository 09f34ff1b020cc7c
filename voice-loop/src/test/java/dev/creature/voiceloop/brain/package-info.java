@NullMarked
package dev.creature.voiceloop.brain;

import org.jspecify.annotations.NullMarked;
