package dev.creature.models.language.constrained;

/**
 * The likeliest tokens, in falling order; of equal scores the lower token comes first. Kept in the
 * same arrays for each choice. One thread at a time.
 */
public final class BestTokens {
  private final int[] tokens;
  private final float[] scores;

  /**
   * None yet.
   *
   * @param most so many are kept, at least 1
   */
  public BestTokens(int most) {
    this.tokens = new int[most];
    this.scores = new float[most];
  }

  /**
   * Keeps the best of these instead of those before; answers how many they are.
   *
   * @param all a score for each token
   */
  public int keep(float[] all) {
    int kept = 0;
    for (int token = 0; token < all.length; token++) {
      float score = all[token];
      if (kept == tokens.length && score <= scores[kept - 1]) {
        continue;
      }
      int place = kept < tokens.length ? kept++ : kept - 1;
      while (place > 0 && scores[place - 1] < score) {
        tokens[place] = tokens[place - 1];
        scores[place] = scores[place - 1];
        place--;
      }
      tokens[place] = token;
      scores[place] = score;
    }
    return kept;
  }

  /** The token at a place, 0 for the likeliest. */
  public int token(int place) {
    return tokens[place];
  }

  /** The score at a place, 0 for the highest. */
  public float score(int place) {
    return scores[place];
  }
}
