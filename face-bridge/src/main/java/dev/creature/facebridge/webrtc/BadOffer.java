package dev.creature.facebridge.webrtc;

/** An offer that no answer can be given to. */
public final class BadOffer extends Exception {
  private static final long serialVersionUID = 1L;

  BadOffer(String reason) {
    super(reason);
  }
}
