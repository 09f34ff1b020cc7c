package dev.creature.voiceloop.mouth.reading;

import java.util.List;

/**
 * How a text is said.
 *
 * @param phonemes in the voices' alphabet, with stress marks, punctuation and spaces
 * @param pieces from where in the source each stretch of the phonemes is, in order; what is between
 *     them are spaces
 */
public record Pronunciation(String phonemes, List<Piece> pieces) {
  /** Keeps its own copy. */
  public Pronunciation {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch of phonemes and the part of the source text that it says.
   *
   * @param from index of its first phoneme
   * @param to one behind its last
   * @param sourceStart index of the first character it says
   * @param sourceEnd one behind the last
   */
  public record Piece(int from, int to, int sourceStart, int sourceEnd) {}
}
