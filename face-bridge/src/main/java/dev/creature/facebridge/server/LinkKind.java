package dev.creature.facebridge.server;

import java.util.Locale;

/** What a link that stays open is for. */
public enum LinkKind {
  /** A conversation over a WebSocket. */
  AUDIO,
  /** A conversation over WebRTC. */
  WEBRTC,
  /** A face. */
  FACE,
  /** A console. */
  EVENTS;

  /** As it is called in figures. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
