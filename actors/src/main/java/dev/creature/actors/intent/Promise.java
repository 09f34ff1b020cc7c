package dev.creature.actors.intent;

import dev.creature.actors.task.PhysicalTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the creature says to a task: "I'll get the towel and bring it to Robin." when it takes it
 * on, "Shall I pour the milk into the sink?" before what cannot be undone. Pure.
 *
 * <p>Only verb, object, target and source are said, and how many or how far; where a thing stands
 * or how it is done the listener knows.
 */
public final class Promise {
  /** So many tasks are named. A listener does not keep more in mind. */
  private static final int MOST_NAMED = 3;

  private Promise() {}

  /** One sentence in the first person; empty when there is no task. */
  public static Optional<String> of(List<PhysicalTask> tasks) {
    if (tasks.isEmpty()) {
      return Optional.empty();
    }
    boolean all = tasks.size() <= MOST_NAMED;
    List<PhysicalTask> named = all ? tasks : tasks.subList(0, MOST_NAMED - 1);
    List<String> acts = new ArrayList<>();
    Optional<PhysicalTask> before = Optional.empty();
    for (PhysicalTask task : named) {
      acts.add(new SpokenAct(task, before).words());
      before = Optional.of(task);
    }
    return Optional.of("I'll " + (all ? joined(acts) : rest(acts)) + ".");
  }

  /** Asks whether to do it, with the words that an answer has to name. */
  public static Optional<String> question(PhysicalTask task) {
    return Optional.of("Shall I " + new SpokenAct(task, Optional.empty()).words() + "?");
  }

  private static String rest(List<String> acts) {
    return String.join(", ", acts) + ", and then the rest";
  }

  private static String joined(List<String> acts) {
    if (acts.size() == 1) {
      return acts.getFirst();
    }
    String last = acts.getLast();
    return String.join(", ", acts.subList(0, acts.size() - 1)) + " and " + last;
  }
}
