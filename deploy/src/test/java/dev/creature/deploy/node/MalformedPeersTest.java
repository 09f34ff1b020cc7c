package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.facebridge.server.WebServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A face that watches and a phone that talks, while peers on bare TCP send whatever is wrong to
 * every socket and to every port: nobody else notices. {@code -Dcreature.measure=true} makes it a
 * hundred thousand for each socket.
 */
@Timeout(600)
class MalformedPeersTest {
  private static final int WRONG_EACH = Boolean.getBoolean("creature.measure") ? 100_000 : 2_000;
  private static final int PEERS = 6;

  /** A face shows a new frame at least once a second. */
  private static final long FACE_MILLIS = 1_600;

  /** Sound leaves 140 ms before it is to be heard. */
  private static final long SOUND_MILLIS = Boolean.getBoolean("creature.measure") ? 140 : 1_000;

  private static final int PIECE_BYTES = 640;
  private static final String ONE_EACH = "audio 1, events 0, face 1";

  @TempDir private Path folder;

  @Test
  void areNoticedByNobodyElse() throws Exception {
    CountingVoice voice = new CountingVoice();
    HttpClient client = HttpClient.newHttpClient();
    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      node.speakWith(voice);
      int securePort = URI.create(node.secureUrls().getFirst()).getPort();
      Healthy face = new Healthy(true);
      Healthy phone = new Healthy(false);
      URI url = URI.create(node.localUrl().replaceFirst("^http", "ws"));
      face.open(client, url.resolve("/v1/face"));
      WebSocket line = phone.open(client, url.resolve("/v1/audio"));
      AtomicBoolean over = new AtomicBoolean();
      Future<Long> pieces = all.submit(() -> talks(line, over));
      // Left hanging all the time, on both ports.
      List<Socket> hanging = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Socket half =
            new Socket(InetAddress.getLoopbackAddress(), i % 2 == 0 ? url.getPort() : securePort);
        half.getOutputStream().write(i % 4 < 2 ? 'G' : 22);
        hanging.add(half);
      }
      long began = System.nanoTime();
      List<Future<Integer>> wrong = new ArrayList<>();
      for (String path : List.of("/v1/audio", "/v1/face", "/v1/events")) {
        AtomicInteger left = new AtomicInteger(WRONG_EACH);
        for (int i = 0; i < PEERS / 3; i++) {
          BadPeer peer = new BadPeer(url.getPort(), path, path.hashCode() + i);
          wrong.add(all.submit(misbehaving(peer, left)));
        }
      }
      BadPeer tls = new BadPeer(securePort, "/v1/face", 7);
      wrong.add(all.submit(misbehaving(tls, new AtomicInteger(WRONG_EACH / 10))));
      int count = 0;
      for (Future<Integer> each : wrong) {
        count += each.get();
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      // For the report's sake some more of it, so that the replies of the end are heard, too.
      over.set(true);
      long sent = pieces.get(10, TimeUnit.SECONDS);
      Punctuality late = phone.lateness();
      System.out.printf(
          "%d wrong in %.1f s; sound: %d frames, %d lost, late p50 %d p99 %d most %d ms;"
              + " face: %d frames, longest wait %d ms; microphone: %d of %d pieces, %d pauses%n",
          count,
          seconds,
          phone.frames(),
          late.lost(),
          late.at(0.5),
          late.at(0.99),
          late.at(1),
          face.frames(),
          face.longestWait(),
          voice.heard() / (PIECE_BYTES / 2),
          sent,
          voice.gaps());
      assertThat(count).isGreaterThanOrEqualTo(3 * WRONG_EACH);
      assertThat(face.isLost()).isFalse();
      assertThat(phone.isLost()).isFalse();
      assertThat(phone.frames()).isGreaterThan((int) (seconds / 2 / 0.08));
      assertThat(late.lost()).as("frames of sound that did not come").isZero();
      assertThat(late.at(1)).as("the latest frame of sound").isLessThanOrEqualTo(SOUND_MILLIS);
      assertThat(face.longestWait()).as("wait of the face").isLessThan(FACE_MILLIS);
      for (Socket half : hanging) {
        half.close();
      }
      // Nothing of all the others is left.
      String links = links(client, node);
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (System.nanoTime() < until && !links.equals(ONE_EACH)) {
        links = links(client, node);
      }
      assertThat(links).isEqualTo(ONE_EACH);
      assertThat(voice.heard()).isGreaterThanOrEqualTo(sent * (PIECE_BYTES / 2) * 99 / 100);
    } finally {
      // Closing it politely would wait for the two sockets.
      client.shutdownNow();
    }
  }

  private static String links(HttpClient client, Node node) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(node.localUrl() + "/metrics")).build();
    return client
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.matches("creature_links\\{kind=\"(audio|face|events)\".*"))
        .map(line -> line.replaceFirst(".*kind=\"([a-z]*)\"} ([0-9]+).*", "$1 $2"))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Callable<Integer> misbehaving(BadPeer peer, AtomicInteger left) {
    return () -> {
      int sent = 0;
      while (left.get() > 0) {
        int more = peer.misbehaves();
        left.addAndGet(-more);
        sent += more;
      }
      return sent;
    };
  }

  /** Sends a piece each 20 ms, and asks for one story after the other; answers how many pieces. */
  private static long talks(WebSocket line, AtomicBoolean over) throws Exception {
    byte[] piece = new byte[PIECE_BYTES];
    ByteBuffer samples = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
    while (samples.hasRemaining()) {
      samples.putShort(CountingVoice.MICROPHONE);
    }
    long sent = 0;
    long due = System.nanoTime();
    while (!over.get()) {
      if (sent % 1_000 == 0) {
        line.sendText("{\"type\":\"say\",\"text\":\"drums\"}", true).get(10, TimeUnit.SECONDS);
      }
      line.sendBinary(ByteBuffer.wrap(piece), true).get(10, TimeUnit.SECONDS);
      sent++;
      due += 20_000_000;
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
    return sent;
  }
}
