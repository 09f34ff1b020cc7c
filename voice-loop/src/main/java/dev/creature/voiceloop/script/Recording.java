package dev.creature.voiceloop.script;

/**
 * One input's sound, at both rates that a conversation needs.
 *
 * @param hearing mono, 16 kHz, from -1 to 1: what the ears get
 * @param kept mono, 24 kHz, 16 bit: what is written down
 */
record Recording(float[] hearing, short[] kept) {
  long durationMillis() {
    return hearing.length / 16;
  }
}
