package dev.creature.models.language.embedded;

import dev.creature.models.language.Sampling;
import dev.creature.models.language.tokens.TokenSequence;
import java.util.SplittableRandom;

/**
 * Chooses the next token from the scores of all. Equal seeds and scores give equal choices. One
 * thread at a time.
 */
final class TokenSampler {
  private final Sampling sampling;
  private final SplittableRandom random;
  private final int[] best;
  private final float[] bestScores;
  private final double[] probabilities;

  TokenSampler(Sampling sampling, int vocabulary) {
    this.sampling = sampling;
    this.random = new SplittableRandom(sampling.seed());
    int kept = sampling.temperature() == 0 ? 1 : Math.min(sampling.topK(), vocabulary);
    this.best = new int[kept];
    this.bestScores = new float[kept];
    this.probabilities = new double[kept];
  }

  /**
   * Chooses a token.
   *
   * @param scores by token; changed by the penalty
   * @param said tokens of this reply so far
   */
  int choose(float[] scores, TokenSequence said) {
    penalise(scores, said);
    int kept = keepBest(scores);
    return best[kept == 1 ? 0 : draw(kept)];
  }

  private void penalise(float[] scores, TokenSequence said) {
    if (sampling.repetitionPenalty() == 1) {
      return;
    }
    float penalty = (float) sampling.repetitionPenalty();
    for (int i = 0; i < said.size(); i++) {
      int token = said.get(i);
      if (firstPlace(said, token) != i) {
        continue;
      }
      // A score below 0 is multiplied, so that the token becomes less likely either way.
      scores[token] = scores[token] > 0 ? scores[token] / penalty : scores[token] * penalty;
    }
  }

  private static int firstPlace(TokenSequence said, int token) {
    int place = 0;
    while (said.get(place) != token) {
      place++;
    }
    return place;
  }

  /** Fills {@link #best} in falling order; of equal scores the lower token comes first. */
  private int keepBest(float[] scores) {
    int kept = 0;
    for (int token = 0; token < scores.length; token++) {
      float score = scores[token];
      if (kept == best.length && score <= bestScores[kept - 1]) {
        continue;
      }
      int place = kept < best.length ? kept++ : kept - 1;
      while (place > 0 && bestScores[place - 1] < score) {
        best[place] = best[place - 1];
        bestScores[place] = bestScores[place - 1];
        place--;
      }
      best[place] = token;
      bestScores[place] = score;
    }
    return kept;
  }

  private int draw(int kept) {
    double total = 0;
    for (int i = 0; i < kept; i++) {
      probabilities[i] = Math.exp((bestScores[i] - bestScores[0]) / sampling.temperature());
      total += probabilities[i];
    }
    // The nucleus: as few of the likeliest as have topP together.
    double nucleus = 0;
    int inside = 0;
    while (inside < kept && nucleus < sampling.topP() * total) {
      nucleus += probabilities[inside++];
    }
    double dart = random.nextDouble() * nucleus;
    int choice = 0;
    while (choice < inside - 1 && dart >= probabilities[choice]) {
      dart -= probabilities[choice++];
    }
    return choice;
  }
}
