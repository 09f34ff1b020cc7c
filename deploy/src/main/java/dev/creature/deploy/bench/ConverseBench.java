package dev.creature.deploy.bench;

import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.script.Answered;
import dev.creature.voiceloop.script.Company;
import dev.creature.voiceloop.script.ConversationReport;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.ConversationScript.Input;
import dev.creature.voiceloop.script.Overlap;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.ScriptedConversation;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.When;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Holds a conversation over recordings in real time and measures it from its two channels. */
public final class ConverseBench {
  private static final When AFTER_REPLY = new When.AfterReply(700, 8000);

  /** So many of the longest delays are told with their recording. */
  private static final int SLOWEST_NAMED = 8;

  private ConverseBench() {}

  /**
   * Measures.
   *
   * @param company who else is there
   * @param judge tells speech from other sounds of the user
   * @param recordings what the user says, one after the other
   * @param folder receives the conversation's sound and events
   */
  public static SuiteResult run(
      VoiceEngine engine,
      Company company,
      SpeechJudge judge,
      List<RecordedSpeech> recordings,
      Path folder,
      long seed)
      throws IOException {
    List<String> remarks = new ArrayList<>();
    ConversationScript script =
        new ConversationScript(
            recordings.stream().map(speech -> new Input(speech.file(), AFTER_REPLY)).toList());
    ProcessMeter meter = new ProcessMeter();
    ConversationReport report =
        ScriptedConversation.hold(script, folder, engine, company, judge, seed).report();
    ProcessMeter.Use use = meter.stop();
    int cores = Runtime.getRuntime().availableProcessors();
    Percentiles delays = report.voiceToVoiceMillis();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "voice to voice, median",
            delays.p50(),
            "ms",
            Target.atMost(300),
            delays.n(),
            delays.each()));
    figures.add(
        Figure.of(
            "voice to voice, 95th percentile", delays.p95(), "ms", Target.atMost(800), delays.n()));
    figures.add(
        Figure.of(
            "inputs answered",
            report.inputs() - report.unanswered().size(),
            "",
            Target.atLeast(report.inputs()),
            report.inputs()));
    figures.add(
        Figure.of(
            "false take-overs, of turns with a pause inside",
            100.0 * report.falseTakeovers() / Math.max(1, report.inputsWithPauses()),
            "%",
            Target.atMost(10),
            report.inputsWithPauses()));
    figures.add(
        Figure.of(
            "short overlaps, of turns with a pause inside",
            100.0 * report.shortOverlaps() / Math.max(1, report.inputsWithPauses()),
            "%",
            Target.atMost(30),
            report.inputsWithPauses()));
    figures.add(
        Figure.of(
            "processor, of all cores",
            100 * use.averageCores() / cores,
            "%",
            Target.atMost(60),
            1));
    figures.add(
        Figure.of(
            "resident memory, peak",
            (double) use.peakResidentMiB(),
            "MiB",
            Target.atMost(1240),
            1));
    figures.add(
        Figure.of(
            "worst lateness of the audio clock",
            report.worstTickLatenessMillis(),
            "ms",
            Target.none(),
            (int) (report.durationMillis() / 20)));
    for (Answered late : slowest(report.answered())) {
      remarks.add(
          "Among the slowest: %.0f ms behind %s"
              .formatted(late.afterMillis(), recordings.get(late.input()).file().getFileName()));
    }
    for (Overlap overlap : report.overlaps()) {
      remarks.add(
          "Heard for %d ms inside %s%s"
              .formatted(
                  overlap.heardMillis(),
                  recordings.get(overlap.input()).file().getFileName(),
                  overlap.inTurnWithPause() ? "" : ", which has no pause: into its very end"));
    }
    for (int index : report.unanswered()) {
      remarks.add("Not answered: " + recordings.get(index).file().getFileName());
    }
    return new SuiteResult(
        "latency",
        "%d recordings spoken to the creature in real time, %.1f minutes; delays are measured from the two channels of the recorded conversation, from the user's last sound to the creature's first."
            .formatted(report.inputs(), report.durationMillis() / 60_000.0),
        figures,
        remarks);
  }

  private static List<Answered> slowest(List<Answered> answered) {
    return answered.stream()
        .sorted(Comparator.comparingDouble(Answered::afterMillis).reversed())
        .limit(SLOWEST_NAMED)
        .toList();
  }
}
