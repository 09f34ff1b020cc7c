package dev.creature.actors.task;

import dev.creature.actors.Crossing;

/**
 * How a task stands.
 *
 * @param note what it does now, what came of it, or why not; to be said to the user; may be empty
 * @param fraction01 how much is done, 0 to 1
 * @param askedMillis when it was asked for, milliseconds since 1970
 * @param changedMillis when the state last changed, milliseconds since 1970
 * @param told whether the user has heard what came of it
 */
public record TaskStatus(
    TaskId id,
    PhysicalTask what,
    Reversibility reversibility,
    TaskState state,
    String note,
    double fraction01,
    String origin,
    long askedMillis,
    long changedMillis,
    boolean told)
    implements Crossing {}
