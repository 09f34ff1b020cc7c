package dev.creature.voiceloop.script;

/**
 * What the scripted user hears of the creature.
 *
 * @param speaking whether a reply is being played
 * @param startedMillis first sound of the latest reply, -1 before the first one
 * @param endedMillis last sound of the latest reply that has ended, -1 before the first one
 */
public record CreatureSound(boolean speaking, long startedMillis, long endedMillis) {
  /** Nothing yet. */
  public static final CreatureSound NONE = new CreatureSound(false, -1, -1);

  /** A reply begins to sound. */
  CreatureSound started(long atMillis) {
    return new CreatureSound(true, atMillis, endedMillis);
  }

  /** It ended. */
  CreatureSound ended(long atMillis) {
    return new CreatureSound(false, startedMillis, atMillis);
  }
}
