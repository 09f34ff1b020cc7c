package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.bench.SideBySide.Job;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.ConversationScript.Input;
import dev.creature.voiceloop.script.HeldConversation;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Many conversations in one process: how soon they answer, what they cost, and what they leave. */
public final class ConversationsBench {
  private static final When AFTER_REPLY = new When.AfterReply(700, 8_000);
  private static final int SECONDS_OF_NEWS = 10;
  private static final float[] SOME_SOUND = new float[16_000 * 8];

  /**
   * How much.
   *
   * @param atOnce conversations at the same time
   * @param shortOnes one after the other, for growth
   * @param minutes of the soak
   */
  public record Extent(int atOnce, int shortOnes, double minutes) {}

  private final VoiceEngine engine;
  private final SpeechJudge judge;
  private final InferencePool pool;
  private final List<Path> recordings;
  private final Extent extent;
  private final Path folder;
  private final long seed;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private ConversationsBench(
      VoiceEngine engine,
      SpeechJudge judge,
      InferencePool pool,
      List<Path> recordings,
      Extent extent,
      Path folder,
      long seed) {
    this.engine = engine;
    this.judge = judge;
    this.pool = pool;
    this.recordings = recordings;
    this.extent = extent;
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * Measures.
   *
   * @param folder receives every conversation but the short ones
   */
  public static SuiteResult run(
      VoiceEngine engine,
      SpeechJudge judge,
      InferencePool pool,
      List<RecordedSpeech> recordings,
      Extent extent,
      Path folder,
      long seed)
      throws IOException, InterruptedException {
    ConversationsBench bench =
        new ConversationsBench(
            engine,
            judge,
            pool,
            recordings.stream().map(RecordedSpeech::file).toList(),
            extent,
            folder,
            seed);
    bench.manyAtOnce();
    bench.growth();
    bench.soak();
    return new SuiteResult(
        "conversations",
        "%d conversations at once in one process, in real time, from recordings; %d short ones, %d at once; then %.1f minutes in which two are told news without end, with the background lane full and a process of the lowest priority spinning for every core."
            .formatted(extent.atOnce(), extent.shortOnes(), extent.atOnce(), extent.minutes()),
        bench.figures,
        bench.remarks);
  }

  private void manyAtOnce() throws IOException, InterruptedException {
    // The same work for one and for many, or what a turn leaves behind would look like the cost of
    // a conversation.
    List<Path> few = recordings.subList(0, Math.min(3, recordings.size()));
    ProcessMeter alone = new ProcessMeter();
    var _ = at(1).holdLightly(List.of(new Job("alone", script(few))), UnaryOperator.identity());
    long one = alone.stop().peakResidentMiB();
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < extent.atOnce(); i++) {
      List<Path> own = new ArrayList<>();
      for (int j = i; j < recordings.size(); j += extent.atOnce()) {
        own.add(recordings.get(j));
      }
      jobs.add(new Job("many-" + (i + 1), script(own.isEmpty() ? few : own)));
    }
    ProcessMeter meter = new ProcessMeter();
    List<HeldConversation> all = at(extent.atOnce()).holdLightly(jobs, UnaryOperator.identity());
    ProcessMeter.Use use = meter.stop();
    Percentiles delays =
        Percentiles.of(
            all.stream()
                .flatMap(held -> held.report().voiceToVoiceMillis().each().stream())
                .toList());
    figures.add(
        new Figure(
            "voice to voice, median",
            delays.p50(),
            "ms",
            Target.none(),
            delays.n(),
            delays.each()));
    figures.add(
        Figure.of(
            "voice to voice, 95th percentile", delays.p95(), "ms", Target.atMost(900), delays.n()));
    int inputs = all.stream().mapToInt(held -> held.report().inputs()).sum();
    int unanswered = all.stream().mapToInt(held -> held.report().unanswered().size()).sum();
    figures.add(
        Figure.of("inputs answered", inputs - unanswered, "", Target.atLeast(inputs), inputs));
    figures.add(
        Figure.of(
            "memory for each further conversation",
            (double) Math.max(0, use.peakResidentMiB() - one) / Math.max(1, extent.atOnce() - 1),
            "MiB",
            Target.atMost(30),
            extent.atOnce()));
    figures.add(Figure.of("cores, average", use.averageCores(), "", Target.none(), 1));
    remarks.add(
        "Resident: %d MiB with one conversation, %d MiB with %d; worst lateness of an audio clock %.0f ms."
            .formatted(
                one,
                use.peakResidentMiB(),
                extent.atOnce(),
                all.stream()
                    .mapToDouble(held -> held.report().worstTickLatenessMillis())
                    .max()
                    .orElse(0)));
  }

  private void growth() throws IOException, InterruptedException {
    if (extent.shortOnes() < 2 * extent.atOnce()) {
      return;
    }
    List<Path> brief = shortest();
    int first = Math.max(extent.atOnce(), extent.shortOnes() / 5);
    held(brief, 0, first);
    long before = restingMiB();
    held(brief, first, extent.shortOnes());
    long after = restingMiB();
    int between = extent.shortOnes() - first;
    figures.add(
        Figure.of(
            "growth over the last short conversations, each",
            1024.0 * (after - before) / Math.max(1, between),
            "KiB",
            Target.atMost(20),
            between));
    remarks.add(
        "Resident after a full collection: %d MiB after %d short conversations, %d MiB after %d."
            .formatted(before, first, after, extent.shortOnes()));
  }

  private void held(List<Path> brief, int from, int to) throws IOException, InterruptedException {
    for (int at = from; at < to; at += extent.atOnce()) {
      List<Job> jobs = new ArrayList<>();
      for (int i = at; i < Math.min(to, at + extent.atOnce()); i++) {
        // The same folders again and again.
        jobs.add(new Job("short-" + (i - at), script(List.of(brief.get(i % brief.size())))));
      }
      var _ = at(extent.atOnce()).holdLightly(jobs, UnaryOperator.identity());
    }
  }

  /** The shorter half of the recordings. */
  private List<Path> shortest() throws IOException {
    List<Path> sorted = new ArrayList<>(recordings);
    sorted.sort(Comparator.comparingLong(ConversationsBench::bytes));
    return sorted.subList(0, Math.max(1, sorted.size() / 2));
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long restingMiB() {
    System.gc();
    return Machine.residentMiB();
  }

  private void soak() throws IOException, InterruptedException {
    if (extent.minutes() <= 0) {
      return;
    }
    int news = (int) Math.max(1, Math.round(extent.minutes() * 60 / SECONDS_OF_NEWS));
    InterruptionScripts scripts = new InterruptionScripts(seed);
    List<FrameMeter> meters = new CopyOnWriteArrayList<>();
    List<HeldConversation> held;
    try (LowPriorityWork _ = LowPriorityWork.start(pool, () -> judge.speech(SOME_SOUND))) {
      held =
          at(2)
              .holdLightly(
                  List.of(
                      scripts.alone("soak-1", news, Room.QUIET),
                      scripts.alone("soak-2", news, Room.QUIET)),
                  speaker -> {
                    FrameMeter meter = new FrameMeter(speaker, System::nanoTime);
                    meters.add(meter);
                    return meter;
                  });
    }
    List<Double> jitter =
        meters.stream().flatMap(meter -> meter.jitterMillis().stream()).sorted().toList();
    double high = jitter.isEmpty() ? 0 : jitter.get((int) Math.ceil(0.999 * jitter.size()) - 1);
    figures.add(
        Figure.of(
            "jitter of 80 ms frames, 99.9th percentile",
            high,
            "ms",
            Target.atMost(10),
            jitter.size()));
    figures.add(
        Figure.of(
            "underruns",
            meters.stream().mapToInt(FrameMeter::underruns).sum(),
            "",
            Target.atMost(0),
            jitter.size()));
    remarks.add(
        "Soak: worst jitter %.1f ms, worst lateness of an audio clock %.0f ms, %d troubles."
            .formatted(
                jitter.isEmpty() ? 0 : jitter.getLast(),
                held.stream()
                    .mapToDouble(it -> it.report().worstTickLatenessMillis())
                    .max()
                    .orElse(0),
                held.stream()
                    .flatMap(it -> it.events().stream())
                    .filter(ConversationEvent.Trouble.class::isInstance)
                    .count()));
  }

  private SideBySide at(int once) {
    return new SideBySide(engine, judge, folder, seed, once);
  }

  private static ConversationScript script(List<Path> files) {
    return new ConversationScript(
        files.stream().map(file -> new Input(file, AFTER_REPLY)).toList());
  }
}
