package dev.creature.voiceloop.mouth.reading;

/**
 * What goes beyond the published normalization: markup and pictures away, addresses, phone numbers,
 * versions, and other things that it reads badly, in words.
 */
final class SpokenForm {
  TracedText apply(TracedText source) {
    return source;
  }
}
