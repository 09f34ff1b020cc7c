package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A voice that notes what it is asked; the test answers in its place. A bar ends a clause. */
final class RecordingVoice implements Voice {
  final TestProbe<String> probe;
  private final AtomicReference<List<Dialogue.Exchange>> history = new AtomicReference<>(List.of());

  RecordingVoice(TestProbe<String> probe) {
    this.probe = probe;
  }

  List<Dialogue.Exchange> lastHistory() {
    return history.get();
  }

  @Override
  public void prepare(ConversationId conversation, List<Dialogue.Exchange> exchanges) {}

  @Override
  public void forget(ConversationId conversation) {}

  @Override
  public Line open(ConversationId conversation, int turn, ActorRef<EngineCommand> engine) {
    return new Line() {
      private boolean words;

      @Override
      public void think(List<Dialogue.Exchange> exchanges, String userText, long seed) {
        history.set(exchanges);
        probe.ref().tell("think " + turn + ": " + userText);
      }

      @Override
      public List<String> clauses(String text) {
        words = true;
        return List.of(text.split("\\|"));
      }

      @Override
      public List<String> lastClauses() {
        return words ? List.of("the end") : List.of();
      }

      @Override
      public void speak(String clause) {
        probe.ref().tell("speak " + clause);
      }

      @Override
      public void cancel() {
        probe.ref().tell("cancel " + turn);
      }
    };
  }
}
