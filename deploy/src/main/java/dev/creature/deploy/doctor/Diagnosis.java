package dev.creature.deploy.doctor;

/**
 * What was found at one stage.
 *
 * @param stage in one word
 * @param verdict how bad it is
 * @param found the facts, in a line
 * @param advice what to do; empty when there is nothing to do
 */
public record Diagnosis(String stage, Verdict verdict, String found, String advice) {
  static Diagnosis ok(String stage, String found) {
    return new Diagnosis(stage, Verdict.OK, found, "");
  }

  static Diagnosis warning(String stage, String found, String advice) {
    return new Diagnosis(stage, Verdict.WARNING, found, advice);
  }

  static Diagnosis failed(String stage, String found, String advice) {
    return new Diagnosis(stage, Verdict.FAILED, found, advice);
  }
}
