package dev.creature.facebridge.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.facebridge.face.FaceHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.ws.BinaryMessage;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent to a socket: it answers or closes, and nobody else notices. */
class MalformedFramesTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Materializer MATERIALIZER = Materializer.createMaterializer(KIT.system());
  private static final int MESSAGES = 100_000;
  private static final List<String> NEARLY =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "{\"type\":7}",
          "{\"type\":\"say\"}",
          "{\"type\":\"say\",\"text\":\"\"}",
          "{\"type\":\"say\",\"text\":[1]}",
          "{\"type\":\"played\",\"t\":\"now\"}",
          "{\"type\":\"played\",\"t\":-4}",
          "{\"gaze\":{\"x\":9,\"y\":0,\"confidence\":1}}",
          "{\"gaze\":{\"x\":\"a\"}}",
          "{\"gaze\":[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]}",
          "\u0000\uffff");

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private final SplittableRandom random = new SplittableRandom(6);

  private Message garbage() {
    int kind = random.nextInt(6);
    byte[] bytes = new byte[random.nextInt(1, kind == 0 ? 9_000 : 40)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return switch (kind) {
      case 0, 1 -> BinaryMessage.create(ByteString.fromArray(bytes));
      case 2 ->
          BinaryMessage.create(
              Source.from(List.of(ByteString.fromArray(bytes), ByteString.fromArray(bytes))));
      case 3 -> TextMessage.create(ByteString.fromArray(bytes).decodeString("ISO-8859-1"));
      default -> TextMessage.create(NEARLY.get(random.nextInt(NEARLY.size())));
    };
  }

  private static List<Message> run(Flow<Message, Message, NotUsed> socket, List<Message> sent)
      throws Exception {
    return Source.from(sent)
        .concatLazy(Source.maybe())
        .via(socket)
        .runWith(Sink.seq(), MATERIALIZER)
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  @Test
  void theAudioSocketOutlivesAHundredThousandOfThem() throws Exception {
    AtomicLong samples = new AtomicLong();
    ActorRef<LinkInput> conversation =
        KIT.spawn(
            Behaviors.receiveMessage(input -> {
              if (input instanceof LinkInput.Sound(short[] sound)) {
                samples.addAndGet(sound.length);
              }
              return Behaviors.same();
            }));
    ActorRef<LinkCommand> links =
        KIT.spawn(
            Behaviors.receiveMessage(command -> {
              if (command instanceof LinkCommand.Open open) {
                open.replyTo().tell(new LinkCommand.Opened(conversation));
              }
              return Behaviors.same();
            }));
    AudioSocket sockets = new AudioSocket(links, KIT.scheduler(), MATERIALIZER);
    int sent = 0;
    int closed = 0;
    while (sent < MESSAGES) {
      List<Message> messages = new ArrayList<>();
      for (int i = 0; i < 250; i++) {
        messages.add(garbage());
      }
      sent += messages.size();
      List<Message> answers =
          run(
              sockets
                  .open(Optional.empty(), 0, false)
                  .toCompletableFuture()
                  .get(5, TimeUnit.SECONDS)
                  .flow(),
              messages);
      assertThat(answers).isNotEmpty();
      assertThat(answers.getLast().asTextMessage().getStrictText())
          .startsWith("{\"type\":\"error\"");
      closed++;
    }
    assertThat(closed).isEqualTo(MESSAGES / 250);
    // Nobody else noticed: another link's sound still arrives, whole.
    long before = samples.get();
    var probe = KIT.<Long>createTestProbe();
    Source.from(List.<Message>of(BinaryMessage.create(ByteString.fromArray(new byte[640]))))
        .via(
            sockets
                .open(Optional.empty(), 0, false)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .flow())
        .runWith(Sink.ignore(), MATERIALIZER)
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
    probe.awaitAssert(
        Duration.ofSeconds(5),
        () -> {
          assertThat(samples.get()).isEqualTo(before + 320);
          return null;
        });
  }

  @Test
  void theFaceSocketOutlivesAHundredThousandOfThem() throws Exception {
    FaceHub hub = new FaceHub(MATERIALIZER);
    hub.publish(frame(1));
    var other =
        Source.<Message>maybe()
            .via(hub.attach(_ -> {}).flow())
            .toMat(Sink.queue(), Keep.right())
            .run(MATERIALIZER);
    assertThat(text(other.pull())).contains("\"seq\":1");
    List<FaceCommand.Seen> seen = new ArrayList<>();
    for (int sent = 0; sent < MESSAGES; sent += 500) {
      List<Message> messages = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        messages.add(garbage());
      }
      run(hub.attach(seen::add).flow(), messages);
    }
    assertThat(seen).isEmpty();
    hub.publish(frame(2));
    assertThat(text(other.pull())).contains("\"seq\":2");
    assertThat(hub.attached()).isEqualTo(1);
  }

  private static String text(CompletionStage<Optional<Message>> pulled) throws Exception {
    return pulled
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS)
        .orElseThrow()
        .asTextMessage()
        .getStrictText();
  }

  private static FaceFrame frame(long sequence) {
    return new FaceFrame(
        sequence, 0, "", "neutral", 0, false, 0, 0, "sil", FaceFrame.Gaze.AHEAD, 0, 0);
  }
}
