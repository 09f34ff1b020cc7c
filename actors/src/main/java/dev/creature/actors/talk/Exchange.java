package dev.creature.actors.talk;

import dev.creature.actors.Crossing;
import dev.creature.actors.Stored;

/**
 * What the user said, and what of the answer was heard.
 *
 * @param turn its number in the conversation
 * @param user the user's words
 * @param creature the words that were heard; empty for none
 * @param cut whether the user interrupted the answer
 */
public record Exchange(int turn, String user, String creature, boolean cut)
    implements Stored, Crossing {}
