package dev.creature.voiceloop.turntaking;

/**
 * Silence and Smart Turn: a pause that sounds like an end is answered soon, any other only when it
 * has become long.
 *
 * @param likelyEndSilenceMillis how long a pause that sounds like an end must last; most pauses
 *     inside a turn are shorter than 0.4 s
 * @param maximumSilenceMillis after this silence the turn has ended, whatever it sounded like
 * @param threshold of the end-of-turn probability, 0 to 1
 */
public record SmartTurnTaking(
    long likelyEndSilenceMillis, long maximumSilenceMillis, double threshold)
    implements TurnTaking {
  public SmartTurnTaking {
    if (likelyEndSilenceMillis < 0 || maximumSilenceMillis < likelyEndSilenceMillis) {
      throw new IllegalArgumentException(
          "silences must satisfy 0 <= likely (%d) <= maximum (%d)"
              .formatted(likelyEndSilenceMillis, maximumSilenceMillis));
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be from 0 to 1, not " + threshold);
    }
  }

  /** Values that do well on recorded turns: see {@code docs/conversation.md}. */
  public static SmartTurnTaking standard() {
    return new SmartTurnTaking(300, 1200, 0.5);
  }

  @Override
  public TurnDecision decide(PauseEvidence pause) {
    double probability = pause.endProbability().orElse(0);
    boolean soundsEnded = probability > threshold;
    boolean over =
        pause.silenceMillis() >= maximumSilenceMillis
            || (soundsEnded && pause.silenceMillis() >= likelyEndSilenceMillis);
    return over
        ? new TurnDecision.Commit(probability, TurnDecision.Opening.ANSWER)
        : new TurnDecision.Speculate(probability, TurnDecision.Opening.ANSWER);
  }
}
