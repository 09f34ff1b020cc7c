package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.stream.Materializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients on bare TCP, who leave when they like: none keeps a place. */
class SocketPlacesTest {
  private static final LocalNames NAMES =
      new LocalNames(List.of("localhost"), List.of("127.0.0.1"));
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorTestKit kit = ActorTestKit.create();
  private final TestProbe<LinkCommand> links = kit.createTestProbe();
  private final TestProbe<LinkInput> conversation = kit.createTestProbe();
  private FaceHub faces;
  private EventHub events;
  private WebServer server;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    faces = new FaceHub(Materializer.createMaterializer(kit.system()));
    events = new EventHub();
    server =
        WebServer.start(
            kit.system(),
            new WebServer.Listen("127.0.0.1", 0, 0),
            ServerIdentity.in(folder, InstantSource.system(), () -> NAMES),
            () -> NAMES,
            new PairingCodes(InstantSource.system(), new SecureRandom()),
            new Devices(folder.resolve("devices.json"), InstantSource.system(), new SecureRandom()),
            new Parts(
                links.ref(),
                faces,
                kit.<FaceCommand>createTestProbe().ref(),
                events,
                Readiness.READY,
                Optional::empty,
                () -> ""));
  }

  @AfterEach
  void stop() {
    server.stop().toCompletableFuture().join();
    kit.shutdownTestKit();
  }

  private Socket asking(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort());
    socket
        .getOutputStream()
        .write(
            ("GET "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Not by a farewell of TCP, but at once, as a process that is killed. */
  private static void vanish(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private LinkCommand.Open asked() {
    return links.expectMessageClass(LinkCommand.Open.class, PATIENCE);
  }

  private void assertNobodyIsThere() {
    links.awaitAssert(
        PATIENCE,
        () -> {
          for (LinkKind kind : LinkKind.values()) {
            assertThat(server.attached(kind)).as(kind.label()).isZero();
          }
          assertThat(faces.attached()).isZero();
          return null;
        });
  }

  @Test
  void freesThePlaceOfAPhoneThatLeavesBeforeItsLinkIsOpen() throws Exception {
    for (boolean abruptly : new boolean[] {true, false}) {
      Socket phone = asking("/v1/audio");
      LinkCommand.Open open = asked();
      if (abruptly) {
        vanish(phone);
      } else {
        phone.close();
      }
      assertNobodyIsThere();
      open.replyTo().tell(new LinkCommand.Opened(conversation.ref()));
      // The conversation was opened for it, and has to know that nobody is there.
      conversation.expectMessage(PATIENCE, new LinkInput.Left(open.listener()));
      assertNobodyIsThere();
    }
  }

  @Test
  void freesThePlaceOfAPhoneThatWasThere() throws Exception {
    Socket phone = asking("/v1/audio");
    LinkCommand.Open open = asked();
    open.replyTo().tell(new LinkCommand.Opened(conversation.ref()));
    open.listener().text("{\"type\":\"session\"}");
    assertThat(phone.getInputStream().readNBytes(12)).hasSize(12);
    links.awaitAssert(
        PATIENCE,
        () -> {
          assertThat(server.attached(LinkKind.AUDIO)).isEqualTo(1);
          return null;
        });
    vanish(phone);
    conversation.expectMessage(PATIENCE, new LinkInput.Left(open.listener()));
    assertNobodyIsThere();
  }

  @Test
  void keepsNoPlaceForFacesAndConsolesThatLeaveAtOnce() throws Exception {
    for (int i = 0; i < 200; i++) {
      vanish(asking(i % 2 == 0 ? "/v1/face" : "/v1/events"));
    }
    // All of them were looked at: this one came last.
    Socket last = asking("/v1/face");
    assertThat(last.getInputStream().readNBytes(12)).hasSize(12);
    vanish(last);
    assertNobodyIsThere();
  }
}
