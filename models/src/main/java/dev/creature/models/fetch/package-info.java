/**
 * Brings models onto this machine: from package registries by their ordinary clients, or from files
 * that the user has.
 */
@NullMarked
package dev.creature.models.fetch;

import org.jspecify.annotations.NullMarked;
