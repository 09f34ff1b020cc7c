package dev.creature.voiceloop.turntaking;

import dev.creature.voiceloop.turntaking.TurnDecision.Opening;

/**
 * Weighs what is said, how it sounds and how this speaker pauses against the silence so far.
 *
 * <p>A learned model says how likely it is that the pause is the end, from the words, the fall of
 * the voice, the length of what was said and what the end-of-turn model makes of the sound. What is
 * likely to be the end is answered at once; what is not waits for the next words. Nothing lies in
 * between for long, because most pauses inside turns last from 0.2 to 0.5 s: a wait of that length
 * is slow and interrupts as well. See {@code docs/turn-taking.md} for what each part brings.
 *
 * @param eagerness 0 (never interrupts) to 1 (answers as fast as it can); 0.5 is the compromise
 *     that the figures in the documentation are about
 * @param ends the learned model
 */
public record EvidenceTurnTaking(double eagerness, TurnEndModel ends) implements TurnTaking {
  /** From this silence on it pays to prepare an answer. */
  private static final long SPECULATE_MILLIS = 60;

  /** However uncertain: after this long the user is waiting for the creature. */
  private static final double LONGEST_MILLIS = 1600;

  /** Silence behind what is surely an end. */
  private static final double SURE_MILLIS = 180;

  /** The same where the end-of-turn model was asked and has not answered yet. */
  private static final double UNJUDGED_MILLIS = 220;

  /**
   * The same in a turn that was cut into twice. Behind a first cut quick answers are mostly right;
   * behind two, most further ones are cuts again: this is somebody who reads or makes a speech.
   */
  private static final double SPEECH_MILLIS = 690;

  private static final int SPEECH_CUTS = 2;

  /** From this probability on a pause is surely an end, at the middle eagerness. */
  private static final double SURE = 0.87;

  private static final double UNSURE = 0.83;

  /** How far eagerness moves them, from one end of its range to the other. */
  private static final double REACH = 0.5;

  /** At the far ends of eagerness a wait is so many times as long, or as short. */
  private static final double SCALE = 2.5;

  /** Below this probability the end-of-turn model makes a doubtful pause longer. */
  private static final double DOUBT = 0.7;

  private static final double DOUBT_MILLIS = 80;

  /** A speaker who pauses for long is given at most so many times the usual wait. */
  private static final double MOST_HABIT = 1.15;

  /** A speaker's habit is trusted after so many pauses. */
  private static final int KNOWN_AFTER_PAUSES = 2;

  public EvidenceTurnTaking {
    if (!(eagerness >= 0 && eagerness <= 1)) {
      throw new IllegalArgumentException("eagerness must be from 0 to 1, not " + eagerness);
    }
  }

  /** With the model that the program is delivered with. */
  public EvidenceTurnTaking(double eagerness) {
    this(eagerness, TurnEndModel.delivered());
  }

  /** The compromise. */
  public static EvidenceTurnTaking standard() {
    return new EvidenceTurnTaking(0.5);
  }

  @Override
  public TurnDecision decide(PauseEvidence pause) {
    UtteranceKind kind = pause.words().map(Utterance::kind).orElse(UtteranceKind.NOTHING);
    double likely =
        ends.probability(kind, pause.finalDecibels(), pause.speechMillis(), pause.endProbability());
    double needed = neededMillis(kind, likely, pause);
    if (pause.silenceMillis() >= needed
        && (pause.words().isPresent() || needed >= LONGEST_MILLIS)) {
      return new TurnDecision.Commit(likely, opening(kind));
    }
    return pause.silenceMillis() >= SPECULATE_MILLIS && kind != UtteranceKind.INCOMPLETE
        ? new TurnDecision.Speculate(likely, opening(kind))
        : new TurnDecision.Wait();
  }

  /** The silence after which this pause counts as the end, in milliseconds. */
  private double neededMillis(UtteranceKind kind, double likely, PauseEvidence pause) {
    double scale = Math.pow(SCALE, 1 - 2 * eagerness);
    double shift = (0.5 - eagerness) * REACH;
    double doubt = Math.clamp((SURE + shift - likely) / (SURE - UNSURE), 0, 1);
    double sure = pause.endProbability().isPresent() ? SURE_MILLIS : UNJUDGED_MILLIS;
    if (pause.pace().cuts() >= SPEECH_CUTS) {
      sure = Math.min(SPEECH_MILLIS * scale, LONGEST_MILLIS);
    }
    double open = unsureMillis(kind);
    if (doubt > 0) {
      double sound = pause.endProbability().orElse(DOUBT);
      open += Math.max(0, DOUBT - sound) / DOUBT * DOUBT_MILLIS;
    }
    double wait = sure + doubt * Math.max(0, open * scale - sure);
    if (doubt > 0 && pause.pace().pauses() >= KNOWN_AFTER_PAUSES) {
      // A speaker who stops for long inside turns is given that time, within reason.
      wait =
          Math.max(wait, Math.min(wait * MOST_HABIT, pause.pace().longPauseMillis() * 1.1 * scale));
    }
    return Math.clamp(wait, sure, LONGEST_MILLIS);
  }

  /** Silence behind what is surely no end, at the middle eagerness. */
  private static double unsureMillis(UtteranceKind kind) {
    return switch (kind) {
      // Hardly anybody goes on behind a whole question, however it sounded.
      case QUESTION -> 210;
      case CHAIN -> 480;
      case SHORT_ANSWER, REQUEST, GOING, STATEMENT -> 560;
      case NOTHING -> 850;
      case INCOMPLETE -> 900;
    };
  }

  private static Opening opening(UtteranceKind kind) {
    return switch (kind) {
      case REQUEST, GOING, CHAIN -> Opening.CONTINUER;
      case STATEMENT -> Opening.LISTENER;
      case QUESTION, SHORT_ANSWER, INCOMPLETE, NOTHING -> Opening.ANSWER;
    };
  }
}
