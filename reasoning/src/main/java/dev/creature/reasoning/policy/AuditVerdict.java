package dev.creature.reasoning.policy;

/**
 * What came of checking a log.
 *
 * @param whole whether every line is as it was written, in its place
 * @param line the first bad line, from 1; or how many there are when all are good
 * @param wrong what is wrong with it; empty when nothing is
 */
public record AuditVerdict(boolean whole, long line, String wrong) {}
