package dev.creature.deploy.load;

import dev.creature.deploy.bench.Figure;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.bench.Target;
import dev.creature.voiceloop.script.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What came of a run, as figures. */
final class LoadReport {
  private static final double BACK_MILLIS = 1_000;
  private static final double SPEECH_MILLIS = 3_000;

  private final LoadRun.Outcome outcome;
  private final List<PhoneTurn> turns;
  private final List<Lost> losses;
  private final List<Lost> dark;
  private final List<Figure> figures = new ArrayList<>();

  private LoadReport(LoadRun.Outcome outcome) {
    this.outcome = outcome;
    this.turns = outcome.phones().stream().flatMap(phone -> phone.turns().stream()).toList();
    this.losses = outcome.phones().stream().flatMap(phone -> phone.losses().stream()).toList();
    this.dark = outcome.faces().stream().flatMap(face -> face.losses().stream()).toList();
  }

  /**
   * The figures.
   *
   * @param findings of the journal; nothing where none could be read
   */
  static SuiteResult of(
      LoadRun.Outcome outcome, String explanation, Optional<List<String>> findings) {
    LoadReport report = new LoadReport(outcome);
    report.turns();
    report.cost();
    if (!report.losses.isEmpty()) {
      report.losses();
    }
    List<String> remarks = new ArrayList<>();
    outcome.trouble().ifPresent(why -> remarks.add("The run did not go as planned: " + why));
    findings.ifPresent(found -> {
      report.count("wrong in the journal", found.size(), Target.atMost(0));
      remarks.addAll(found.subList(0, Math.min(20, found.size())));
    });
    return new SuiteResult("load", explanation, report.figures, remarks);
  }

  private void turns() {
    long answered = number(turn -> turn.finished ? 1 : 0);
    count("turns said", turns.size(), Target.none());
    count("turns answered", answered, Target.atLeast(turns.size()));
    long inTime =
        number(turn ->
            turn.answeredNanos.filter(at -> at <= outcome.untilNanos()).isPresent() ? 1 : 0);
    figure("answered turns a minute", inTime / outcome.seconds() * 60, "", Target.none(), 1);
    Percentiles delays =
        Percentiles.of(turns.stream().flatMap(turn -> turn.voiceToVoiceMillis().stream()).toList());
    if (delays.n() > 0) {
      figure("voice to voice, median", delays.p50(), "ms", Target.none(), delays.n());
      figure("voice to voice, 95th percentile", delays.p95(), "ms", Target.none(), delays.n());
    }
    count(
        "accepted and never answered",
        number(turn -> turn.kept && !turn.finished ? 1 : 0),
        Target.atMost(0));
    count("answered twice", number(turn -> Math.max(0, turn.heardWhole - 1)), Target.atMost(0));
    count("said again, not accepted before", number(turn -> turn.repeats), Target.none());
    count("two voices at once", phones(SimulatedPhone::twoVoices), Target.atMost(0));
    count("refused", phones(SimulatedPhone::refused), Target.none());
    count("sent to a node with more room", phones(SimulatedPhone::sentOn), Target.none());
    count("phones never let in", phones(phone -> phone.everConversed() ? 0 : 1), Target.atMost(0));
  }

  private void cost() {
    int phones = outcome.phones().size();
    figure(
        "memory for each conversation",
        (double) outcome.grownMiB() / phones,
        "MiB",
        Target.none(),
        phones);
    figure(
        "processor for each conversation",
        outcome.processorMillis() / outcome.seconds() / 10 / phones,
        "% of a core",
        Target.none(),
        phones);
  }

  private void losses() {
    if (outcome.disturbed() > 0) {
      count("nodes struck", outcome.disturbed(), Target.none());
    }
    count("connections lost", losses.size(), Target.none());
    count("conversations forgotten", phones(SimulatedPhone::forgotten), Target.atMost(0));
    delays("socket closed", losses.stream().filter(Lost::struck).map(Lost::noticedMillis).toList());
    delays(
        "next socket open",
        losses.stream().filter(Lost::struck).flatMap(it -> it.openMillis().stream()).toList());
    delays("back", losses.stream().flatMap(it -> it.backMillis().stream()).toList(), BACK_MILLIS);
    delays(
        "speech that was due is back",
        losses.stream().flatMap(it -> it.speechMillis().stream()).toList(),
        SPEECH_MILLIS);
    delays(
        "face, first frame",
        outcome.faces().stream().flatMap(face -> face.firstMillis().stream()).toList());
    count("phones that never came back", neverBack(losses), Target.atMost(0));
    count("faces that lost their node", dark.size(), Target.none());
    delays(
        "face back", dark.stream().flatMap(it -> it.backMillis().stream()).toList(), BACK_MILLIS);
    count("faces that never came back", neverBack(dark), Target.atMost(0));
    count(
        "faces that were blank",
        outcome.faces().stream().filter(SimulatedFace::wasBlank).count(),
        Target.atMost(0));
  }

  /** The end of the run is no loss, and comes later. */
  private static long neverBack(List<Lost> all) {
    return all.stream().filter(it -> it.backNanos().isEmpty()).count();
  }

  private void delays(String name, List<Double> each) {
    Percentiles all = Percentiles.of(each);
    if (all.n() > 0) {
      figure(name + ", median", all.p50(), "ms", Target.none(), all.n());
      figure(name + ", 95th percentile", all.p95(), "ms", Target.none(), all.n());
    }
  }

  private void delays(String name, List<Double> each, double bound) {
    Percentiles all = Percentiles.of(each);
    if (all.n() > 0) {
      delays(name, each);
      figures.add(
          new Figure(name + ", longest", all.max(), "ms", Target.atMost(bound), all.n(), each));
    }
  }

  private long number(ToLongFunction<PhoneTurn> of) {
    return turns.stream().mapToLong(of).sum();
  }

  private long phones(ToLongFunction<SimulatedPhone> of) {
    return outcome.phones().stream().mapToLong(of).sum();
  }

  private void count(String name, long value, Target target) {
    figure(name, (double) value, "", target, turns.size());
  }

  private void figure(String name, double value, String unit, Target target, int n) {
    figures.add(Figure.of(name, value, unit, target, n));
  }
}
