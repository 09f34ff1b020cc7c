/** Language models that choose among tools: what they are asked, and what they answer. */
@NullMarked
package dev.creature.models.language.tooluse;

import org.jspecify.annotations.NullMarked;
