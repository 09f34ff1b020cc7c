/**
 * What a language model may write next, byte by byte, so that what it writes fits a JSON schema by
 * construction.
 */
@NullMarked
package dev.creature.models.language.constrained;

import org.jspecify.annotations.NullMarked;
