package dev.creature.reasoning.policy;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.time.LocalTime;

/**
 * A deed and its circumstances.
 *
 * @param place where the body is; empty when unknown
 * @param time of day where the body is
 */
public record PolicyQuestion(
    PhysicalTask task, Reversibility reversibility, Asker who, String place, LocalTime time) {}
