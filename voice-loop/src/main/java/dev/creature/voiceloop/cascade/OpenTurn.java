package dev.creature.voiceloop.cascade;

import java.util.OptionalDouble;

/** What ears know of a turn that is being spoken. Owned by the ears' actor. */
final class OpenTurn {
  final long startSample;
  final Recognition.Turn words;
  long recognisedUpTo;
  double loudestDb;
  boolean far;
  boolean hushed;
  boolean answered;
  long hushedAt;
  double finalDecibels;
  boolean heardOnce;
  boolean heardTwice;
  boolean judgingEnd;
  long nextJudgementMillis;
  OptionalDouble endProbability = OptionalDouble.empty();

  OpenTurn(long startSample, double loudestDb, long recognisedUpTo, Recognition.Turn words) {
    this.startSample = startSample;
    this.loudestDb = loudestDb;
    this.recognisedUpTo = recognisedUpTo;
    this.words = words;
  }
}
