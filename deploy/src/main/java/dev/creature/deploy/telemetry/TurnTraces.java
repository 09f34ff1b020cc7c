package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The traces of one conversation: one for each turn, from the user's first sound to the last of the
 * reply, with its stages, and with what became of the intents in it. Ids and times only, no words.
 * Not thread-safe.
 */
final class TurnTraces {
  static final AttributeKey<String> CONVERSATION = AttributeKey.stringKey("creature.conversation");
  static final AttributeKey<Long> TURN = AttributeKey.longKey("creature.turn");
  private static final AttributeKey<Boolean> INTERRUPTED =
      AttributeKey.booleanKey("creature.interrupted");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("creature.outcome");

  private final Tracer tracer;
  private final String conversation;
  private final InstantSource clock;
  private final IntentTraces intents;
  private Optional<Span> listening = Optional.empty();
  private Optional<Taken> taken = Optional.empty();
  private long zeroMillis;

  /** A turn that the creature took, until its reply was heard. */
  private record Taken(int turn, Span span, long zeroMillis) {}

  TurnTraces(Tracer tracer, String conversation, InstantSource clock) {
    this.tracer = tracer;
    this.conversation = conversation;
    this.clock = clock;
    this.intents = new IntentTraces(tracer, conversation, clock);
  }

  void observe(ConversationEvent event, Optional<TurnTimes> times) {
    times.ifPresent(this::stages);
    switch (event) {
      case ConversationEvent.UserSpeechStarted started -> {
        if (listening.isEmpty()) {
          // The clock of the conversation as it stands against that of the world just now.
          zeroMillis = clock.millis() - started.noticedMillis();
          listening = Optional.of(begin(started.atMillis()));
        }
      }
      case ConversationEvent.TurnCommitted committed -> {
        endTaken("overtaken", committed.atMillis());
        if (listening.isEmpty()) {
          zeroMillis = clock.millis() - committed.atMillis();
        }
        Span span = listening.orElseGet(() -> begin(committed.atMillis()));
        span.setAttribute(TURN, committed.turn());
        listening = Optional.empty();
        taken = Optional.of(new Taken(committed.turn(), span, zeroMillis));
      }
      case ConversationEvent.TurnReturned returned -> {
        // Both halves of what the user says are one turn: its trace goes on.
        taken
            .filter(it -> it.turn() == returned.turn())
            .ifPresent(it -> {
              it.span().addEvent("turn returned", at(it.zeroMillis(), returned.atMillis()));
              listening = Optional.of(it.span());
              taken = Optional.empty();
            });
      }
      case ConversationEvent.ReplyAudioEnded ended -> {
        taken
            .filter(it -> it.turn() == ended.turn())
            .ifPresent(it -> it.span().setAttribute(INTERRUPTED, ended.interrupted()));
        if (taken.filter(it -> it.turn() == ended.turn()).isPresent()) {
          endTaken("answered", ended.atMillis());
        }
      }
      case ConversationEvent.IntentChanged changed -> intents.changed(changed, context());
      case ConversationEvent.TaskChanged changed -> intents.task(changed, context());
      case ConversationEvent _ -> {
        // Stands in no trace.
      }
    }
  }

  /** Nothing more comes. */
  void end() {
    listening.ifPresent(Span::end);
    listening = Optional.empty();
    taken.ifPresent(it -> it.span().end());
    taken = Optional.empty();
    intents.end();
  }

  private void stages(TurnTimes times) {
    taken
        .filter(it -> it.turn() == times.turn())
        .ifPresent(it -> {
          for (TurnStage stage : TurnStage.values()) {
            tracer
                .spanBuilder(stage.label())
                .setParent(Context.root().with(it.span()))
                .setStartTimestamp(at(it.zeroMillis(), times.begin(stage)))
                .startSpan()
                .end(at(it.zeroMillis(), times.end(stage)));
          }
        });
  }

  private Span begin(long atMillis) {
    return tracer
        .spanBuilder("conversation turn")
        .setNoParent()
        .setAttribute(CONVERSATION, conversation)
        .setStartTimestamp(at(zeroMillis, atMillis))
        .startSpan();
  }

  private void endTaken(String outcome, long atMillis) {
    taken.ifPresent(it -> {
      it.span().setAttribute(OUTCOME, outcome);
      it.span().end(at(it.zeroMillis(), atMillis));
      intents.turnEnded(Context.root().with(it.span()));
    });
    taken = Optional.empty();
  }

  /** Of what an intent belongs to: the turn that is being answered, or else the one being heard. */
  private Optional<Context> context() {
    return taken.map(Taken::span).or(() -> listening).map(span -> Context.root().with(span));
  }

  private static Instant at(long zeroMillis, long atMillis) {
    return Instant.ofEpochMilli(zeroMillis + atMillis);
  }
}
