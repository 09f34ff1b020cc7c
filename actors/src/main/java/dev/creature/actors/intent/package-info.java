/** What the creature makes of words that ask for deeds: intents and the ladder they climb. */
@NullMarked
package dev.creature.actors.intent;

import org.jspecify.annotations.NullMarked;
