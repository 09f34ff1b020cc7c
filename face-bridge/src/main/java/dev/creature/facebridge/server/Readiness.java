package dev.creature.facebridge.server;

/** Whether the creature can be spoken to. */
public interface Readiness {
  /** Ready, for whoever has nothing to wait for. */
  Readiness READY =
      new Readiness() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public String detail() {
          return "ready";
        }
      };

  /** Whether its models are warm. */
  boolean isReady();

  /** What it does, or waits for, in a few words. */
  String detail();
}
