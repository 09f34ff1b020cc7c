package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.mouth.Clause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A voice that notes what it is asked; the test answers in its place. A bar ends a clause. */
final class RecordingVoice implements Voice {
  final TestProbe<String> probe;
  private final AtomicReference<List<Turn>> history = new AtomicReference<>(List.of());

  RecordingVoice(TestProbe<String> probe) {
    this.probe = probe;
  }

  List<Turn> lastHistory() {
    return history.get();
  }

  @Override
  public void prepare(ConversationId conversation, List<Turn> turns, String userText) {}

  @Override
  public void forget(ConversationId conversation) {}

  @Override
  public Optional<Opener> opener(FirstWords.Use use, int turn) {
    return Optional.empty();
  }

  @Override
  public Line open(ConversationId conversation, int turn, ActorRef<EngineCommand> engine) {
    return new Line() {
      private boolean words;

      @Override
      public void think(List<Turn> exchanges, String userText, long seed) {
        history.set(exchanges);
        probe.ref().tell("think " + turn + ": " + userText);
      }

      @Override
      public List<Clause> clauses(String text) {
        words = true;
        return Stream.of(text.split("\\|")).map(Clause::of).toList();
      }

      @Override
      public List<Clause> lastClauses() {
        return words ? List.of(Clause.of("the end")) : List.of();
      }

      @Override
      public void speak(Clause clause) {
        probe.ref().tell("speak " + clause.text());
      }

      @Override
      public void cancel() {
        probe.ref().tell("cancel " + turn);
      }
    };
  }
}
