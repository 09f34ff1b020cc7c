package dev.creature.facebridge.webrtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;

/**
 * The native library, loaded at the first offer: its threads, an audio device without hardware that
 * drives what comes in, and the clock of what goes out.
 */
final class WebRtcEngine implements AutoCloseable {
  private final HeadlessAudioDeviceModule device;
  private final PeerConnectionFactory factory;
  private final Pacer pacer = new Pacer();

  private WebRtcEngine(HeadlessAudioDeviceModule device, PeerConnectionFactory factory) {
    this.device = device;
    this.factory = factory;
  }

  /**
   * Loads it; takes about a second.
   *
   * @throws WebRtcUnavailable when this machine has no such library, or it lacks one of its own
   */
  static WebRtcEngine start() throws WebRtcUnavailable {
    try {
      HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
      device.initPlayout();
      device.startPlayout();
      WebRtcEngine engine = new WebRtcEngine(device, new PeerConnectionFactory(device));
      engine.pacer.start();
      return engine;
    } catch (LinkageError | RuntimeException missing) {
      throw new WebRtcUnavailable(reason(missing), missing);
    }
  }

  /** The innermost reason: a library that misses another says which. */
  private static String reason(Throwable missing) {
    Throwable root = missing;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  RTCPeerConnection connect(PeerConnectionObserver observer, RelayService.Access help) {
    RTCConfiguration configuration = new RTCConfiguration();
    if (!help.urls().isEmpty()) {
      RTCIceServer server = new RTCIceServer();
      server.urls.addAll(help.urls());
      server.username = help.username();
      server.password = help.credential();
      configuration.iceServers.add(server);
    }
    return factory.createPeerConnection(configuration, observer);
  }

  AudioTrack track(CustomAudioSource source) {
    return factory.createAudioTrack("voice", source);
  }

  Pacer pacer() {
    return pacer;
  }

  @Override
  public void close() {
    pacer.close();
    factory.dispose();
    device.dispose();
  }
}
