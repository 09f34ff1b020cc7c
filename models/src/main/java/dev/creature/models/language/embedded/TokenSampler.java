package dev.creature.models.language.embedded;

import dev.creature.models.language.Sampling;
import dev.creature.models.language.constrained.BestTokens;
import dev.creature.models.language.tokens.TokenSequence;
import java.util.SplittableRandom;

/**
 * Chooses the next token from the scores of all. Equal seeds and scores give equal choices. One
 * thread at a time.
 */
final class TokenSampler {
  private final Sampling sampling;
  private final SplittableRandom random;
  private final BestTokens best;
  private final double[] probabilities;

  TokenSampler(Sampling sampling, int vocabulary) {
    this.sampling = sampling;
    this.random = new SplittableRandom(sampling.seed());
    int kept = sampling.temperature() == 0 ? 1 : Math.min(sampling.topK(), vocabulary);
    this.best = new BestTokens(kept);
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
    int kept = best.keep(scores);
    return best.token(kept == 1 ? 0 : draw(kept));
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

  private int draw(int kept) {
    double total = 0;
    for (int i = 0; i < kept; i++) {
      probabilities[i] = Math.exp((best.score(i) - best.score(0)) / sampling.temperature());
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
