/** Language models that speak: the embedded ones and any OpenAI-compatible endpoint. */
@NullMarked
package dev.creature.models.language;

import org.jspecify.annotations.NullMarked;
