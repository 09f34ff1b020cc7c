@NullMarked
package dev.creature.actors.intent.audit;

import org.jspecify.annotations.NullMarked;
