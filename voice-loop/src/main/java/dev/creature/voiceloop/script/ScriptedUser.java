package dev.creature.voiceloop.script;

import java.util.List;
import java.util.Optional;

/** Decides, moment by moment, what a scripted user does. Not thread-safe. */
final class ScriptedUser {
  /** The recording goes on this long after the last reply has ended. */
  static final long TAIL_MILLIS = 1000;

  /** The same where the creature may have an outcome to tell, for which it waits longer. */
  private static final long TAIL_BEHIND_TASKS_MILLIS = 3600;

  /** Nobody waits longer than this for what the creature does. */
  private static final long LONGEST_TASKS_MILLIS = 45_000;

  private static final long LAST_REPLY_TIMEOUT_MILLIS = 8000;

  /**
   * One input.
   *
   * @param durationMillis of its sound
   */
  record Turn(When when, long durationMillis) {}

  /** What the user does now. */
  sealed interface Deed {
    /** Says nothing. */
    record Listen() implements Deed {}

    /** Begins the input of this index. */
    record Speak(int input) implements Deed {}

    /** Has nothing more to say, and was answered. */
    record Leave() implements Deed {}
  }

  private static final Deed LISTEN = new Deed.Listen();

  private final List<Turn> turns;
  private int next;
  private long previousEndMillis;
  private boolean spoken;

  ScriptedUser(List<Turn> turns) {
    this.turns = List.copyOf(turns);
  }

  /**
   * What to do now. An input that was begun goes on to its end by itself; {@code Listen} is
   * answered until then.
   *
   * @param nowMillis the clock
   * @param creature what was heard of the creature
   * @param doings what else it does: nobody leaves before the end of it
   */
  Deed next(long nowMillis, CreatureSound creature, Doings doings) {
    if (nowMillis < previousEndMillis) {
      return LISTEN;
    }
    Optional<Turn> turn = next < turns.size() ? Optional.of(turns.get(next)) : Optional.empty();
    if (turn.isEmpty()) {
      long tail = doings.mayBeTold() ? TAIL_BEHIND_TASKS_MILLIS : TAIL_MILLIS;
      boolean over =
          afterReply(nowMillis, creature, new When.AfterReply(tail, LAST_REPLY_TIMEOUT_MILLIS))
              && !(doings.goOn() && nowMillis - previousEndMillis < LONGEST_TASKS_MILLIS);
      return over ? new Deed.Leave() : LISTEN;
    }
    boolean now =
        switch (turn.get().when()) {
          case When.At(long millis) -> nowMillis >= millis;
          case When.AfterReply after -> afterReply(nowMillis, creature, after);
          case When.DuringReply during -> duringReply(nowMillis, creature, during);
        };
    if (!now) {
      return LISTEN;
    }
    spoken = true;
    previousEndMillis = nowMillis + turn.get().durationMillis();
    return new Deed.Speak(next++);
  }

  private boolean afterReply(long nowMillis, CreatureSound creature, When.AfterReply when) {
    if (!spoken) {
      return nowMillis >= when.silenceMillis();
    }
    if (creature.speaking()) {
      return false;
    }
    boolean answered = creature.endedMillis() > previousEndMillis;
    return answered
        ? nowMillis - creature.endedMillis() >= when.silenceMillis()
        : nowMillis - previousEndMillis >= when.timeoutMillis();
  }

  private boolean duringReply(long nowMillis, CreatureSound creature, When.DuringReply when) {
    boolean answering = creature.speaking() && creature.startedMillis() >= previousEndMillis;
    return answering
        ? nowMillis - creature.startedMillis() >= when.millis()
        : nowMillis - previousEndMillis >= when.timeoutMillis();
  }
}
