package dev.creature.voiceloop.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.recording.EventLog;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedConversationTest {
  private static final ConversationEvent DONE =
      new ConversationEvent.TaskChanged(20, new TaskId("t1"), TaskState.DONE, "I am here.");

  @Test
  void holdsWhatOthersWroteDownAmongItsEvents(@TempDir Path folder) throws Exception {
    ConversationScript script =
        new ConversationScript(
            List.of(new ConversationScript.Input(new Said.Told("Hello."), new When.At(20))));

    HeldConversation held =
        ScriptedConversation.hold(
            script,
            folder,
            new Silent(),
            new Doer(),
            samples -> new boolean[samples.length / SpeechJudge.WINDOW],
            1);

    assertThat(held.events()).contains(DONE);
  }

  /** Writes down that something was done. */
  private static final class Doer implements Company {
    @Override
    public ActorSystem<Void> start(Behavior<Void> guardian) {
      return ActorSystem.create(guardian, "creature");
    }

    @Override
    public Consumer<ConversationEvent> join(ActorContext<Void> context, Seat seat) {
      seat.log().tell(new EventLog.Happened(DONE));
      return _ -> {};
    }
  }

  /** Hears and says nothing. */
  private static final class Silent implements VoiceEngine {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Behavior<EngineCommand> converse(
        ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
      return Behaviors.receiveMessage(command ->
          command instanceof EngineCommand.Close ? Behaviors.stopped() : Behaviors.same());
    }
  }
}
