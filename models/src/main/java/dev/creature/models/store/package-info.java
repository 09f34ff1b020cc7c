/** Brings models onto this machine: fetch, verify, assemble, and the folder where they are kept. */
@NullMarked
package dev.creature.models.store;

import org.jspecify.annotations.NullMarked;
