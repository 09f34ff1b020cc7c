package dev.creature.voiceloop.turntaking;

/**
 * Silence alone: the turn is over after a fixed time, as in the simplest voice stacks. To compare
 * with.
 *
 * @param silenceMillis how long a pause must last
 */
public record SilenceTurnTaking(long silenceMillis) implements TurnTaking {
  public SilenceTurnTaking {
    if (silenceMillis < 0) {
      throw new IllegalArgumentException("a silence cannot last " + silenceMillis + " ms");
    }
  }

  @Override
  public TurnDecision decide(PauseEvidence pause) {
    return pause.silenceMillis() >= silenceMillis
        ? new TurnDecision.Commit(0.5, TurnDecision.Opening.ANSWER)
        : new TurnDecision.Speculate(0.5, TurnDecision.Opening.ANSWER);
  }
}
