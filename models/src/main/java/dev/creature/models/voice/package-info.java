/**
 * Models that speak: acoustic networks that turn phonemes into sound, and the tables and small
 * networks that turn written words into phonemes.
 */
@NullMarked
package dev.creature.models.voice;

import org.jspecify.annotations.NullMarked;
