package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.turntaking.TurnTaking;

/**
 * What a cascade is made of. Shared by all conversations.
 *
 * @param remembered how many exchanges a conversation keeps in mind
 */
record CascadeParts(Ears ears, Voice voice, TurnTaking turnTaking, int remembered) {}
