@NullMarked
package dev.creature.actors.intent.grammar;

import org.jspecify.annotations.NullMarked;
