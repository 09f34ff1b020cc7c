package dev.creature.actors.creature;

import java.time.Duration;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/**
 * The creature itself, event-sourced: what was said and heard in all its conversations, its open
 * tasks, the baseline of its feelings. One in a cluster; never on the way from ear to mouth.
 */
public final class Creature
    extends EventSourcedBehavior<CreatureCommand, CreatureEvent, CreatureState> {
  /** How much of a feeling goes over into the baseline. */
  private static final double TEMPER = 0.02;

  /** A smaller change of the baseline is not worth storing. */
  private static final double NOTICEABLE = 0.01;

  private final String name;

  private Creature(String name) {
    super(
        PersistenceId.of("creature", name),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2));
    this.name = name;
  }

  /**
   * The creature of this name, as it was left.
   *
   * @param name stays the same over restarts and nodes
   */
  public static Behavior<CreatureCommand> create(String name) {
    return Behaviors.setup(_ -> new Creature(name));
  }

  @Override
  public CreatureState emptyState() {
    return CreatureState.EMPTY;
  }

  @Override
  public EventHandler<CreatureState, CreatureEvent> eventHandler() {
    return CreatureState::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(100, 2).withDeleteEventsOnSnapshot();
  }

  @Override
  public CommandHandler<CreatureCommand, CreatureEvent, CreatureState> commandHandler() {
    return (state, command) ->
        switch (command) {
          case CreatureCommand.Remember it ->
              state.remembers(it.conversation(), it.exchange().turn())
                  ? Effect().none()
                  : Effect()
                      .persist(
                          new CreatureEvent.Remembered(
                              it.conversation(), it.exchange(), it.atMillis()));
          case CreatureCommand.Feel(double valence, double arousal) ->
              feel(state, valence, arousal);
          case CreatureCommand.TaskOpen(String task, boolean open) ->
              state.openTasks().contains(task) == open
                  ? Effect().none()
                  : Effect().persist(new CreatureEvent.TaskChanged(task, open));
          case CreatureCommand.Forget(String conversation, var replyTo) ->
              Effect()
                  .persist(new CreatureEvent.Forgot(conversation))
                  .thenRun((CreatureState _) -> replyTo.tell(Done.getInstance()));
          case CreatureCommand.Ask(var replyTo) ->
              Effect().none().thenRun(() -> replyTo.tell(known(state)));
        };
  }

  private Effect<CreatureEvent, CreatureState> feel(
      CreatureState state, double valence, double arousal) {
    double v = state.valence() + TEMPER * (valence - state.valence());
    double a = state.arousal() + TEMPER * (arousal - state.arousal());
    return Math.hypot(v - state.valence(), a - state.arousal()) < NOTICEABLE
        ? Effect().none()
        : Effect().persist(new CreatureEvent.Tempered(v, a));
  }

  private CreatureCommand.Known known(CreatureState state) {
    return new CreatureCommand.Known(
        name,
        state.memories().stream().map(CreatureState.Memory::exchange).toList(),
        state.openTasks(),
        state.valence(),
        state.arousal());
  }
}
