package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** Counts what happens, in the text form of Prometheus. Thread-safe. */
final class Metrics {
  private final Map<String, LongAdder> events = new ConcurrentHashMap<>();
  private final LongAdder replyDelays = new LongAdder();
  private final LongAdder replyDelayMillis = new LongAdder();
  private final Map<String, Long> spoken = new ConcurrentHashMap<>();

  /** Counts an event. */
  void observe(ConversationId conversation, ConversationEvent event) {
    events.computeIfAbsent(event.getClass().getSimpleName(), _ -> new LongAdder()).increment();
    switch (event) {
      case ConversationEvent.UserSpeechEnded ended ->
          spoken.put(conversation.value(), ended.atMillis());
      case ConversationEvent.ReplyAudioStarted started -> {
        Long end = spoken.remove(conversation.value());
        if (end != null && started.atMillis() >= end) {
          replyDelays.increment();
          replyDelayMillis.add(started.atMillis() - end);
        }
      }
      case ConversationEvent _ -> {}
    }
  }

  /** All figures. */
  String text(boolean ready, IntSupplier faces) {
    StringBuilder text = new StringBuilder();
    head(text, "creature_ready", "gauge", "1 when the models are warm");
    text.append("creature_ready ").append(ready ? 1 : 0).append('\n');
    head(text, "creature_faces", "gauge", "faces that are attached");
    text.append("creature_faces ").append(faces.getAsInt()).append('\n');
    head(text, "creature_events_total", "counter", "events of conversations, by type");
    events.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry ->
            text.append("creature_events_total{type=\"")
                .append(entry.getKey())
                .append("\"} ")
                .append(entry.getValue().sum())
                .append('\n'));
    head(
        text,
        "creature_reply_delay_milliseconds",
        "summary",
        "from the user's last sound to the reply's first, on the conversation's clock");
    text.append("creature_reply_delay_milliseconds_count ").append(replyDelays.sum()).append('\n');
    text.append("creature_reply_delay_milliseconds_sum ")
        .append(replyDelayMillis.sum())
        .append('\n');
    head(text, "process_uptime_seconds", "gauge", "since the node began");
    text.append("process_uptime_seconds ")
        .append(ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0)
        .append('\n');
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
