package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import dev.creature.deploy.telemetry.KeptLog;
import dev.creature.deploy.telemetry.TelemetrySettings;
import dev.creature.facebridge.server.WebServer;
import dev.creature.facebridge.webrtc.RelayService;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole node, looked at over HTTP while somebody talks with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SeenNodeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOKEN = "scrape-token-of-a-test";
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";

  @TempDir private static Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final KeptLog log = new KeptLog();
  private final InferencePool pool = new InferencePool(1);
  private Optional<Node> node = Optional.empty();

  /** A voice for which typed words count as spoken ones. */
  private static final class HeardVoice extends OverheardVoice {
    @Override
    BiConsumer<EngineCommand, ActorRef<EngineEvent>> ear() {
      AtomicLong now = new AtomicLong();
      return (command, events) -> {
        if (command instanceof EngineCommand.Hear(var block)) {
          now.set(block.endMillis());
        }
        if (command instanceof EngineCommand.Read) {
          long end = Math.max(0, now.get() - 300);
          events.tell(
              new EngineEvent.Noticed(new ConversationEvent.UserSpeechStarted(end / 2, end)));
          events.tell(
              new EngineEvent.Noticed(new ConversationEvent.UserSpeechEnded(end, end + 160)));
        }
      };
    }
  }

  @BeforeAll
  void holdAConversation() throws Exception {
    Node started =
        Node.start(
            new WebServer.Listen("127.0.0.1", 0, 0),
            DataFolder.open(folder),
            List.of(),
            new NodePlan(
                JournalSettings.FILE,
                Optional.empty(),
                Optional.empty(),
                new TelemetrySettings(new Secret(TOKEN), ""),
                RelayService.NONE));
    node = Optional.of(started);
    assertThat(started.embody(DataFolder.open(folder), DeedParts.simulated(1), true)).isNotNull();
    started.watch(pool);
    started.speakWith(new HeardVoice());
    try (Phone phone = new Phone(started.localUrl())) {
      phone.say("my name is Wilhelmina");
      phone.await("reply.audio.ended", "Wilhelmina", 0, PATIENCE);
      phone.say("go to the kitchen");
      phone.await("task", "running", 0, PATIENCE);
      assertThat(post("/v1/stop").statusCode()).isEqualTo(200);
      phone.await("task", "cancelled", 0, PATIENCE);
    }
  }

  @AfterAll
  void stop() {
    node.ifPresent(Node::close);
    pool.close();
    log.close();
    client.shutdownNow();
  }

  private URI at(String path) {
    return URI.create(node.orElseThrow().localUrl() + path);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String metricsWhen(Predicate<String> wanted) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String text = get("/metrics").body();
    while (!wanted.test(text) && System.nanoTime() < until) {
      text = get("/metrics").body();
    }
    return text;
  }

  private static double value(String text, String series) {
    return text.lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + series + " in\n" + text));
  }

  @Test
  void showsTurnsStagesTasksAndTheStop() throws Exception {
    String text = metricsWhen(it -> value(it, "creature_stop_seconds_count") > 0);
    assertThat(value(text, "creature_turns_total{outcome=\"settled\"}")).isGreaterThanOrEqualTo(2);
    assertThat(value(text, "creature_voice_to_voice_seconds_count")).isGreaterThanOrEqualTo(2);
    assertThat(value(text, "creature_voice_to_voice_seconds_sum")).isGreaterThan(0.5);
    for (String stage : List.of("ear", "turn", "brain", "mouth", "playout")) {
      assertThat(value(text, "creature_turn_stage_seconds_count{stage=\"" + stage + "\"}"))
          .isGreaterThanOrEqualTo(2);
    }
    assertThat(value(text, "creature_tasks_ended_total{state=\"cancelled\"}")).isEqualTo(1);
    assertThat(value(text, "creature_tasks_open{state=\"running\"}")).isZero();
    assertThat(value(text, "creature_stop_seconds_count")).isEqualTo(1);
    assertThat(value(text, "creature_stop_seconds_sum")).isBetween(0.0, 10.0);
    assertThat(value(text, "creature_ready")).isEqualTo(1);
  }

  @Test
  void showsTheRoomThatIsLeft() throws Exception {
    String series = "creature_links{kind=\"audio\"}";
    // Of the phone that was closed before nothing is left.
    assertThat(value(metricsWhen(it -> value(it, series) == 0), series)).isZero();
    try (Phone phone = new Phone(node.orElseThrow().localUrl())) {
      phone.await("session", "", 0, PATIENCE);
      String text = metricsWhen(it -> value(it, series) > 0);
      assertThat(value(text, series)).isEqualTo(1);
      assertThat(value(text, "creature_conversations")).isGreaterThanOrEqualTo(1);
      int most = Admission.forThisMachine().most();
      assertThat(value(text, "creature_conversation_slots_free")).isBetween(0.0, most - 1.0);
    }
    assertThat(value(metricsWhen(it -> value(it, series) == 0), series)).isZero();
  }

  @Test
  void isInAFormThatPrometheusReads() throws Exception {
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    assertThat(answer.body().lines())
        .allMatch(line ->
            line.matches("# (HELP|TYPE) " + NAME + " .+")
                || line.matches(NAME + "(\\{[^}]*\\})? [-+0-9.eEINaf]+"));
  }

  @Test
  void letsOnlyThisMachineAndTheTokenReadTheMetrics() throws Exception {
    String[] elsewhere = {"X-Forwarded-For", "10.1.2.3"};
    assertThat(get("/metrics", elsewhere).statusCode()).isEqualTo(401);
    String[] wrong = {"X-Forwarded-For", "10.1.2.3", "Authorization", "Bearer " + TOKEN + "x"};
    assertThat(get("/metrics", wrong).statusCode()).isEqualTo(401);
    String[] right = {"X-Forwarded-For", "10.1.2.3", "Authorization", "Bearer " + TOKEN};
    assertThat(get("/metrics", right).statusCode()).isEqualTo(200);
    // And nothing else.
    assertThat(get("/v1/tasks", right).statusCode()).isEqualTo(401);
    assertThat(get("/v1/devices", right).statusCode()).isEqualTo(401);
  }

  @Test
  void logsNoWordThatWasSaidAndNoSecret() {
    assertThat(log.text())
        .contains("\"turn.committed\"")
        .doesNotContainIgnoringCase("Wilhelmina")
        .doesNotContainIgnoringCase("kitchen")
        .doesNotContain(TOKEN);
  }

  @Test
  void exportsEveryMetricThatDashboardsAndAlertsAskFor() throws Exception {
    Set<String> exported = new TreeSet<>();
    get("/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .forEach(exported::add);
    Path deploy = Path.of(System.getProperty("creature.repository", "..")).resolve("deploy");
    List<Path> files = new ArrayList<>();
    for (String place : List.of("grafana", "prometheus", "helm")) {
      try (var found = Files.walk(deploy.resolve(place))) {
        found.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    assertThat(files).isNotEmpty();
    Pattern metric = Pattern.compile("\\b(creature|jvm|process|system)_[a-z][a-z0-9_]*[a-z0-9]");
    for (Path file : files) {
      Matcher names = metric.matcher(Files.readString(file));
      Set<String> unknown = new TreeSet<>();
      while (names.find()) {
        if (!exported.contains(names.group()) && !names.group().startsWith("creature_slots_")) {
          unknown.add(names.group());
        }
      }
      assertThat(unknown).as(file.toString()).isEmpty();
    }
  }
}
