package dev.creature.facebridge.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceHubTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Materializer MATERIALIZER = Materializer.createMaterializer(KIT.system());
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final FaceHub hub = new FaceHub(MATERIALIZER);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private SinkQueueWithCancel<Message> attach() {
    return Source.<Message>maybe()
        .via(hub.attach(_ -> {}).flow())
        .toMat(Sink.<Message>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.right())
        .run(MATERIALIZER);
  }

  private static JsonNode read(CompletionStage<Optional<Message>> pulled) throws Exception {
    return MAPPER.readTree(
        pulled
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS)
            .orElseThrow()
            .asTextMessage()
            .getStrictText());
  }

  private static FaceFrame frame(long sequence) {
    return new FaceFrame(
        sequence,
        sequence * 40,
        "c1",
        "joy",
        0.5,
        true,
        0.61234,
        -0.25,
        "aa",
        new FaceFrame.Gaze(0.1, -1),
        0,
        1);
  }

  @Test
  void writesAFrameAsSpecified() throws Exception {
    assertThat(MAPPER.readTree(FaceJson.of(frame(3))))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"v":1,"seq":3,"t":120,"emotion":"joy","mouth":0.5,"speaking":true,
                 "valence":0.612,"arousal":-0.25,"viseme":"aa","gaze":{"x":0.1,"y":-1},
                 "blink":0,"nod":1,"conversation":"c1"}
                """));
  }

  @Test
  void beginsWithASnapshotForWhoComesLate() throws Exception {
    hub.publish(frame(1));
    hub.publish(frame(2));
    assertThat(read(attach().pull()).path("seq").asInt()).isEqualTo(2);
  }

  @Test
  void isNotSlowedByAFaceThatStallsWhichThenSeesTheLatest() throws Exception {
    List<SinkQueueWithCancel<Message>> faces = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      faces.add(attach());
    }
    SinkQueueWithCancel<Message> stalled = attach();
    for (int sequence = 1; sequence <= 200; sequence++) {
      List<CompletionStage<Optional<Message>>> pulls =
          faces.stream().map(SinkQueueWithCancel::pull).toList();
      hub.publish(frame(sequence));
      for (CompletionStage<Optional<Message>> pull : pulls) {
        assertThat(read(pull).path("seq").asInt()).isEqualTo(sequence);
      }
    }
    int last = 0;
    // What was on its way when it stalled, then the newest; never the two hundred between.
    for (int i = 0; i < 5 && last < 200; i++) {
      last = read(stalled.pull()).path("seq").asInt();
    }
    assertThat(last).isEqualTo(200);
  }

  private List<FaceCommand.Seen> seenOf(String... texts) throws Exception {
    List<FaceCommand.Seen> seen = new ArrayList<>();
    Source.<Message>from(Arrays.stream(texts).<Message>map(TextMessage::create).toList())
        .via(hub.attach(seen::add).flow())
        .runWith(Sink.ignore(), MATERIALIZER)
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
    return seen;
  }

  @Test
  void passesOnWhatACameraSees() throws Exception {
    assertThat(
            seenOf(
                "{\"gaze\":{\"x\":0.5,\"y\":-0.25,\"confidence\":0.9}}",
                "{\"v\":1,\"gaze\":{\"x\":1,\"y\":0,\"confidence\":1,\"size\":0.3,\"facing\":0.8},"
                    + "\"conversation\":\"c1\"}"))
        .containsExactly(
            new FaceCommand.Seen(1, new FaceFrame.Gaze(0.5, -0.25), 0.9, 0, 0, ""),
            new FaceCommand.Seen(1, new FaceFrame.Gaze(1, 0), 1, 0.3, 0.8, "c1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"gaze\":{\"x\":5,\"y\":0,\"confidence\":1}}",
        "{\"gaze\":{\"x\":\"0\",\"y\":0,\"confidence\":1}}",
        "{\"gaze\":{\"x\":0,\"y\":0,\"confidence\":1,\"size\":2}}",
        "{\"gaze\":{\"x\":0,\"y\":0,\"confidence\":1,\"facing\":null}}",
        "{\"v\":2,\"gaze\":{\"x\":0,\"y\":0,\"confidence\":1}}",
        "{\"gaze\":{\"x\":0,\"y\":0,\"confidence\":1},\"conversation\":7}",
        "{\"gaze\":{\"x\":0,\"y\":0,\"confidence\":1},\"conversation\":\"<b>\"}",
        "{\"picture\":\"aGVsbG8=\"}"
      })
  void answersAnythingElseWithAnError(String text) throws Exception {
    List<FaceCommand.Seen> seen = new ArrayList<>();
    var answer =
        Source.<Message>single(TextMessage.create(text))
            .concat(Source.maybe())
            .via(hub.attach(seen::add).flow())
            .runWith(Sink.head(), MATERIALIZER)
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
    assertThat(answer.asTextMessage().getStrictText()).contains("\"type\":\"error\"", "bad-gaze");
    assertThat(seen).isEmpty();
  }
}
