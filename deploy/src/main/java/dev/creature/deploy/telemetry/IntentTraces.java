package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.task.TaskState;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The slow side of a turn's trace: {@code tap} while an intent climbs its ladder, {@code reasoner}
 * until the body begins, {@code body} until it is over. Not thread-safe.
 */
final class IntentTraces {
  private static final AttributeKey<String> INTENT = AttributeKey.stringKey("creature.intent");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("creature.state");

  private final Tracer tracer;
  private final String conversation;
  private final InstantSource clock;
  private final Map<String, Open> open = new HashMap<>();
  private Context lastTurn = Context.root();

  /** The span in which an intent is now, and what it stands in. */
  private record Open(Context turn, String stage, Span span) {}

  IntentTraces(Tracer tracer, String conversation, InstantSource clock) {
    this.tracer = tracer;
    this.conversation = conversation;
    this.clock = clock;
  }

  void turnEnded(Context turn) {
    lastTurn = turn;
  }

  void changed(ConversationEvent.IntentChanged changed, Optional<Context> turn) {
    String id = changed.intent().value();
    String state = ConversationMeters.label(changed.state());
    switch (changed.state()) {
      case HYPOTHESIS, COMMITTED -> stage(id, "tap", turn).addEvent(state, clock.instant());
      case DISPATCHED -> {
        Open before = open.get(id);
        if (before == null || before.stage().equals("tap")) {
          stage(id, "reasoner", turn).addEvent(state, clock.instant());
        }
      }
      case REVOKED, CANCELLED, DONE -> finish(id, state, false);
      case FAILED -> finish(id, state, true);
    }
  }

  void task(ConversationEvent.TaskChanged changed, Optional<Context> turn) {
    String id = changed.task().value();
    // The board tells every conversation of every task.
    if (!open.containsKey(id)) {
      return;
    }
    TaskState state = changed.state();
    String label = ConversationMeters.label(state);
    switch (state) {
      case ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED ->
          stage(id, "reasoner", turn).addEvent(label, clock.instant());
      case RUNNING -> stage(id, "body", turn).addEvent(label, clock.instant());
      case DONE, CANCELLED -> finish(id, label, false);
      case FAILED, DENIED -> finish(id, label, true);
    }
  }

  /** Nothing more comes. */
  void end() {
    open.values().forEach(it -> it.span().end(clock.instant()));
    open.clear();
  }

  /** The span of a stage, which begins now where the intent was in another one. */
  private Span stage(String id, String stage, Optional<Context> turn) {
    Open before = open.get(id);
    if (before != null && before.stage().equals(stage)) {
      return before.span();
    }
    if (before != null) {
      before.span().end(clock.instant());
    }
    Context parent = before == null ? turn.orElse(lastTurn) : before.turn();
    Span span =
        tracer
            .spanBuilder(stage)
            .setParent(parent)
            .setAttribute(TurnTraces.CONVERSATION, conversation)
            .setAttribute(INTENT, id)
            .setStartTimestamp(clock.instant())
            .startSpan();
    open.put(id, new Open(parent, stage, span));
    return span;
  }

  private void finish(String id, String state, boolean failed) {
    Open last = open.remove(id);
    if (last != null) {
      last.span().setAttribute(STATE, state);
      if (failed) {
        last.span().setStatus(StatusCode.ERROR);
      }
      last.span().end(clock.instant());
    }
  }
}
