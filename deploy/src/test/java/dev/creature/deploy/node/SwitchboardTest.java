package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.affect.Affect;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import dev.creature.deploy.telemetry.NodeWatch;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  private static final short[] PIECE = new short[320];
  private final ActorTestKit kit = ActorTestKit.create();
  private final TestProbe<FaceCommand> face = kit.createTestProbe();
  private final TestProbe<Affect.Command> affect = kit.createTestProbe();
  private final ActorRef<LinkCommand> links =
      kit.spawn(
          Switchboard.create(
              new Surroundings(
                  face.ref(), affect.ref(), _ -> {}, List.of(), "test", NodeWatch.NONE),
              System::nanoTime,
              new SecureRandom(),
              new Seats(new Admission(3, 3), new HeadroomGauge(4, () -> 0, () -> 0))));

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  /** Answers the first sound that it hears with two seconds of its own. */
  private static final class Parrot implements VoiceEngine {
    @Override
    public String name() {
      return "parrot";
    }

    @Override
    public Behavior<EngineCommand> converse(
        ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
      return Behaviors.setup(_ -> {
        short[] sound = new short[48_000];
        Arrays.fill(sound, (short) 4_000);
        boolean[] said = new boolean[1];
        return Behaviors.receiveMessage(command -> {
          if (command instanceof EngineCommand.Hear && !said[0]) {
            said[0] = true;
            events.tell(new EngineEvent.ReplySound(1, new SoundClip(sound, List.of(), List.of())));
            events.tell(new EngineEvent.ReplyComplete(1));
          }
          return Behaviors.same();
        });
      });
    }
  }

  private static final class Ear implements LinkListener {
    final BlockingQueue<Long> sounds = new LinkedBlockingQueue<>();
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

    @Override
    public void sound(long playoutMillis, short[] samples) {
      sounds.add(playoutMillis);
    }

    @Override
    public void cut(int turn, long atMillis) {}

    @Override
    public void text(String json) {
      texts.add(json);
    }

    @Override
    public void close(String reason) {
      closed.add(reason);
    }

    JsonNode session() throws Exception {
      while (true) {
        String text = texts.poll(5, TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        JsonNode node = new ObjectMapper().readTree(text);
        if (node.path("type").asText().equals("session")) {
          return node;
        }
      }
    }
  }

  private ActorRef<LinkInput> open(Ear ear, Optional<String> resume) {
    TestProbe<LinkCommand.Opened> opened = kit.createTestProbe();
    links.tell(new LinkCommand.Open(resume, ear, opened.ref()));
    return opened.receiveMessage().input();
  }

  @Test
  void letsAMicrophoneBeOpenBeforeTheModelsAreWarm() throws Exception {
    Ear ear = new Ear();
    ActorRef<LinkInput> link = open(ear, Optional.empty());
    link.tell(new LinkInput.Sound(PIECE));
    assertThat(ear.session().path("ready").asBoolean(true)).isFalse();
    links.tell(new Switchboard.EngineOpened(new Parrot()));
    assertThat(ear.texts.poll(5, TimeUnit.SECONDS)).contains("\"ready\"");
    link.tell(new LinkInput.Sound(PIECE));
    assertThat(ear.sounds.poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void goesOnWithTheConversationOfAListenerWhoComesBackAndSaysNothingTwice() throws Exception {
    links.tell(new Switchboard.EngineOpened(new Parrot()));
    Ear first = new Ear();
    ActorRef<LinkInput> link = open(first, Optional.empty());
    JsonNode session = first.session();
    link.tell(new LinkInput.Sound(PIECE));
    Long heard = first.sounds.poll(5, TimeUnit.SECONDS);
    assertThat(heard).isNotNull();
    link.tell(new LinkInput.Left(first));

    Ear second = new Ear();
    open(second, Optional.of(session.path("session").asText()));
    JsonNode resumed = second.session();
    assertThat(resumed.path("resumed").asBoolean()).isTrue();
    assertThat(resumed.path("conversation")).isEqualTo(session.path("conversation"));
    // The clock went on in silence by itself, and with it the reply.
    Long next = second.sounds.poll(5, TimeUnit.SECONDS);
    assertThat(next).isNotNull().isGreaterThan(heard);
    assertThat(first.sounds).doesNotContain(next);
  }

  @Test
  void givesTheSessionToWhoeverShowsItsKeyLast() throws Exception {
    Ear first = new Ear();
    open(first, Optional.empty());
    String key = first.session().path("session").asText();
    open(new Ear(), Optional.of(key));
    assertThat(first.closed.poll(5, TimeUnit.SECONDS)).contains("another device");
  }

  @Test
  void beginsAnewForAKeyThatNobodyKnows() throws Exception {
    Ear ear = new Ear();
    open(ear, Optional.of("guessed"));
    JsonNode session = ear.session();
    assertThat(session.path("resumed").asBoolean(true)).isFalse();
    assertThat(session.path("session").asText()).hasSize(22).isNotEqualTo("guessed");
  }

  @Test
  void saysGoodbyeToEverybody() throws Exception {
    Ear one = new Ear();
    Ear two = new Ear();
    open(one, Optional.empty());
    open(two, Optional.empty());
    links.tell(new Switchboard.Goodbye("good night"));
    assertThat(one.closed.poll(5, TimeUnit.SECONDS)).isEqualTo("good night");
    assertThat(two.closed.poll(5, TimeUnit.SECONDS)).isEqualTo("good night");
  }

  @Test
  void noticesWhoComesButNotWhoComesBack() throws Exception {
    Ear ear = new Ear();
    open(ear, Optional.empty());
    affect.expectMessage(new Affect.Notice("arrival"));
    open(new Ear(), Optional.of(ear.session().path("session").asText()));
    affect.expectNoMessage();
  }

  @Test
  void asksToWaitWithTypedWordsUntilItIsAwake() throws Exception {
    Ear ear = new Ear();
    ActorRef<LinkInput> link = open(ear, Optional.empty());
    ear.session();
    link.tell(new LinkInput.Say("hello"));
    assertThat(ear.texts.poll(5, TimeUnit.SECONDS)).contains("not-ready");
  }

  @Test
  void refusesWhoIsTooManyWithTheReasonAndDisturbsNobodyElse() throws Exception {
    Ear first = new Ear();
    open(first, Optional.empty());
    open(new Ear(), Optional.empty());
    open(new Ear(), Optional.empty());
    String key = first.session().path("session").asText();
    Ear fourth = new Ear();

    open(fourth, Optional.empty());

    assertThat(fourth.closed.poll(5, TimeUnit.SECONDS))
        .contains("as many as this machine can serve");
    assertThat(first.closed).isEmpty();
    // Who is there already may come back at any time.
    Ear again = new Ear();
    open(again, Optional.of(key));
    assertThat(again.session().path("resumed").asBoolean()).isTrue();
  }

  @Test
  void forgetsThoseWhoLeftWhenOthersWantToTalk() throws Exception {
    Ear gone = new Ear();
    ActorRef<LinkInput> link = open(gone, Optional.empty());
    String key = gone.session().path("session").asText();
    open(new Ear(), Optional.empty());
    open(new Ear(), Optional.empty());
    link.tell(new LinkInput.Left(gone));
    Ear refused = new Ear();
    open(refused, Optional.empty());
    assertThat(refused.closed.poll(5, TimeUnit.SECONDS)).isNotNull();
    kit.createTestProbe().expectTerminated(link);

    Ear welcome = new Ear();
    open(welcome, Optional.of(key));

    assertThat(welcome.session().path("resumed").asBoolean(true)).isFalse();
  }

  @Test
  void leavesAtTheNextPauseWhenTheNodeIsToGoDown() throws Exception {
    links.tell(new Switchboard.EngineOpened(new Parrot()));
    Ear ear = new Ear();
    ActorRef<LinkInput> link = open(ear, Optional.empty());
    link.tell(new LinkInput.Sound(PIECE));
    awaitText(ear, "reply.audio.started");
    CompletableFuture<Void> empty = new CompletableFuture<>();
    links.tell(new Switchboard.Drain("another goes on", empty));
    // Said to its end, and only then goodbye.
    awaitText(ear, "reply.audio.ended");
    assertThat(ear.closed.poll(5, TimeUnit.SECONDS)).isEqualTo("another goes on");
    empty.get(5, TimeUnit.SECONDS);
    Ear late = new Ear();
    open(late, Optional.empty());
    assertThat(late.closed.poll(5, TimeUnit.SECONDS)).isEqualTo("another goes on");
  }

  @Test
  void sendsAConversationOnWhileItIsWakingUpAmongOthers() throws Exception {
    links.tell(Switchboard.OneOfSeveral.INSTANCE);
    Ear ear = new Ear();
    open(ear, Optional.of("a-key-of-another-node"));
    assertThat(ear.closed.poll(5, TimeUnit.SECONDS)).contains("waking up");
    Ear first = new Ear();
    open(first, Optional.empty());
    assertThat(first.session().path("ready").asBoolean(true)).isFalse();
  }

  @Test
  void sendsAConversationThatBeginsToANodeWithMuchMoreRoomButNobodyWhoCannotGoThere()
      throws Exception {
    links.tell(new Switchboard.NodesChanged("{\"type\":\"nodes\"}", 40));
    TestProbe<LinkCommand.Opened> opened = kit.createTestProbe();
    Ear roams = new Ear();
    links.tell(new LinkCommand.Open(Optional.empty(), 0, true, roams, opened.ref()));
    assertThat(roams.closed.poll(5, TimeUnit.SECONDS)).contains("more room");
    // It was told where.
    assertThat(roams.texts.poll(5, TimeUnit.SECONDS)).contains("nodes");
    Ear stays = new Ear();
    open(stays, Optional.empty());
    assertThat(stays.session().path("resumed").asBoolean(true)).isFalse();
    // Nobody is torn out of a conversation for it.
    Ear again = new Ear();
    links.tell(new LinkCommand.Open(Optional.of("a-key"), 0, true, again, opened.ref()));
    assertThat(again.session().path("session").asText()).isNotEmpty();
  }

  private static void awaitText(Ear ear, String type) throws InterruptedException {
    String text = "";
    while (!text.contains("\"" + type + "\"")) {
      text = String.valueOf(ear.texts.poll(5, TimeUnit.SECONDS));
      assertThat(text).isNotEqualTo("null");
    }
  }
}
