package dev.creature.voiceloop.brain;

/**
 * One exchange of a conversation.
 *
 * @param user what the user said
 * @param creature what the user heard in answer, not what was written; may be empty
 * @param cut whether the user interrupted it
 */
public record Turn(String user, String creature, boolean cut) {}
