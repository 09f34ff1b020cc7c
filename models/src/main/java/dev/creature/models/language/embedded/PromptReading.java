package dev.creature.models.language.embedded;

import dev.creature.models.language.assembly.Precision;

/** Reads a prompt in pieces, so that others get their turn in between. One thread at a time. */
final class PromptReading {
  private final DecoderNetwork.Reader reader;
  private final int[] tokens;
  private final int pieceTokens;

  private PromptReading(DecoderNetwork.Reader reader, int[] tokens, int pieceTokens) {
    this.reader = reader;
    this.tokens = tokens;
    this.pieceTokens = pieceTokens;
  }

  /**
   * Starts at the first token that was not read before: not in this conversation, nor, where that
   * is longer, as the persona of another one. The last token is always read, for its scores.
   */
  static PromptReading start(
      ConversationMemory memory,
      ContextWindow.Prompt prompt,
      Precision precision,
      int pieceTokens) {
    DecoderNetwork.Reader reader = memory.reader();
    reader.cache().use(precision);
    int known =
        Math.min(reader.cache().tokens().commonPrefix(prompt.tokens()), prompt.tokens().length - 1);
    reader.cache().tokens().truncate(known);
    memory.personas().lend(prompt, known, reader);
    return new PromptReading(reader, prompt.tokens(), pieceTokens);
  }

  /** Reads the next piece, if any is left. */
  void step() {
    int from = reader.cache().length();
    if (from < tokens.length) {
      reader.read(
          reader.cache().precision(), tokens, from, Math.min(tokens.length, from + pieceTokens));
    }
  }

  /** Whether everything has been read. */
  boolean complete() {
    return reader.cache().length() == tokens.length;
  }
}
