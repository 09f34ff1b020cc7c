package dev.creature.facebridge.webrtc;

import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import dev.creature.facebridge.audio.LinkReader;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One client: its connection, its microphone, its ear and its texts. It enters the conversation
 * when its data channel opens, and leaves it when the connection ends.
 *
 * <p>Callbacks come on the library's threads and do nothing that blocks; what does runs on {@code
 * Threads}.
 */
final class WebRtcPeer implements PeerConnectionObserver {
  /** How a peer gets into its conversation. */
  interface Entrance
      extends Function<LinkListener, CompletionStage<? extends Consumer<LinkInput>>> {}

  /** What it runs on. */
  interface Threads {
    /** After what was sent had time to arrive. */
    void soon(Runnable task);

    /** At once, where blocking is allowed; one at a time. */
    void now(Runnable task);

    /** Texts, in order. */
    void send(Runnable task);
  }

  private final WebRtcEngine engine;
  private final Threads threads;
  private final Entrance entrance;
  private final Runnable gone;
  private final CompletableFuture<Boolean> gathered = new CompletableFuture<>();
  private final PacedSound sound = new PacedSound();
  private final OutgoingTrack voice;
  private final MicrophoneSound microphone = new MicrophoneSound();
  private final SteadyPace pace = new SteadyPace();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final RTCPeerConnection connection;
  private final WebRtcListener listener = new WebRtcListener(sound, this::tell, this::leaveSoon);
  private final AudioTrackSink ear = this::hear;
  private volatile Optional<AudioTrack> heard = Optional.empty();
  private volatile Optional<TextChannel> texts = Optional.empty();
  private volatile Optional<RTCDataChannel> channel = Optional.empty();
  private volatile Optional<Consumer<LinkInput>> input = Optional.empty();

  /**
   * Not connected yet.
   *
   * @param help for its way to the client
   * @param gone called once, when it has ended
   */
  WebRtcPeer(
      WebRtcEngine engine,
      RelayService.Access help,
      Threads threads,
      Entrance entrance,
      Runnable gone) {
    this.engine = engine;
    this.threads = threads;
    this.entrance = entrance;
    this.gone = gone;
    this.voice = new OutgoingTrack(sound, this::began);
    this.connection = engine.connect(this, help);
  }

  /** Answers the offer; blocks for up to a few seconds. */
  String answer(String offer) throws BadOffer {
    try {
      Negotiation.takeOffer(connection, offer);
      connection.addTrack(engine.track(voice.source()), List.of("creature"));
      String answer = Negotiation.answer(connection, gathered);
      engine.pacer().add(voice);
      return answer;
    } catch (BadOffer bad) {
      leave();
      throw bad;
    }
  }

  boolean isInside() {
    return input.isPresent();
  }

  /** Ends it, with a word. */
  void close(String reason) {
    listener.close(reason);
  }

  /** Ends it. */
  void leave() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    engine.pacer().remove(voice);
    input.ifPresent(conversation -> conversation.accept(new LinkInput.Left(listener)));
    threads.now(() -> {
      texts.ifPresent(TextChannel::close);
      channel.ifPresent(RTCDataChannel::unregisterObserver);
      heard.ifPresent(track -> track.removeSink(ear));
      connection.close();
      voice.dispose();
      gone.run();
    });
  }

  private void leaveSoon() {
    threads.soon(this::leave);
  }

  private void tell(String json) {
    texts.ifPresent(open -> open.send(json));
  }

  /** On the pacer's thread. */
  private void began(long playoutMillis) {
    tell("{\"type\":\"playing\",\"t\":" + playoutMillis + "}");
  }

  @Override
  public void onIceCandidate(RTCIceCandidate candidate) {
    // All are in the answer.
  }

  @Override
  public void onIceGatheringChange(RTCIceGatheringState state) {
    if (state == RTCIceGatheringState.COMPLETE) {
      gathered.complete(true);
    }
  }

  @Override
  public void onConnectionChange(RTCPeerConnectionState state) {
    if (state == RTCPeerConnectionState.FAILED || state == RTCPeerConnectionState.CLOSED) {
      leave();
    }
  }

  @Override
  public void onTrack(RTCRtpTransceiver transceiver) {
    if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
      track.addSink(ear);
      heard = Optional.of(track);
    }
  }

  /** On the library's thread of sound, every 10 ms. */
  private void hear(byte[] pcm, int bits, int rate, int channels, int frames) {
    Optional<Consumer<LinkInput>> inside = input;
    if (inside.isPresent() && !closed.get()) {
      short[] piece = microphone.of(pcm, rate, channels, frames);
      inside.get().accept(new LinkInput.Sound(pace.of(piece, System.nanoTime())));
    }
  }

  @Override
  public void onDataChannel(RTCDataChannel opened) {
    if (channel.isPresent()) {
      opened.close();
      return;
    }
    channel = Optional.of(opened);
    texts = Optional.of(new TextChannel(opened, threads::send, this::leave));
    LinkReader reader =
        new LinkReader(
            said -> input.ifPresent(inside -> inside.accept(said)), this::tell, this::leaveSoon);
    opened.registerObserver(
        new RTCDataChannelObserver() {
          private boolean useless;

          @Override
          public void onBufferedAmountChange(long previous) {
            // Looked at when something is sent.
          }

          @Override
          public void onStateChange() {
            threads.now(WebRtcPeer.this::channelChanged);
          }

          @Override
          public void onMessage(RTCDataChannelBuffer message) {
            if (useless) {
              return;
            }
            useless =
                message.binary
                    ? !reader.complain("not-text", "sound comes on the track, texts come here")
                    : !reader.text(StandardCharsets.UTF_8.decode(message.data).toString());
          }
        });
    threads.now(this::channelChanged);
  }

  /** One call at a time. */
  private void channelChanged() {
    RTCDataChannelState state =
        closed.get()
            ? RTCDataChannelState.CLOSED
            : channel.map(RTCDataChannel::getState).orElse(RTCDataChannelState.CONNECTING);
    switch (state) {
      case OPEN -> enter();
      case CLOSED -> leave();
      case CONNECTING, CLOSING -> {
        // Something else follows.
      }
    }
  }

  private boolean entering;

  private void enter() {
    if (entering) {
      return;
    }
    entering = true;
    entrance
        .apply(listener)
        .whenComplete((inside, failed) -> {
          if (failed != null) {
            leave();
            return;
          }
          input = Optional.of(inside);
          if (closed.get()) {
            inside.accept(new LinkInput.Left(listener));
          }
        });
  }
}
