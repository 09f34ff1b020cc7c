package dev.creature.deploy.bench;

import dev.creature.deploy.bench.PauseSurvey.Pause;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.audio.BadAudio;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.turntaking.PauseEvidence;
import dev.creature.voiceloop.turntaking.PauseExample;
import dev.creature.voiceloop.turntaking.SilenceTurnTaking;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import dev.creature.voiceloop.turntaking.SpeakerPace;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares strategies of turn-taking on the pauses of recorded turns: delay against patience. */
public final class TurnsBench {
  private static final int STEP_MILLIS = 32;

  /** From the first sound of a voice to the silence of a creature that gives the turn back. */
  private static final int STOP_MILLIS = 120;

  private static final int HEARD_TOO_LONG_MILLIS = 300;
  private static final int OPENER_MILLIS = 420;
  private static final int REST_MILLIS = 700;
  private static final int SHORTEST_PAUSE_MILLIS = 190;

  /**
   * What a strategy did.
   *
   * @param falseTakeovers turns inside which more than 0.3 s would have been heard, a lone opener
   *     not counted
   * @param shortOverlaps turns inside which less, or a lone opener, would have been heard
   */
  private record Outcome(
      String name, Percentiles delays, int falseTakeovers, int shortOverlaps, int turnsWithPauses) {
    double falsePercent() {
      return 100.0 * falseTakeovers / Math.max(1, turnsWithPauses);
    }
  }

  private TurnsBench() {}

  /**
   * Measures.
   *
   * @param recordings a turn each
   * @param out receives {@code pauses.csv}, the examples that a model can be learned from
   */
  public static SuiteResult run(
      InferenceRuntime runtime, ModelFolder models, List<RecordedSpeech> recordings, Path out)
      throws IOException {
    PauseSurvey survey = new PauseSurvey(runtime, models);
    List<String> remarks = new ArrayList<>();
    List<SurveyedTurn> turns = new ArrayList<>();
    for (RecordedSpeech speech : recordings) {
      try {
        List<Pause> pauses = survey.of(HearBench.read(speech));
        if (!pauses.isEmpty()) {
          turns.add(new SurveyedTurn(speech.name(), speech.speaker(), pauses));
        }
      } catch (BadAudio e) {
        remarks.add("Left out: " + e.getMessage());
      }
    }
    Files.write(
        Files.createDirectories(out).resolve("pauses.csv"),
        Stream.concat(
                Stream.of(PauseExample.header()),
                turns.stream().flatMap(turn -> turn.examples().stream()).map(PauseExample::line))
            .toList());
    List<Outcome> eager =
        IntStream.rangeClosed(0, 10)
            .mapToObj(tenth ->
                outcome("%.1f".formatted(tenth / 10.0), turn -> turn.strategy(tenth / 10.0), turns))
            .toList();
    List<Outcome> silence =
        Stream.of(200, 300, 400, 500, 600, 700, 800, 1000)
            .map(millis -> outcome(millis + " ms", _ -> new SilenceTurnTaking(millis), turns))
            .toList();
    List<Outcome> smart =
        Stream.of(200, 300, 400, 500, 600)
            .map(millis ->
                outcome(millis + " ms", _ -> new SmartTurnTaking(millis, 1200, 0.5), turns))
            .toList();
    List<Outcome> deaf =
        Stream.of(0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
            .map(eagerness ->
                outcome(
                    eagerness + "", turn -> withoutSound(turn.strategyByWords(eagerness)), turns))
            .toList();
    Outcome usual = eager.get(5);
    List<Figure> figures =
        List.of(
            new Figure(
                "silence before the turn is taken, median",
                usual.delays().p50(),
                "ms",
                Target.none(),
                usual.delays().n(),
                usual.delays().each()),
            Figure.of(
                "the same, 95th percentile",
                usual.delays().p95(),
                "ms",
                Target.none(),
                usual.delays().n()),
            Figure.of(
                "false take-overs, of turns with a pause",
                usual.falsePercent(),
                "%",
                Target.atMost(10),
                usual.turnsWithPauses()),
            Figure.of(
                "short overlaps, of turns with a pause",
                100.0 * usual.shortOverlaps() / Math.max(1, usual.turnsWithPauses()),
                "%",
                Target.atMost(30),
                usual.turnsWithPauses()));
    Chart chart =
        new Chart(
            "Delay against false take-overs",
            "silence before the turn is taken, mean (ms)",
            "turns with a pause that are taken over (%)",
            List.of(
                curve("evidence, eagerness 0 to 1", eager),
                curve("evidence without the sound", deaf),
                curve("Smart Turn and silence", smart),
                curve("silence alone", silence)));
    return new SuiteResult(
        "turns",
        "The pauses of %d recorded turns, %d of which hold one of at least %d ms; each strategy decides on what was known at the time, with eagerness 0.5 in the table. The speaker of a recording that the model was learned from is left out when it decides about that recording."
            .formatted(turns.size(), usual.turnsWithPauses(), SHORTEST_PAUSE_MILLIS),
        figures,
        List.of(chart),
        remarks);
  }

  private static Chart.Curve curve(String name, List<Outcome> outcomes) {
    return new Chart.Curve(
        name,
        outcomes.stream()
            .map(outcome ->
                new Chart.Point(
                    outcome.delays().each().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0),
                    outcome.falsePercent(),
                    String.format(
                        Locale.ROOT,
                        "%s: p50 %.0f ms, p95 %.0f ms, %d false, %d short",
                        outcome.name(),
                        outcome.delays().p50(),
                        outcome.delays().p95(),
                        outcome.falseTakeovers(),
                        outcome.shortOverlaps())))
            .toList());
  }

  /** The same strategy, deaf to how it sounds: what words alone bring. */
  private static TurnTaking withoutSound(TurnTaking strategy) {
    return pause ->
        strategy.decide(
            new PauseEvidence(
                pause.silenceMillis(),
                pause.speechMillis(),
                0,
                OptionalDouble.empty(),
                pause.words(),
                pause.pace()));
  }

  private static Outcome outcome(
      String name, Function<SurveyedTurn, TurnTaking> strategies, List<SurveyedTurn> turns) {
    List<Double> delays = new ArrayList<>();
    int falseTakeovers = 0;
    int shortOverlaps = 0;
    int withPauses = 0;
    for (SurveyedTurn turn : turns) {
      TurnTaking strategy = strategies.apply(turn);
      SpeakerPace pace = SpeakerPace.UNKNOWN;
      double heard = 0;
      boolean onlyOpener = true;
      for (Pause pause : turn.pauses()) {
        Taken taken = taken(strategy, pause, pace);
        if (pause.end() || pause.millis() >= SurveyedTurn.NEW_TURN_MILLIS) {
          delays.add((double) taken.silenceMillis());
        } else {
          if (taken.silenceMillis() < pause.millis()) {
            double here = heardMillis(taken, pause.millis());
            heard = Math.max(heard, here);
            pace = pace.cutInto(pace.cuts() + (here > 0 ? 1 : 0));
            onlyOpener &= taken.opener() && here <= OPENER_MILLIS;
          }
          pace = pause.millis() >= SHORTEST_PAUSE_MILLIS ? pace.paused(pause.millis()) : pace;
        }
      }
      boolean paused =
          turn.pauses().stream()
              .anyMatch(it ->
                  !it.end()
                      && it.millis() >= SHORTEST_PAUSE_MILLIS
                      && it.millis() < SurveyedTurn.NEW_TURN_MILLIS);
      withPauses += paused ? 1 : 0;
      boolean tooLong = heard > HEARD_TOO_LONG_MILLIS && !onlyOpener;
      falseTakeovers += tooLong ? 1 : 0;
      shortOverlaps += heard > 0 && !tooLong ? 1 : 0;
    }
    return new Outcome(name, Percentiles.of(delays), falseTakeovers, shortOverlaps, withPauses);
  }

  private record Taken(long silenceMillis, boolean opener) {}

  private static Taken taken(TurnTaking strategy, Pause pause, SpeakerPace pace) {
    for (int silence = STEP_MILLIS; silence < pause.millis(); silence += STEP_MILLIS) {
      Map.Entry<Integer, Double> probability = pause.probabilities().floorEntry(silence);
      Map.Entry<Integer, String> words = pause.words().floorEntry(silence);
      TurnDecision decision =
          strategy.decide(
              new PauseEvidence(
                  silence,
                  pause.speechMillis(),
                  pause.finalDecibels(),
                  probability == null
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(probability.getValue()),
                  Optional.ofNullable(words).map(Map.Entry::getValue),
                  pace));
      if (decision instanceof TurnDecision.Commit(_, TurnDecision.Opening opening)) {
        return new Taken(silence, opening != TurnDecision.Opening.ANSWER);
      }
    }
    return new Taken(pause.millis(), false);
  }

  private static double heardMillis(Taken taken, long pauseMillis) {
    double sounding = pauseMillis - taken.silenceMillis() + (double) STOP_MILLIS;
    if (!taken.opener()) {
      return sounding;
    }
    double rest = sounding - OPENER_MILLIS - REST_MILLIS;
    return Math.min(sounding, OPENER_MILLIS) + Math.max(0, rest);
  }
}
