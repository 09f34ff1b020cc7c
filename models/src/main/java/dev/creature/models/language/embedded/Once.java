package dev.creature.models.language.embedded;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. Thread-safe. */
final class Once<T> implements Supplier<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<T> maker;
  private Optional<T> value = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    lock.lock();
    try {
      T made = value.orElseGet(maker);
      value = Optional.of(made);
      return made;
    } finally {
      lock.unlock();
    }
  }
}
