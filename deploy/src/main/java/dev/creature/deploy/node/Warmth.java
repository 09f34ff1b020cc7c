package dev.creature.deploy.node;

import dev.creature.facebridge.server.Readiness;

/** Says whether the models are warm, and until then what is being waited for. Thread-safe. */
final class Warmth implements Readiness {
  private volatile boolean ready;
  private volatile String detail = "the models are warming up";

  void becomes(boolean nowReady, String nowDetail) {
    detail = nowDetail;
    ready = nowReady;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public String detail() {
    return detail;
  }
}
