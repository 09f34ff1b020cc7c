/**
 * The voice brain: what the creature says. A persona and a dialogue become a prompt, and what a
 * small model makes of it becomes one or two clean spoken sentences.
 */
@NullMarked
package dev.creature.voiceloop.brain;

import org.jspecify.annotations.NullMarked;
