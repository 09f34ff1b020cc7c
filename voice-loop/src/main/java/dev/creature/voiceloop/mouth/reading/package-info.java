/**
 * From written English to phonemes: how a person would say it, tokens, parts of speech, lexicon,
 * stress. The rules are those of Hibari 0.2.1 (Apache-2.0), which follows misaki 0.9.4
 * (Apache-2.0), so that the voices hear what they were trained on.
 */
@NullMarked
package dev.creature.voiceloop.mouth.reading;

import org.jspecify.annotations.NullMarked;
