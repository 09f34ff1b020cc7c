package dev.creature.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.Sampling;
import dev.creature.models.language.endpoint.FallbackEvent;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A configured endpoint that is a real server, in a process of its own. */
@Timeout(120)
class EndpointServerIT {
  /** What the endpoint has to say, letter by letter, so that it is known who has answered. */
  private static final String WHOLE = "Endpoint" + " la".repeat(60);

  @TempDir private Path folder;
  private final BlockingQueue<FallbackEvent> events = new LinkedBlockingQueue<>();
  private final CopyOnWriteArrayList<String> pieces = new CopyOnWriteArrayList<>();
  private InferenceRuntime runtime;
  private LanguageModel model;
  private int port;

  @BeforeEach
  void configure() throws Exception {
    LlamaServer.assumeInstalled();
    port = LlamaServer.freePort();
    Path file =
        Files.writeString(
            folder.resolve("creature.conf"),
            """
            creature.brain {
              model = endpoint
              endpoint {
                url = "http://127.0.0.1:%d", model = small, retries = 1
                first-token-timeout = 4 s, between-tokens-timeout = 20 s
                extra-fields { grammar = "root ::= \\"Endpoint\\" \\" la\\"{60}" }
              }
              fallback {
                first-token-budget = 20 s, failures-to-open = 1, pause = 1 ms, longest-pause = 1 ms
              }
            }
            """
                .formatted(port));
    CreatureSettings settings = new ConfigurationFile(Map.of(), folder).read(Optional.of(file));
    runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    model = BrainModel.open(settings.brain(), runtime, ModelFolder.ofUser(), events::add);
  }

  @AfterEach
  void close() {
    if (model != null) {
      model.close();
    }
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void aReplyStreamsFromTheServer() throws Exception {
    try (LlamaServer _ = LlamaServer.start(port)) {
      assertThat(reply()).isEqualTo(WHOLE);
      assertThat(pieces).hasSizeGreaterThan(20);
      assertThat(events).isEmpty();
    }
  }

  @Test
  void aServerKilledWithinAReplyEndsItShortAndTheEmbeddedModelGoesOn() throws Exception {
    try (LlamaServer server = LlamaServer.start(port)) {
      AtomicBoolean killed = new AtomicBoolean();
      StringBuilder said = new StringBuilder();
      Generation reply =
          model.generate(
              request(),
              text -> {
                said.append(text);
                if (killed.compareAndSet(false, true)) {
                  server.kill();
                }
              });
      assertThat(ending(reply)).isEqualTo(Generation.Ending.LENGTH);
      assertThat(WHOLE).startsWith(said.toString()).hasSizeGreaterThan(said.length());
      assertThat(event()).isInstanceOf(FallbackEvent.BrokeOff.class);
      assertThat(reply()).isNotBlank().doesNotStartWith("Endpoint");
    }
  }

  @Test
  void aServerThatStartsLateIsUsedFromThenOn() throws Exception {
    assertThat(reply()).isNotBlank().doesNotStartWith("Endpoint");
    assertThat(event())
        .isInstanceOfSatisfying(
            FallbackEvent.FellBack.class,
            fellBack -> assertThat(fellBack.reason()).contains("cannot be reached"));
    try (LlamaServer _ = LlamaServer.start(port)) {
      talkUntilRecovered();
      assertThat(reply()).isEqualTo(WHOLE);
    }
  }

  @Test
  void aServerThatFreezesIsNotWaitedForAndIsUsedAgainWhenItThaws() throws Exception {
    try (LlamaServer server = LlamaServer.start(port)) {
      assertThat(reply()).isEqualTo(WHOLE);
      server.freeze();
      assertThat(reply()).isNotBlank().doesNotStartWith("Endpoint");
      assertThat(event())
          .isInstanceOfSatisfying(
              FallbackEvent.FellBack.class,
              fellBack ->
                  assertThat(fellBack.reason()).contains("has not begun to answer within 4000 ms"));
      server.thaw();
      talkUntilRecovered();
      assertThat(reply()).isEqualTo(WHOLE);
    }
  }

  /** Each reply of the embedded model is a chance to try the endpoint beside it. */
  private void talkUntilRecovered() throws Exception {
    while (!events.contains(new FallbackEvent.Recovered())) {
      assertThat(reply()).isNotBlank();
    }
  }

  private FallbackEvent event() throws InterruptedException {
    FallbackEvent event = events.poll(30, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  private String reply() throws Exception {
    pieces.clear();
    ending(model.generate(request(), pieces::add));
    return String.join("", pieces);
  }

  private static Generation.Ending ending(Generation reply) throws Exception {
    return reply.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static ChatRequest request() {
    return new ChatRequest(
        "test",
        List.of(ChatMessage.system("You are kind."), ChatMessage.user("Hello!")),
        new Sampling(0.7, 0.9, 40, 1.1, 250, 7));
  }
}
