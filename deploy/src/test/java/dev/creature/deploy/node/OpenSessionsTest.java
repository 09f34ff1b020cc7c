package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
  private final ActorTestKit kit = ActorTestKit.create();
  private final TestProbe<LinkInput> session = kit.createTestProbe();
  private final TestProbe<LinkCommand> switchboard = kit.createTestProbe();
  private final TestProbe<LinkCommand.Opened> opened = kit.createTestProbe();
  private final OpenSessions sessions = new OpenSessions();

  private static final class Deaf implements LinkListener {
    @Override
    public void sound(long playoutMillis, short[] samples) {}

    @Override
    public void cut(int turn, long atMillis) {}

    @Override
    public void text(String json) {}

    @Override
    public void close(String reason) {}
  }

  @BeforeEach
  void open() {
    sessions.add("key", new ConversationId("c1"), session.ref());
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void namesThoseWhoWereOnTheWayToASessionThatEnded() {
    LinkCommand.Open late = listener();
    sessions.attach("key", late, true, switchboard.ref());
    session.expectMessage(new SessionInput.Attach(late, true, switchboard.ref()));

    assertThat(sessions.ended("key")).containsExactly(late);
    assertThat(sessions.has("key")).isFalse();
  }

  @Test
  void forgetsThoseWhoArrived() {
    LinkCommand.Open early = listener();
    sessions.attach("key", early, true, switchboard.ref());
    sessions.attached("key", early);

    assertThat(sessions.ended("key")).isEmpty();
    assertThat(sessions.count()).isZero();
  }

  private LinkCommand.Open listener() {
    return new LinkCommand.Open(Optional.of("key"), 0, false, new Deaf(), opened.ref());
  }
}
