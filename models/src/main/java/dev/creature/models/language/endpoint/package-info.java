/**
 * Language models elsewhere: any OpenAI-compatible streaming endpoint, and the fall-back to a model
 * of our own when it is down or slow.
 */
@NullMarked
package dev.creature.models.language.endpoint;

import org.jspecify.annotations.NullMarked;
