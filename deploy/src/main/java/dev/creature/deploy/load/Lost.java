package dev.creature.deploy.load;

import java.util.Optional;

/**
 * A connection that a phone lost.
 *
 * @param node where it was
 * @param sinceNanos when the node was struck, or where it was not, when the phone noticed
 * @param noticedNanos when its socket closed
 * @param struck whether somebody did it
 * @param openNanos when the next socket was open
 * @param backNanos when another node had taken up the conversation
 * @param speechNanos when the answer that was due sounded; nothing where none was due
 * @param resumed whether it was the same conversation
 */
record Lost(
    String node,
    long sinceNanos,
    long noticedNanos,
    boolean struck,
    Optional<Long> openNanos,
    Optional<Long> backNanos,
    Optional<Long> speechNanos,
    boolean resumed) {
  /**
   * It was just noticed.
   *
   * @param blow when its node was struck, where it was
   */
  static Lost at(String node, Optional<Long> blow, long nowNanos) {
    return new Lost(
        node,
        blow.orElse(nowNanos),
        nowNanos,
        blow.isPresent(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  Optional<Double> backMillis() {
    return backNanos.map(at -> (at - sinceNanos) / 1e6);
  }

  Optional<Double> speechMillis() {
    return speechNanos.map(at -> (at - sinceNanos) / 1e6);
  }

  Optional<Double> openMillis() {
    return openNanos.map(at -> (at - sinceNanos) / 1e6);
  }

  double noticedMillis() {
    return (noticedNanos - sinceNanos) / 1e6;
  }

  Lost open(long nanos) {
    return new Lost(
        node,
        sinceNanos,
        noticedNanos,
        struck,
        Optional.of(nanos),
        backNanos,
        speechNanos,
        resumed);
  }

  Lost back(long nanos, boolean same) {
    return new Lost(
        node, sinceNanos, noticedNanos, struck, openNanos, Optional.of(nanos), speechNanos, same);
  }

  Lost speech(long nanos) {
    return new Lost(
        node, sinceNanos, noticedNanos, struck, openNanos, backNanos, Optional.of(nanos), resumed);
  }
}
