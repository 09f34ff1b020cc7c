@NullMarked
package dev.creature.actors.intent.ladder;

import org.jspecify.annotations.NullMarked;
