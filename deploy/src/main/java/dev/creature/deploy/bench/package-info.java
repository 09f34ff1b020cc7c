/**
 * The scorecard: what is measured, on which machine, against which targets, and the report of it.
 */
@NullMarked
package dev.creature.deploy.bench;

import org.jspecify.annotations.NullMarked;
