package dev.creature.facebridge.pairing;

import java.io.IOException;
import java.util.List;

/** Where paired devices are kept. */
public interface DeviceStore {
  /** All that are kept, oldest first. */
  List<PairedDevice> load() throws IOException;

  /**
   * Keeps one more.
   *
   * @param before all others, for a store that is written as a whole
   */
  void add(PairedDevice device, List<PairedDevice> before) throws IOException;

  /**
   * Keeps one less.
   *
   * @param rest all others, for a store that is written as a whole
   */
  void remove(String id, List<PairedDevice> rest) throws IOException;
}
