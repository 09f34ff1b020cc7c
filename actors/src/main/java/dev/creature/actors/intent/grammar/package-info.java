/** Reads what is to be done out of a sentence: rules, with their words in resource files. */
@NullMarked
package dev.creature.actors.intent.grammar;

import org.jspecify.annotations.NullMarked;
