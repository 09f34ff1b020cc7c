package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.intent.IntentState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Counts and times what happens in conversations. Thread-safe. */
final class ConversationMeters {
  /** Fine where people notice the difference: every 50 ms up to 1 s. */
  private static final Duration[] WAITS =
      IntStream.concat(
              IntStream.rangeClosed(1, 20).map(i -> i * 50),
              IntStream.of(1_500, 2_000, 3_000, 5_000))
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final Duration[] STAGES =
      IntStream.of(5, 10, 20, 50, 100, 150, 200, 300, 400, 600, 800, 1_000, 2_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Timer voiceToVoice;
  private final DistributionSummary replyDelay;
  private final Map<TurnStage, Timer> stages = new EnumMap<>(TurnStage.class);
  private final Counter settled;
  private final Counter returned;
  private final Counter interruptions;
  private final Counter used;
  private final Counter dropped;
  private final Counter wasted;
  private final Timer lateFrames;

  ConversationMeters(MeterRegistry registry) {
    this.registry = registry;
    voiceToVoice =
        Timer.builder("creature.voice.to.voice")
            .description(
                "From the user's last sound to the reply's first, on the conversation's clock")
            .serviceLevelObjectives(WAITS)
            .register(registry);
    replyDelay =
        DistributionSummary.builder("creature.reply.delay.milliseconds")
            .description("The older form of creature_voice_to_voice_seconds")
            .register(registry);
    for (TurnStage stage : TurnStage.values()) {
      stages.put(
          stage,
          Timer.builder("creature.turn.stage")
              .description("How long a stage of a turn took, see docs/operations.md")
              .tag("stage", stage.label())
              .serviceLevelObjectives(STAGES)
              .register(registry));
    }
    settled = turns("settled");
    returned = turns("returned");
    interruptions =
        Counter.builder("creature.interruptions")
            .description("Replies that the user cut")
            .register(registry);
    used = speculations("used");
    dropped = speculations("dropped");
    wasted =
        Counter.builder("creature.speculation.wasted")
            .description("Computing time of answers that were thrown away")
            .baseUnit("seconds")
            .register(registry);
    // Series that are there from the start: who has none yet cannot tell zero from nothing.
    List.of("brain", "ears", "mouth", "say-do").forEach(this::troubles);
    for (IntentState state : IntentState.values()) {
      Counter _ = intents(state);
    }
    lateFrames =
        Timer.builder("creature.late.frames")
            .description("Frames that left after the one before had sounded, and how late")
            .register(registry);
  }

  private Counter turns(String outcome) {
    return Counter.builder("creature.turns")
        .description(
            "Turns that the creature took: settled, or returned because the user went on"
                + " (a false take-over)")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter speculations(String outcome) {
    return Counter.builder("creature.speculations")
        .description("Answers prepared inside a pause")
        .tag("outcome", outcome)
        .register(registry);
  }

  void observe(ConversationEvent event) {
    counter("creature.events", "Events of conversations", "type", event.getClass().getSimpleName())
        .increment();
    switch (event) {
      case ConversationEvent.TurnSettled _ -> settled.increment();
      case ConversationEvent.TurnReturned _ -> returned.increment();
      case ConversationEvent.ReplyAudioEnded ended when ended.interrupted() ->
          interruptions.increment();
      case ConversationEvent.SpeculationUsed _ -> used.increment();
      case ConversationEvent.SpeculationDropped it -> {
        dropped.increment();
        wasted.increment(Math.max(0, it.wastedMillis()) / 1000.0);
      }
      case ConversationEvent.IntentChanged changed -> intents(changed.state()).increment();
      case ConversationEvent.Trouble trouble -> troubles(trouble.part()).increment();
      case ConversationEvent _ -> {
        // Counted by its type.
      }
    }
  }

  private Counter intents(IntentState state) {
    return counter(
        "creature.intents", "Rungs of the ladder that intents reached", "state", label(state));
  }

  private Counter troubles(String part) {
    return counter("creature.troubles", "What users may have noticed", "part", part);
  }

  void turn(TurnTimes times) {
    voiceToVoice.record(times.voiceToVoiceMillis(), TimeUnit.MILLISECONDS);
    replyDelay.record((double) times.voiceToVoiceMillis());
    stages.forEach((stage, timer) ->
        timer.record(times.end(stage) - times.begin(stage), TimeUnit.MILLISECONDS));
  }

  void late(long millis) {
    lateFrames.record(millis, TimeUnit.MILLISECONDS);
  }

  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Counter counter(String name, String description, String tag, String value) {
    return Counter.builder(name).description(description).tag(tag, value).register(registry);
  }
}
