/**
 * The database that the creature stores in: where it is, its schema, and what nodes share in it.
 */
@NullMarked
package dev.creature.deploy.storage;

import org.jspecify.annotations.NullMarked;
