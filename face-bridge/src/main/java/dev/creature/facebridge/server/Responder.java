package dev.creature.facebridge.server;

import java.io.IOException;

/** Answers for one name in the local network, until it is closed. */
interface Responder extends AutoCloseable {
  /** How one begins. */
  interface Opening {
    /**
     * Begins to answer.
     *
     * @param address of the network, in digits, such as {@code 192.168.1.20}
     * @param name such as {@code creature.local}
     */
    Responder open(String address, String name) throws IOException;
  }

  /** Announces the service at this port under the name; waits until others had time to object. */
  void announce(int port) throws IOException;

  /** Whether it still has the name it was opened with: others may have had it before. */
  boolean hasItsName();

  @Override
  void close();
}
