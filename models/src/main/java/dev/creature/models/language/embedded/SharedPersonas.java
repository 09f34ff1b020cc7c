package dev.creature.models.language.embedded;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Beginnings of dialogues that some conversation has read, kept for the ones to come: a persona,
 * alone or with the examples behind it. Copying one takes a millisecond or two, reading it a few
 * hundred. Keeps the few used last. Thread-safe.
 */
final class SharedPersonas implements AutoCloseable {
  private static final int MOST = 2;
  private static final int LEAST_TOKENS = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<DecoderNetwork.Reader> readers;
  private final Deque<DecoderNetwork.Reader> personas = new ArrayDeque<>();

  SharedPersonas(Supplier<DecoderNetwork.Reader> readers) {
    this.readers = readers;
  }

  /** Copies the persona of a prompt into a cache if one is kept that goes further than this one. */
  void lend(ContextWindow.Prompt prompt, int known, DecoderNetwork.Reader borrower) {
    lock.lock();
    try {
      Optional<DecoderNetwork.Reader> best = Optional.empty();
      int longest = known;
      for (DecoderNetwork.Reader persona : personas) {
        if (persona.cache().precision() != borrower.cache().precision()) {
          continue;
        }
        int common =
            Math.min(
                persona.cache().tokens().commonPrefix(prompt.tokens()), prompt.tokens().length - 1);
        if (common > longest) {
          longest = common;
          best = Optional.of(persona);
        }
      }
      if (best.isPresent()) {
        personas.remove(best.get());
        personas.addFirst(best.get());
        borrower.copyFrom(best.get(), longest);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Keeps the persona of a prompt that a conversation has read. */
  void keep(ContextWindow.Prompt prompt, DecoderNetwork.Reader lender) {
    keep(prompt, prompt.personaLength(), lender);
  }

  /** Keeps so many tokens at the front of a prompt that a conversation has read. */
  void keep(ContextWindow.Prompt prompt, int length, DecoderNetwork.Reader lender) {
    int[] wanted = Arrays.copyOf(prompt.tokens(), length);
    if (length < LEAST_TOKENS || lender.cache().tokens().commonPrefix(wanted) < length) {
      return;
    }
    lock.lock();
    try {
      if (personas.stream()
          .anyMatch(kept -> kept.cache().tokens().commonPrefix(wanted) == length)) {
        return;
      }
      DecoderNetwork.Reader place = personas.size() < MOST ? readers.get() : personas.removeLast();
      place.copyFrom(lender, length);
      personas.addFirst(place);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      personas.forEach(DecoderNetwork.Reader::close);
      personas.clear();
    } finally {
      lock.unlock();
    }
  }
}
