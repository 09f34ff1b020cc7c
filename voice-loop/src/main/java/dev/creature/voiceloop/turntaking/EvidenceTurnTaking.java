package dev.creature.voiceloop.turntaking;

import dev.creature.voiceloop.turntaking.TurnDecision.Opening;

/**
 * Weighs what is said, how it sounds and how this speaker pauses against the silence so far.
 *
 * <p>The words decide most: a whole question is answered at once, while a request, above all one
 * that only names a place, is mostly followed by the next one. The end-of-turn model's doubt makes
 * every pause longer, its certainty never shorter, because it is as sure at most pauses inside a
 * turn as at its end. See {@code docs/turn-taking.md} for what each part brings.
 *
 * @param eagerness 0 (never interrupts) to 1 (answers as fast as it can); 0.5 is the compromise
 *     that the figures in the documentation are about
 */
public record EvidenceTurnTaking(double eagerness) implements TurnTaking {
  /** From this silence on it pays to prepare an answer. */
  private static final long SPECULATE_MILLIS = 60;

  /** However uncertain: after this long the user is waiting for the creature. */
  private static final double LONGEST_MILLIS = 1600;

  private static final double SHORTEST_MILLIS = 130;

  /** A speaker's habit is trusted after so many pauses. */
  private static final int KNOWN_AFTER_PAUSES = 2;

  public EvidenceTurnTaking {
    if (!(eagerness >= 0 && eagerness <= 1)) {
      throw new IllegalArgumentException("eagerness must be from 0 to 1, not " + eagerness);
    }
  }

  /** The compromise. */
  public static EvidenceTurnTaking standard() {
    return new EvidenceTurnTaking(0.5);
  }

  @Override
  public TurnDecision decide(PauseEvidence pause) {
    UtteranceKind kind = pause.words().map(Utterance::kind).orElse(UtteranceKind.NOTHING);
    double needed = neededMillis(kind, pause);
    if (pause.silenceMillis() >= needed
        && (pause.words().isPresent() || needed >= LONGEST_MILLIS)) {
      return new TurnDecision.Commit(confidence(kind, pause), opening(kind));
    }
    return pause.silenceMillis() >= SPECULATE_MILLIS && kind != UtteranceKind.INCOMPLETE
        ? new TurnDecision.Speculate(opening(kind))
        : new TurnDecision.Wait();
  }

  /** The silence after which this pause counts as the end, in milliseconds. */
  double neededMillis(UtteranceKind kind, PauseEvidence pause) {
    double probability = pause.endProbability().orElse(0.5);
    double doubt = probability >= 0.7 ? 0 : (0.7 - probability) / 0.7;
    double scale = Math.pow(2.5, 1 - 2 * eagerness);
    double wait = (usualMillis(kind) + doubt * doubtMillis(kind)) * scale;
    if (pause.pace().pauses() >= KNOWN_AFTER_PAUSES && mayGoOn(kind)) {
      // A speaker who stops for long inside turns is given that time, within reason.
      wait = Math.max(wait, Math.min(wait * 1.5, pause.pace().longPauseMillis() * 1.1 * scale));
    }
    return Math.clamp(wait, SHORTEST_MILLIS, LONGEST_MILLIS);
  }

  private static double usualMillis(UtteranceKind kind) {
    return switch (kind) {
      case QUESTION -> 150;
      case CHAIN -> 220;
      case SHORT_ANSWER -> 340;
      case REQUEST -> 430;
      case STATEMENT -> 440;
      case GOING -> 640;
      case NOTHING -> 950;
      case INCOMPLETE -> 1100;
    };
  }

  private static double doubtMillis(UtteranceKind kind) {
    return switch (kind) {
      case QUESTION -> 200;
      case SHORT_ANSWER -> 150;
      case CHAIN, REQUEST, GOING, STATEMENT -> 300;
      case NOTHING, INCOMPLETE -> 400;
    };
  }

  private static boolean mayGoOn(UtteranceKind kind) {
    return switch (kind) {
      case REQUEST, GOING, STATEMENT, NOTHING, INCOMPLETE -> true;
      case QUESTION, CHAIN, SHORT_ANSWER -> false;
    };
  }

  private static double confidence(UtteranceKind kind, PauseEvidence pause) {
    double prior =
        switch (kind) {
          case QUESTION -> 0.95;
          case CHAIN -> 0.85;
          case SHORT_ANSWER, STATEMENT, REQUEST -> 0.75;
          case GOING -> 0.6;
          case NOTHING, INCOMPLETE -> 0.5;
        };
    double sound = pause.endProbability().orElse(0.5);
    return prior * (0.6 + 0.4 * sound);
  }

  private static Opening opening(UtteranceKind kind) {
    return switch (kind) {
      case REQUEST, GOING, CHAIN -> Opening.CONTINUER;
      case QUESTION, SHORT_ANSWER, STATEMENT, INCOMPLETE, NOTHING -> Opening.ANSWER;
    };
  }
}
