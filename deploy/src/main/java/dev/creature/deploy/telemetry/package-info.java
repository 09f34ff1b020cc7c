/**
 * What is seen of a node from outside: meters, traces, logs and flight recorder events, all made of
 * copies of what happens. Nothing in here is waited for by a voice.
 */
@NullMarked
package dev.creature.deploy.telemetry;

import org.jspecify.annotations.NullMarked;
