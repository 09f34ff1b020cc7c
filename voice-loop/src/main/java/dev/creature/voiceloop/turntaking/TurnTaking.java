package dev.creature.voiceloop.turntaking;

/**
 * A strategy of turn-taking: a total, pure function. It is asked again every few tens of
 * milliseconds while a pause lasts.
 */
@FunctionalInterface
public interface TurnTaking {
  /** What to do now. */
  TurnDecision decide(PauseEvidence pause);
}
