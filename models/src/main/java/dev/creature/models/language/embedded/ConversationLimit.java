package dev.creature.models.language.embedded;

import dev.creature.models.language.assembly.DecoderConfiguration;

/**
 * How much memory a conversation may take in a model's cache; what is older than fits is forgotten.
 *
 * @param bytes at least a mebibyte
 */
public record ConversationLimit(long bytes) {
  /** For voices: about 640 tokens of the small model. */
  public static final ConversationLimit VOICE = new ConversationLimit(30L << 20);

  /** For plans, which are longer and few: about 4,600 tokens of the larger model. */
  public static final ConversationLimit REASONER = new ConversationLimit(256L << 20);

  public ConversationLimit {
    if (bytes < 1 << 20) {
      throw new IllegalArgumentException("a conversation needs at least 1 MiB, not " + bytes);
    }
  }

  /** How many tokens of a model fit. */
  int positions(DecoderConfiguration sizes) {
    long fitting = bytes / KeyValueCache.bytes(sizes, 1);
    // Whole steps of the cache's growth, so that the last one stays within the limit.
    long whole = fitting / KeyValueCache.STEP_POSITIONS * KeyValueCache.STEP_POSITIONS;
    return (int) Math.min(Math.max(whole, KeyValueCache.STEP_POSITIONS), sizes.positions());
  }
}
