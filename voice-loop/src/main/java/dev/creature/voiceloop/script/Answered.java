package dev.creature.voiceloop.script;

/**
 * What the user said was answered.
 *
 * @param input index of the script's input
 * @param afterMillis from the user's last sound to the creature's first
 */
public record Answered(int input, double afterMillis) {}
