package dev.creature.deploy.bench;

import dev.creature.deploy.bench.SideBySide.Held;
import dev.creature.deploy.bench.SideBySide.Job;
import dev.creature.models.whisper.Recognizer;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.ConversationScript.Input;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.When;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The four tasks of Full-Duplex-Bench (Lin and others, arXiv 2503.04721), by its definitions, on
 * recordings of one's own: handling of pauses, backchannels, smooth turn-taking and interruptions
 * by the user.
 */
public final class FullDuplexTurns {
  private static final long SHORTEST_PAUSE_MILLIS = 200;

  /** Who is silent for longer than this has ended. */
  private static final long LONGEST_PAUSE_MILLIS = 1_500;

  /** From here on a recording is a tale to listen to. */
  private static final long TALE_MILLIS = 9_000;

  private static final long LONGEST_TALE_PAUSE_MILLIS = 1_000;
  private static final long GAP_MILLIS = 500;
  private static final When NEXT = new When.AfterReply(1_000, 6_000);

  private final CreatureWords words;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private FullDuplexTurns(CreatureWords words) {
    this.words = words;
  }

  /**
   * Measures.
   *
   * @param recordings a turn each
   * @param recognizer what counts the creature's words
   * @param folder receives every conversation
   * @param atOnce conversations at the same time
   */
  public static SuiteResult run(
      VoiceEngine engine,
      SpeechJudge judge,
      Recognizer recognizer,
      List<RecordedSpeech> recordings,
      Path folder,
      int atOnce,
      long seed)
      throws IOException, InterruptedException {
    SideBySide conversations = new SideBySide(engine, judge, folder, seed, atOnce);
    List<Path> alone =
        recordings.stream()
            .filter(it -> !it.amongOthers() && HearBench.isReadable(it.file()))
            .map(RecordedSpeech::file)
            .toList();
    List<Path> interrupting =
        new OverlapMaterial(recordings, judge, folder, recordings.size()).interruptions();
    // The long ones first: the others fill the rest of the time.
    List<Job> jobs =
        new ArrayList<>(
            new InterruptionScripts(seed).into("interruption", interrupting, Room.QUIET));
    int interruptions = jobs.size();
    jobs.addAll(dealt(alone, atOnce));
    List<Held> held = conversations.hold(jobs);
    List<HeardInput> turns = heard(held.subList(interruptions, held.size()), judge);
    FullDuplexTurns bench = new FullDuplexTurns(CreatureWords.of(recognizer));
    bench.pauses(turns);
    bench.backchannels(turns);
    bench.turnTaking(turns);
    bench.interruptions(heard(held.subList(0, interruptions), judge));
    return new SuiteResult(
        "duplex_turns",
        "The tasks and definitions of Full-Duplex-Bench v1 on %d recordings: a take-over is what a recogniser finds more than three words in, or what lasts a second or more. Its own material is not used, so its published figures are a neighbourhood and no race. The score that GPT-4o gives to answers there is not given here."
            .formatted(alone.size()),
        bench.figures,
        bench.remarks);
  }

  private static List<Job> dealt(List<Path> files, int hands) {
    List<Job> jobs = new ArrayList<>();
    for (int hand = 0; hand < Math.min(hands, files.size()); hand++) {
      List<Input> inputs = new ArrayList<>();
      for (int i = hand; i < files.size(); i += hands) {
        inputs.add(new Input(files.get(i), NEXT));
      }
      jobs.add(new Job("turns-" + (hand + 1), new ConversationScript(inputs)));
    }
    return jobs;
  }

  private static List<HeardInput> heard(List<Held> all, SpeechJudge judge) throws IOException {
    List<HeardInput> inputs = new ArrayList<>();
    for (Held held : all) {
      inputs.addAll(HeardInput.in(held, judge));
    }
    return inputs;
  }

  private static boolean isTale(HeardInput input) {
    return input.user().endMillis() - input.user().startMillis() >= TALE_MILLIS
        && input.user().pauses(SHORTEST_PAUSE_MILLIS).longestMillis() < LONGEST_TALE_PAUSE_MILLIS;
  }

  /** What begins while the user has not ended is too early. */
  private void pauses(List<HeardInput> turns) {
    int all = 0;
    int taken = 0;
    int encouraged = 0;
    for (HeardInput input : turns) {
      long longest = input.user().pauses(SHORTEST_PAUSE_MILLIS).longestMillis();
      if (isTale(input) || longest == 0 || longest >= LONGEST_PAUSE_MILLIS) {
        continue;
      }
      all++;
      SpeechSegments early = early(input);
      boolean takenOver = words.takesOver(input.held().creature(), early);
      taken += takenOver ? 1 : 0;
      encouraged += !takenOver && !early.isEmpty() ? 1 : 0;
      if (takenOver) {
        remarks.add("Taken over in a pause: " + input.file().getFileName());
      }
    }
    share("pause handling: take-over rate", taken, all);
    share("… only a short word or a blip", encouraged, all);
  }

  /** What was heard of it before the user's last sound, cut there. */
  private static SpeechSegments early(HeardInput input) {
    long from = input.user().startMillis();
    long until = input.user().endMillis();
    return input.begunIn(from, until, GAP_MILLIS).within(from, until);
  }

  private void backchannels(List<HeardInput> turns) {
    int taken = 0;
    List<Double> often = new ArrayList<>();
    List<Double> divergence = new ArrayList<>();
    for (HeardInput input : turns.stream().filter(FullDuplexTurns::isTale).toList()) {
      SpeechSegments made = early(input);
      boolean takenOver =
          made.all().stream()
              .anyMatch(
                  it -> words.takesOver(input.held().creature(), new SpeechSegments(List.of(it))));
      taken += takenOver ? 1 : 0;
      long from = input.user().startMillis();
      long until = input.user().endMillis();
      often.add(1000.0 * made.all().size() / (double) (until - from));
      divergence.add(
          BackchannelRhythm.divergence(
              made, input.user().pauses(SHORTEST_PAUSE_MILLIS), from, until));
    }
    share("backchannels: take-over rate", taken, often.size());
    mean("… backchannels a second", often, "/s");
    mean("… divergence from the user's pauses (JSD)", divergence, "");
    if (often.isEmpty()) {
      remarks.add("No recording is a tale of 9 s or more without long pauses.");
    }
  }

  private void turnTaking(List<HeardInput> turns) {
    int taken = 0;
    List<Double> delays = new ArrayList<>();
    for (HeardInput input : turns) {
      long end = input.user().endMillis();
      SpeechSegments after = input.creature().within(end, input.nextMillis());
      boolean takenOver = words.takesOver(input.held().creature(), after);
      taken += takenOver ? 1 : 0;
      OptionalLong first = input.creature().nextStart(end);
      if (takenOver && first.isPresent()) {
        delays.add((double) (Math.min(first.getAsLong(), input.nextMillis()) - end));
      } else {
        remarks.add("Not answered: " + input.file().getFileName());
      }
    }
    share("smooth turn-taking: take-over rate", taken, turns.size());
    delays("… delay", delays);
  }

  private void interruptions(List<HeardInput> inputs) {
    int taken = 0;
    int all = 0;
    List<Double> delays = new ArrayList<>();
    for (HeardInput input : inputs) {
      if (Interruption.of(input.held(), input.index()).isEmpty()) {
        continue;
      }
      all++;
      long end = input.user().endMillis();
      SpeechSegments after = input.begunIn(end, input.nextMillis(), 0);
      boolean takenOver = words.takesOver(input.held().creature(), after);
      taken += takenOver ? 1 : 0;
      if (takenOver) {
        delays.add((double) (after.startMillis() - end));
      } else {
        remarks.add("Not answered after an interruption: " + input.file().getFileName());
      }
    }
    share("user interruption: take-over rate", taken, all);
    delays("… delay", delays);
  }

  private void share(String name, int those, int all) {
    figures.add(Figure.of(name, (double) those / Math.max(1, all), "", Target.none(), all));
  }

  private void mean(String name, List<Double> values, String unit) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    figures.add(new Figure(name, mean, unit, Target.none(), values.size(), values));
  }

  private void delays(String name, List<Double> millis) {
    mean(name + ", mean", millis, "ms");
    figures.add(
        Figure.of(
            name + ", median", Percentiles.of(millis).p50(), "ms", Target.none(), millis.size()));
  }
}
