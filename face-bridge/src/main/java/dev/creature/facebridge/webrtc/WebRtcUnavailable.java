package dev.creature.facebridge.webrtc;

/** WebRTC cannot be had on this machine; the WebSocket can. */
public final class WebRtcUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  WebRtcUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
