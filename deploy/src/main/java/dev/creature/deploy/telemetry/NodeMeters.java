package dev.creature.deploy.telemetry;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** How the node stands: room, inference, the process itself. Thread-safe. */
final class NodeMeters implements AutoCloseable {
  private static final Duration[] WAITS =
      IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger free = new AtomicInteger();
  private final JvmGcMetrics collector = new JvmGcMetrics();

  NodeMeters(MeterRegistry registry) {
    this.registry = registry;
    gauge(
        "creature.conversations",
        "Open conversations, those of listeners who are away included",
        taken::get);
    gauge(
        "creature.conversation.slots.free",
        "Conversations that are welcome besides the open ones: what autoscaling looks at",
        free::get);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /** Read each time somebody looks. */
  void gauge(String name, String description, IntSupplier value, String... tags) {
    Gauge.builder(name, value, it -> it.getAsInt())
        .description(description)
        .tags(Tags.of(tags))
        .strongReference(true)
        .register(registry);
  }

  int freeSlots() {
    return free.get();
  }

  void seats(int now, int welcome) {
    taken.set(now);
    free.set(welcome);
  }

  /** From now on inference is measured, lane by lane. */
  void watch(InferencePool pool) {
    Map<Lane, Timer> waits = new EnumMap<>(Lane.class);
    for (Lane lane : Lane.values()) {
      String label = ConversationMeters.label(lane);
      gauge(
          "creature.inference.queue",
          "Pieces of inference that wait",
          () -> pool.queued(lane),
          "lane",
          label);
      waits.put(
          lane,
          Timer.builder("creature.inference.wait")
              .description("How long a piece of inference waited for a thread")
              .tag("lane", label)
              .serviceLevelObjectives(WAITS)
              .register(registry));
    }
    pool.onStart((lane, nanos) -> {
      Timer timer = waits.get(lane);
      if (timer != null) {
        timer.record(nanos, TimeUnit.NANOSECONDS);
      }
    });
  }

  @Override
  public void close() {
    collector.close();
  }
}
