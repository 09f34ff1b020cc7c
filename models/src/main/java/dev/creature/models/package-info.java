/** Everything about models: where they come from, how they are assembled, and how they run. */
@NullMarked
package dev.creature.models;

import org.jspecify.annotations.NullMarked;
