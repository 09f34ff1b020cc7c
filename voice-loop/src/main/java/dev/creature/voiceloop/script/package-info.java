/**
 * Whole conversations from recordings: a scripted user who speaks in real time, and figures
 * measured from the sound.
 */
@NullMarked
package dev.creature.voiceloop.script;

import org.jspecify.annotations.NullMarked;
