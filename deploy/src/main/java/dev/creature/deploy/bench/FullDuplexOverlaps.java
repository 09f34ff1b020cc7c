package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.bench.SideBySide.Held;
import dev.creature.deploy.bench.SideBySide.Job;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.SpeechJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The four scenarios of Full-Duplex-Bench v1.5 (Lin and others, arXiv 2507.23159): somebody speaks
 * while the creature does, and it ought to respond or to go on.
 */
public final class FullDuplexOverlaps {
  private static final long GAP_MILLIS = 500;

  /** Scenarios, with what the paper wants of a system in each. */
  private enum Scenario {
    USER_INTERRUPTION(OverlapBehaviour.RESPOND),
    USER_BACKCHANNEL(OverlapBehaviour.RESUME),
    TALKING_TO_OTHERS(OverlapBehaviour.RESUME),
    BACKGROUND_SPEECH(OverlapBehaviour.RESUME);

    private final OverlapBehaviour wanted;

    Scenario(OverlapBehaviour wanted) {
      this.wanted = wanted;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final SpeechJudge judge;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private FullDuplexOverlaps(SpeechJudge judge) {
    this.judge = judge;
  }

  /**
   * Measures.
   *
   * @param kokoro a folder with the models of Kokoro, which speaks the listeners' words
   * @param most of each scenario
   * @param folder receives every conversation, and what was made for them
   * @param atOnce conversations at the same time
   */
  public static SuiteResult run(
      VoiceEngine engine,
      SpeechJudge judge,
      InferenceRuntime runtime,
      Supplier<ModelFolder> kokoro,
      List<RecordedSpeech> recordings,
      int most,
      Path folder,
      int atOnce,
      long seed)
      throws IOException, InterruptedException {
    OverlapMaterial material =
        new OverlapMaterial(recordings, judge, folder.resolve("sounds"), most);
    Map<Scenario, List<Path>> sounds = new EnumMap<>(Scenario.class);
    sounds.put(Scenario.USER_INTERRUPTION, material.interruptions());
    sounds.put(
        Scenario.USER_BACKCHANNEL,
        material.spread(
            Backchannels.make(runtime, kokoro.get(), folder.resolve("words")).stream()
                .filter(Backchannels.Sound::isSpoken)
                .map(Backchannels.Sound::file)
                .toList()));
    sounds.put(Scenario.TALKING_TO_OTHERS, material.amongOthers());
    sounds.put(Scenario.BACKGROUND_SPEECH, material.background());
    InterruptionScripts scripts = new InterruptionScripts(seed);
    List<Job> jobs = new ArrayList<>();
    Map<Scenario, Integer> counts = new EnumMap<>(Scenario.class);
    List<Path> user = material.user();
    sounds.forEach((scenario, files) -> {
      // Far from what? The creature has to have met its user.
      List<Path> before = scenario == Scenario.BACKGROUND_SPEECH ? user : List.of();
      List<Job> these = scripts.into(scenario.label().replace(' ', '-'), before, files, Room.QUIET);
      counts.put(scenario, these.size());
      jobs.addAll(these);
    });
    List<Held> held = new SideBySide(engine, judge, folder, seed, atOnce).hold(jobs);
    FullDuplexOverlaps bench = new FullDuplexOverlaps(judge);
    int from = 0;
    for (Scenario scenario : Scenario.values()) {
      int until = from + counts.getOrDefault(scenario, 0);
      bench.measure(scenario, held.subList(from, until));
      from = until;
    }
    return new SuiteResult(
        "duplex_overlaps",
        "The scenarios of Full-Duplex-Bench v1.5: the creature tells long news, and somebody speaks into them. What it does follows from the conversation's own record: whether the news went on, or another reply was heard. No language model judges whether that reply makes sense.",
        bench.figures,
        bench.remarks);
  }

  private void measure(Scenario scenario, List<Held> all) throws IOException {
    Map<OverlapBehaviour, Integer> behaviours = new EnumMap<>(OverlapBehaviour.class);
    List<Double> stops = new ArrayList<>();
    List<Double> responses = new ArrayList<>();
    int count = 0;
    for (Held held : all) {
      for (HeardInput input : HeardInput.in(held, judge)) {
        var found = Interruption.of(held, input.index());
        if (found.isEmpty()) {
          continue;
        }
        count++;
        OverlapBehaviour behaviour = OverlapBehaviour.of(!found.get().ended(), answer(input));
        behaviours.merge(behaviour, 1, Integer::sum);
        if (behaviour != scenario.wanted) {
          remarks.add(
              "%s, %s: %s"
                  .formatted(
                      scenario.label(),
                      input.file().getFileName(),
                      behaviour.name().toLowerCase(Locale.ROOT)));
        }
        stops.add((double) input.stopMillis());
        OptionalLong next = input.creature().merged(GAP_MILLIS).nextStart(input.user().endMillis());
        if (next.isPresent() && next.getAsLong() < input.nextMillis()) {
          responses.add((double) (next.getAsLong() - input.user().endMillis()));
        }
      }
    }
    if (count == 0) {
      remarks.add(scenario.label() + ": nothing to measure with; see docs/full-duplex.md");
      return;
    }
    for (OverlapBehaviour behaviour : OverlapBehaviour.values()) {
      figures.add(
          Figure.of(
              scenario.label() + ": " + behaviour.name().toLowerCase(Locale.ROOT),
              (double) behaviours.getOrDefault(behaviour, 0) / count,
              "",
              Target.none(),
              count));
    }
    latency(scenario.label() + ": stop latency", stops);
    latency(scenario.label() + ": response latency", responses);
  }

  /** What it said in the replies to whatever was said then. */
  private static String answer(HeardInput input) {
    List<ConversationEvent> events = input.held().conversation().events();
    List<Integer> turns =
        events.stream()
            .filter(ConversationEvent.TurnCommitted.class::isInstance)
            .map(ConversationEvent.TurnCommitted.class::cast)
            .filter(it ->
                it.atMillis() >= input.user().startMillis() && it.atMillis() < input.nextMillis())
            .map(ConversationEvent.TurnCommitted::turn)
            .toList();
    return events.stream()
        .filter(ConversationEvent.ReplyAudioEnded.class::isInstance)
        .map(ConversationEvent.ReplyAudioEnded.class::cast)
        .filter(it -> turns.contains(it.turn()))
        .map(ConversationEvent.ReplyAudioEnded::heard)
        .collect(Collectors.joining(" "));
  }

  private void latency(String name, List<Double> millis) {
    double mean = millis.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    figures.add(new Figure(name + ", mean", mean, "ms", Target.none(), millis.size(), millis));
    figures.add(
        Figure.of(
            name + ", median", Percentiles.of(millis).p50(), "ms", Target.none(), millis.size()));
  }
}
