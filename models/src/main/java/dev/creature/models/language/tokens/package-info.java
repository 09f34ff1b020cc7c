/** Text to tokens and back, as the models' own tokenizers do it. */
@NullMarked
package dev.creature.models.language.tokens;

import org.jspecify.annotations.NullMarked;
