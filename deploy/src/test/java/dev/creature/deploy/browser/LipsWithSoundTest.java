package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.ScriptedVoice;
import dev.creature.facebridge.server.WebServer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lips that a page shows against the sound that it plays, while fifty further faces are
 * attached of which one never reads. Measures, and so needs a machine that does nothing else.
 */
class LipsWithSoundTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FACES = 50;
  private static final int WATCHED_SECONDS = 5;
  private static final int SKEW_MILLIS = 40;

  /**
   * Has drums played and notes, on one clock, when each beat begins and ends to sound and when the
   * painted mouth crosses the middle; gives one distance for each, negative where the mouth is
   * early.
   */
  private static final String DRUMS =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        for (let i = 0; i < 400 && !(window.creature?.link.open && creature.face); i++) await pause(50);
        const {link, face} = creature, heard = [], seen = [];
        await link.sound();
        link.say('play the drums');
        const ear = new AnalyserNode(link.context, {fftSize: 8192}), samples = new Float32Array(8192);
        link.gain.connect(ear);
        let loud = false, open = false, over = false, done = 0, last = -1;
        const told = link.told.bind(link);
        link.told = event => { if (event.type === 'reply.audio.ended') over = true; told(event); };
        // Edges are found in the sound itself, to the sample; then put on the page's clock as heard.
        const audible = at => { const {contextTime, performanceTime} = link.context.getOutputTimestamp(); return performanceTime + (at - contextTime) * 1000; };
        const listen = setInterval(() => {
          ear.getFloatTimeDomainData(samples);
          const end = link.context.currentTime, rate = link.context.sampleRate;
          for (let i = 0; i < samples.length; i++) {
            const at = end - (samples.length - i) / rate;
            if (at <= done) continue;
            done = at;
            if (Math.abs(samples[i]) > 0.04) {
              if (!loud) heard.push([audible(at), loud = true]);
              last = at;
            } else if (loud && at - last > 0.1) heard.push([audible(last), loud = false]);
          }
        }, 10);
        const paint = face.paint.bind(face);
        let frames = 0;
        face.paint = () => {
          paint();
          frames++;
          const now = face.mouth > 0.38;
          if (now !== open) seen.push([performance.now(), open = now]);
        };
        const began = performance.now();
        for (let i = 0; i < 1200 && !over; i++) await pause(25);
        const lasted = performance.now() - began;
        await pause(300);
        clearInterval(listen);
        const skews = [];
        for (const [at, on] of heard.slice(2)) {
          const near = seen.filter(([, up]) => up === on).map(([time]) => time - at).sort((a, b) => Math.abs(a) - Math.abs(b))[0];
          skews.push(near ?? 1000);
        }
        return {skews, heard: heard.length, seen: seen.length, call: !!link.call, fps: 1000 * frames / lasted, latency: link.context.outputLatency, gaps: link.gaps, delay: link.call?.delay ?? 0};
      })()
      """;

  @TempDir private Path folder;

  @Test
  void movesItsLipsWithTheSoundWhileFiftyOthersWatch() throws Exception {
    assumeTrue(
        Boolean.getBoolean("creature.measure"),
        "opt-in: measures, needs a quiet machine: -Dcreature.measure=true");
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    // All of it is worth knowing, whatever is missed.
    SoftAssertions found = new SoftAssertions();
    try (Node node =
        Node.start(
            new WebServer.Listen("127.0.0.1", 0, 0),
            DataFolder.open(folder.resolve("data")),
            List.of())) {
      node.speakWith(new ScriptedVoice());
      for (String look : List.of("moss", "pip")) {
        for (String link : List.of("socket", "webrtc")) {
          try (Chromium page = browser(program.get(), link, look)) {
            page.open(node.localUrl() + (link.equals("socket") ? "/?link=socket" : "/"));
            watch(page, node.localUrl(), link, look, found);
          }
        }
      }
    }
    found.assertAll();
  }

  private static void watch(
      Chromium page, String url, String link, String look, SoftAssertions found) throws Exception {
    page.evaluate("new Promise(done => setTimeout(done, 3000))");
    CompletableFuture<Double> cost = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> cost.complete(coresWhileSpeaking()));
    JsonNode without = page.evaluate(DRUMS);
    double alone = cost.get(30, TimeUnit.SECONDS);
    try (FaceCrowd crowd = FaceCrowd.of(FACES, url);
        Late late = new Late(url)) {
      CompletableFuture<Double> more = new CompletableFuture<>();
      CompletableFuture<List<Long>> lateness = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            more.complete(coresWhileSpeaking());
            lateness.complete(late.joins(20));
          });
      JsonNode with = page.evaluate(DRUMS);
      double each = 100 * (more.get(30, TimeUnit.SECONDS) - alone) / FACES;
      List<Long> late20 = lateness.get(30, TimeUnit.SECONDS);
      System.out.printf(
          "%s, %s: alone %s; with %d faces %s; %.3f %% of a core a face; late joiners behind by"
              + " frames %s%n",
          look, link, summary(without), FACES, summary(with), each, late20);
      assertThat(crowd.isThere()).isTrue();
      assertThat(with.path("call").asBoolean()).isEqualTo(link.equals("webrtc"));
      assertThat(with.path("heard").asInt()).isGreaterThan(ScriptedVoice.BEATS);
      found.assertThat(with.path("gaps").asInt()).as("holes in the sound").isZero();
      found
          .assertThat(percentile(without, 0.95))
          .as("skew of %s over %s, alone", look, link)
          .isLessThanOrEqualTo(SKEW_MILLIS);
      found
          .assertThat(percentile(with, 0.95))
          .as("skew of %s over %s", look, link)
          .isLessThanOrEqualTo(SKEW_MILLIS);
      found.assertThat(each).isLessThanOrEqualTo(0.3);
      found.assertThat(Collections.max(late20)).isLessThanOrEqualTo(1);
    }
  }

  private Chromium browser(Path program, String link, String look) throws Exception {
    Chromium page =
        Chromium.start(
            program, folder.resolve("no.wav"), Files.createDirectory(folder.resolve(link + look)));
    page.size(390, 844);
    page.first("localStorage.setItem('creature.look', '" + look + "')");
    return page;
  }

  private static double percentile(JsonNode drums, double part) {
    List<Double> sorted = new ArrayList<>();
    drums.path("skews").forEach(skew -> sorted.add(Math.abs(skew.asDouble())));
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1));
  }

  private static String summary(JsonNode drums) {
    List<Double> sorted = new ArrayList<>();
    drums.path("skews").forEach(skew -> sorted.add(skew.asDouble()));
    Collections.sort(sorted);
    return "|skew| p50 %.0f, p95 %.0f ms, from %.0f to %.0f, middle %.0f, n %d, %.0f pictures a second, output latency %s, gaps %s, delay %s"
        .formatted(
            percentile(drums, 0.5),
            percentile(drums, 0.95),
            sorted.getFirst(),
            sorted.getLast(),
            sorted.get(sorted.size() / 2),
            sorted.size(),
            drums.path("fps").asDouble(),
            drums.path("latency"),
            drums.path("gaps"),
            drums.path("delay"));
  }

  /** Processor time of this process in cores, from two seconds on. */
  private static double coresWhileSpeaking() {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    sleep(2);
    long began = machine.getProcessCpuTime();
    long at = System.nanoTime();
    sleep(WATCHED_SECONDS);
    return (machine.getProcessCpuTime() - began) / (double) (System.nanoTime() - at);
  }

  private static void sleep(int seconds) {
    try {
      if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A face that was there all the time, and others that come late. */
  private static final class Late implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final AtomicReference<Long> newest = new AtomicReference<>(0L);

    Late(String url) throws Exception {
      this.url = URI.create(url.replaceFirst("^http", "ws") + "/v1/face");
      client
          .newWebSocketBuilder()
          .buildAsync(this.url, new First(sequence -> newest.set(sequence)))
          .get(10, TimeUnit.SECONDS);
    }

    /** How many frames behind the newest the first one is that each of them gets. */
    List<Long> joins(int times) {
      List<Long> behind = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        CompletableFuture<Long> first = new CompletableFuture<>();
        CompletableFuture<Long> known = new CompletableFuture<>();
        WebSocket socket =
            client
                .newWebSocketBuilder()
                .buildAsync(
                    url,
                    new First(sequence -> {
                      if (known.complete(newest.get())) {
                        first.complete(sequence);
                      }
                    }))
                .join();
        behind.add(Math.max(0, known.join() - first.join()));
        socket.abort();
      }
      return behind;
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  private record First(java.util.function.Consumer<Long> told) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      try {
        told.accept(MAPPER.readTree(data.toString()).path("seq").asLong());
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
