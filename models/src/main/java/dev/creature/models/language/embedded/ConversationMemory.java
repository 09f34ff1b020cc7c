package dev.creature.models.language.embedded;

/**
 * What is kept for one conversation. One thread at a time.
 *
 * @param reader the model's cache for it
 * @param window which part of its dialogue is in there
 * @param personas beginnings that other conversations may have read already
 */
record ConversationMemory(
    DecoderNetwork.Reader reader, ContextWindow window, SharedPersonas personas)
    implements AutoCloseable {
  @Override
  public void close() {
    reader.close();
  }
}
