package dev.creature.models.language;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 for greedy, otherwise above 0 and at most 2
 * @param topP nucleus: the smallest set of tokens with at least this probability, above 0 and at
 *     most 1
 * @param topK only the k likeliest tokens, at least 1
 * @param repetitionPenalty divides the score of tokens already said, 1 for none, at least 1
 * @param maxTokens the reply ends here at the latest, at least 1
 * @param seed equal seeds give equal replies of the embedded model
 */
public record Sampling(
    double temperature, double topP, int topK, double repetitionPenalty, int maxTokens, long seed) {
  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be from 0 to 2, not " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be above 0 and at most 1, not " + topP);
    }
    if (topK < 1 || maxTokens < 1) {
      throw new IllegalArgumentException("topK and maxTokens must be at least 1");
    }
    if (!(repetitionPenalty >= 1)) {
      throw new IllegalArgumentException(
          "repetitionPenalty must be at least 1, not " + repetitionPenalty);
    }
  }

  /** Always the likeliest token. */
  public static Sampling greedy(int maxTokens) {
    return new Sampling(0, 1, 1, 1, maxTokens, 0);
  }
}
