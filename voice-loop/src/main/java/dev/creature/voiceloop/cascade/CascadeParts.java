package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.turntaking.TurnTaking;

/** What a cascade is made of. Shared by all conversations. */
record CascadeParts(Ears ears, Voice voice, TurnTaking turnTaking) {}
