package dev.creature.reasoning.policy;

import dev.creature.actors.intent.Permission;

/**
 * What the policy says, and why.
 *
 * @param reason one line, to be said to the user
 */
public record PolicyDecision(Permission permission, String reason) {}
