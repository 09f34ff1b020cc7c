package dev.creature.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread that spins for every core, until it is closed. */
final class BusyCores implements AutoCloseable {
  private final AtomicBoolean busy = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();

  private BusyCores() {}

  static BusyCores all() {
    BusyCores cores = new BusyCores();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      cores.threads.add(Thread.ofPlatform().daemon().name("busy-" + i).start(cores::spin));
    }
    return cores;
  }

  private void spin() {
    while (busy.get()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    busy.set(false);
  }
}
