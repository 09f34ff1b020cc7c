package dev.creature.actors.task.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.creature.actors.Stored;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskState;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is in somebody's journal must be read by every later release. */
class StoredEventsTest {
  private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.load());
  private static final Serialization SERIALIZATION = SerializationExtension.get(KIT.system());

  private static final StoredRequest REQUEST =
      new StoredRequest(
          "t1",
          "bring",
          Optional.of("blue cup"),
          Optional.of("me"),
          Optional.empty(),
          Map.of("count", "1"),
          Reversibility.COSTLY,
          Clearance.ALLOWED,
          "",
          "talk-1",
          Optional.empty());

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void readsTheEventsOfVersionOne() throws NotSerializableException {
    String asked =
        """
        {"type":"asked","request":{"id":"t1","verb":"bring","object":"blue cup","target":"me",\
        "source":null,"arguments":{"count":"1"},"reversibility":"COSTLY","clearance":"ALLOWED",\
        "reason":"","origin":"talk-1","after":null},"atMillis":7}\
        """;
    assertThat(read(asked, TaskEvent.Asked.class)).isEqualTo(new TaskEvent.Asked(REQUEST, 7));
    assertThat(
            read(
                "{\"type\":\"ended\",\"state\":\"DONE\",\"words\":\"w\",\"atMillis\":9}",
                TaskEvent.Ended.class))
        .isEqualTo(new TaskEvent.Ended(TaskState.DONE, "w", 9));
    assertThat(
            read(
                "{\"type\":\"cancel-asked\",\"why\":\"w\",\"atMillis\":9}",
                TaskEvent.CancelAsked.class))
        .isEqualTo(new TaskEvent.CancelAsked("w", 9));
  }

  @Test
  void readsWhatItWrites() {
    TaskRecord task = new TaskRecord(REQUEST, TaskState.RUNNING, "n", true, 1, 2, false);
    List<Stored> all =
        List.of(
            new TaskEvent.Asked(REQUEST, 1),
            new TaskEvent.Confirmed(2),
            new TaskEvent.Dispatched(3),
            new TaskEvent.Began(4),
            new TaskEvent.CancelAsked("why", 5),
            new TaskEvent.Ended(TaskState.FAILED, "no", 6),
            new TaskEvent.Told(7),
            new BoardEvent.Registered(REQUEST, 8),
            new BoardEvent.Closed(task),
            new BoardState(Map.of("t1", task)));
    assertThat(all).allSatisfy(it -> assertThat(again(it)).isEqualTo(it));
  }

  private static Object read(String json, Class<?> type) throws NotSerializableException {
    return SERIALIZATION
        .serializerFor(type)
        .fromBinary(json.getBytes(StandardCharsets.UTF_8), type);
  }

  private static Object again(Stored stored) throws NotSerializableException {
    Serializer serializer = SERIALIZATION.findSerializerFor(stored);
    return serializer.fromBinary(serializer.toBinary(stored), stored.getClass());
  }
}
