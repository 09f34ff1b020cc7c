package dev.creature.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.creature.CreatureCommand;
import dev.creature.actors.talk.Exchange;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import java.io.NotSerializableException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossingSerializerTest {
  private static final PhysicalTask CUP =
      new PhysicalTask(
          "bring",
          Optional.of("blue cup"),
          Optional.of("me"),
          Optional.empty(),
          new TreeMap<>(Map.of("count", "2")));
  private static final TaskStatus STATUS =
      new TaskStatus(
          new TaskId("c1.2"),
          CUP,
          Reversibility.COSTLY,
          TaskState.RUNNING,
          "going to the kitchen",
          0.25,
          "c1",
          1_000,
          2_000,
          false);

  private final ActorTestKit kit = ActorTestKit.create();
  private final CrossingSerializer serializer =
      new CrossingSerializer((ExtendedActorSystem) Adapter.toClassic(kit.system()));

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  /** One of each kind, by a name that stays. */
  private static Map<String, Object> messages() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("known", new TaskCommand.Known(STATUS));
    all.put("tasks", new TaskCommand.Tasks(List.of(STATUS)));
    all.put("refused", new TaskCommand.Refused(new TaskId("a"), "no"));
    all.put("claim", new TaskCommand.OutcomeClaim(new TaskId("a"), true));
    all.put("cancel-all", new BodyMessage.ToBoard(new TaskCommand.CancelAll("stop")));
    all.put("told", new BodyMessage.ToBoard(new TaskCommand.Told(new TaskId("a"))));
    all.put("release", new BodyMessage.ToBody(BodyCommand.Release.INSTANCE));
    all.put("cancel", new BodyMessage.ToBody(new BodyCommand.Cancel(new TaskId("a"))));
    all.put("progressed", new BodyEvent.Progressed(new TaskId("a"), 0.5, "on the way"));
    all.put("done", new BodyEvent.Done(new TaskId("a"), "it is done"));
    all.put(
        "remember",
        new CreatureCommand.Remember("c1", new Exchange(3, "hello", "hi there", true), 77));
    all.put("feel", new CreatureCommand.Feel(0.5, -0.25));
    all.put(
        "creature",
        new CreatureCommand.Known(
            "creature", List.of(new Exchange(1, "a", "b", false)), List.of("t"), 0.1, 0.2));
    return all;
  }

  @Test
  void readsWhatItWrote() {
    messages().forEach((name, message) -> assertThat(back(message)).as(name).isEqualTo(message));
  }

  @Test
  void carriesAWayBack() {
    var probe = kit.<TaskCommand.Reply>createTestProbe();
    TaskRequest request =
        new TaskRequest(
            new TaskId("a"),
            CUP,
            Reversibility.COSTLY,
            Clearance.ALLOWED,
            "",
            "c1",
            Optional.of(new TaskId("b")));
    Object read = back(new BodyMessage.ToBoard(new TaskCommand.Request(request, probe.ref())));
    assertThat(read)
        .isInstanceOfSatisfying(
            BodyMessage.ToBoard.class,
            message -> {
              TaskCommand.Request taken = (TaskCommand.Request) message.command();
              assertThat(taken.request()).isEqualTo(request);
              taken.replyTo().tell(new TaskCommand.Unknown(new TaskId("a")));
            });
    probe.expectMessage(new TaskCommand.Unknown(new TaskId("a")));
  }

  @Test
  void readsTheBytesOfTheFirstVersion() throws Exception {
    Properties kept = new Properties();
    try (var in =
        Objects.requireNonNull(
            CrossingSerializerTest.class.getResourceAsStream("crossing-1.txt"))) {
      kept.load(in);
    }
    Map<String, Object> messages = messages();
    assertThat(kept.stringPropertyNames()).isEqualTo(messages.keySet());
    for (String name : kept.stringPropertyNames()) {
      byte[] bytes = HexFormat.of().parseHex(kept.getProperty(name));
      assertThat(serializer.fromBinary(bytes, "1")).as(name).isEqualTo(messages.get(name));
    }
  }

  @Test
  void refusesWhatIsCutOffOrUnknown() {
    byte[] whole = serializer.toBinary(new TaskCommand.Known(STATUS));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> serializer.fromBinary(cut, "1"))
          .as("%s bytes", length)
          .isInstanceOf(NotSerializableException.class);
    }
    assertThatThrownBy(() -> serializer.fromBinary(whole, "2"))
        .isInstanceOf(NotSerializableException.class);
    assertThatThrownBy(() -> serializer.toBinary(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Object back(Object message) {
    try {
      return serializer.fromBinary(serializer.toBinary(message), "1");
    } catch (NotSerializableException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes the bytes of this version on standard output, for a new version's test data. */
  public static void main(String[] arguments) {
    ActorTestKit kit = ActorTestKit.create();
    CrossingSerializer serializer =
        new CrossingSerializer((ExtendedActorSystem) Adapter.toClassic(kit.system()));
    messages()
        .forEach((name, message) ->
            System.out.println(
                name + "=" + HexFormat.of().formatHex(serializer.toBinary(message))));
    kit.shutdownTestKit();
  }
}
