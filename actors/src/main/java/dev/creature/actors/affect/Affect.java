package dev.creature.actors.affect;

import dev.creature.actors.conversation.ConversationEvent;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Keeps what the creature feels: hands what happens to the {@link AffectMachine}, lets time pass,
 * and tells whenever the feeling has moved.
 */
public final class Affect {
  /** What it is told. */
  public sealed interface Command {}

  /** Something happened in one of the creature's conversations. */
  public record Observe(ConversationEvent event) implements Command {}

  /**
   * It noticed something that is said in no conversation.
   *
   * @param stimulus a name of the table's
   */
  public record Notice(String stimulus) implements Command {}

  private enum Tick implements Command {
    INSTANCE
  }

  private static final Duration TICK = Duration.ofMillis(200);

  /** Less than this is not worth a word. */
  private static final double NOTICEABLE = 0.02;

  private final AffectTable table;
  private final AffectMachine machine;
  private final Stimuli stimuli;
  private final LongSupplier clock;
  private final Consumer<AffectState> told;
  private AffectState state;
  private AffectState shown;
  private long lastEventMillis;
  private long askedMillis = -1;

  private Affect(
      TimerScheduler<Command> timers,
      AffectTable table,
      LongSupplier clock,
      Consumer<AffectState> told) {
    this.table = table;
    this.machine = new AffectMachine(table);
    this.stimuli = new Stimuli(table);
    this.clock = clock;
    this.told = told;
    this.lastEventMillis = clock.getAsLong();
    this.state = machine.rest(lastEventMillis);
    this.shown = state;
    told.accept(state);
    timers.startTimerAtFixedRate(Tick.INSTANCE, TICK);
  }

  /**
   * Makes the keeper of a feeling.
   *
   * @param clock milliseconds, from anywhere, never going back
   * @param told receives the feeling at first, and whenever it has moved; it must not block
   */
  public static Behavior<Command> create(
      AffectTable table, LongSupplier clock, Consumer<AffectState> told) {
    return Behaviors.withTimers(timers -> new Affect(timers, table, clock, told).feeling());
  }

  private Behavior<Command> feeling() {
    return Behaviors.receive(Command.class)
        .onMessage(Observe.class, message -> observe(message.event()))
        .onMessage(Notice.class, message -> notice(message.stimulus()))
        .onMessage(Tick.class, _ -> tick())
        .build();
  }

  private Behavior<Command> observe(ConversationEvent event) {
    long now = clock.getAsLong();
    if (!(event instanceof ConversationEvent.AffectChanged)) {
      lastEventMillis = now;
    }
    switch (event) {
      case ConversationEvent.TurnCommitted _ -> askedMillis = now;
      case ConversationEvent.ReplyAudioStarted _ -> askedMillis = -1;
      case ConversationEvent _ -> {}
    }
    for (String stimulus : stimuli.of(event)) {
      state = machine.felt(state, stimulus, now);
    }
    tell();
    return Behaviors.same();
  }

  private Behavior<Command> notice(String stimulus) {
    lastEventMillis = clock.getAsLong();
    state = machine.felt(state, stimulus, lastEventMillis);
    tell();
    return Behaviors.same();
  }

  private Behavior<Command> tick() {
    long now = clock.getAsLong();
    state = machine.at(state, now);
    if (now - lastEventMillis > table.silenceAfterMillis()) {
      state = machine.felt(state, "silence", now);
    }
    if (askedMillis >= 0 && now - askedMillis > table.waitingAfterMillis()) {
      state = machine.felt(state, "waiting", now);
      askedMillis = now - askedMillis > 10 * table.waitingAfterMillis() ? -1 : askedMillis;
    }
    tell();
    return Behaviors.same();
  }

  private void tell() {
    if (!state.emotion().equals(shown.emotion())
        || state.feeling().distance(shown.feeling()) > NOTICEABLE) {
      shown = state;
      told.accept(state);
    }
  }
}
