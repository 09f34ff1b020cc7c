package dev.creature.facebridge.webrtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Offer in, answer out; blocks, and is not to be called on the library's own threads. */
final class Negotiation {
  private static final long PATIENCE_SECONDS = 4;
  private static final long GATHERING_MILLIS = 1_000;

  private Negotiation() {}

  static void takeOffer(RTCPeerConnection connection, String sdp) throws BadOffer {
    set(observer ->
        connection.setRemoteDescription(
            new RTCSessionDescription(RTCSdpType.OFFER, sdp), observer));
  }

  /**
   * The answer, with all of this machine's addresses in it: none follow later.
   *
   * @param gathered completes when all are known; what is known after a second has to do
   */
  static String answer(RTCPeerConnection connection, CompletableFuture<?> gathered)
      throws BadOffer {
    CompletableFuture<RTCSessionDescription> created = new CompletableFuture<>();
    connection.createAnswer(
        new RTCAnswerOptions(),
        new CreateSessionDescriptionObserver() {
          @Override
          public void onSuccess(RTCSessionDescription description) {
            created.complete(description);
          }

          @Override
          public void onFailure(String error) {
            created.completeExceptionally(new BadOffer(error));
          }
        });
    RTCSessionDescription answer = await(created);
    set(observer -> connection.setLocalDescription(answer, observer));
    gathered.completeOnTimeout(null, GATHERING_MILLIS, TimeUnit.MILLISECONDS).join();
    return connection.getLocalDescription().sdp;
  }

  private static void set(Consumer<SetSessionDescriptionObserver> setting) throws BadOffer {
    CompletableFuture<String> done = new CompletableFuture<>();
    SetSessionDescriptionObserver observer =
        new SetSessionDescriptionObserver() {
          @Override
          public void onSuccess() {
            done.complete("");
          }

          @Override
          public void onFailure(String error) {
            done.completeExceptionally(new BadOffer(error));
          }
        };
    try {
      setting.accept(observer);
    } catch (Error malformed) {
      // What the library cannot even read it throws as a bare Error.
      if (!malformed.getClass().equals(Error.class)) {
        throw malformed;
      }
      throw new BadOffer(String.valueOf(malformed.getMessage()));
    }
    await(done);
  }

  private static <T> T await(CompletableFuture<T> future) throws BadOffer {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadOffer("interrupted");
    } catch (ExecutionException | TimeoutException failed) {
      throw new BadOffer(
          failed.getCause() instanceof BadOffer bad
              ? String.valueOf(bad.getMessage())
              : "no answer could be made in time");
    }
  }
}
