package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.mouth.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes what the turns cause; a bar ends a clause. The test answers for the models. */
final class FakeSurroundings implements Surroundings {
  static final SoundClip CLIP =
      new SoundClip(new short[12_000], List.of(new SoundClip.TimedWord("word", 0, 500)), List.of());

  final List<EngineEvent> told = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final List<Integer> openLines = new ArrayList<>();
  Optional<Voice.Opener> opener = Optional.empty();
  Optional<Voice.Opener> listener = Optional.empty();
  Optional<Voice.Opener> filler = Optional.empty();
  Optional<Voice.Opener> backchannel = Optional.empty();
  Optional<Voice.Opener> sign = Optional.empty();
  List<Turn> history = List.of();
  final List<Integer> toSpeak = new ArrayList<>();
  int turnsOver;

  @Override
  public void tell(EngineEvent event) {
    told.add(event);
  }

  @Override
  public Optional<Voice.Opener> opener(FirstWords.Use use, int turn) {
    return switch (use) {
      case TO_REQUEST -> opener;
      case TO_STATEMENT -> listener;
      case WHILE_THINKING -> filler;
      case WHILE_LISTENING -> backchannel;
      case SIGN -> sign;
    };
  }

  @Override
  public void prepare(List<Turn> turns, String userText) {}

  @Override
  public void turnAnswered() {
    asked.add("answered");
  }

  @Override
  public void turnOver() {
    turnsOver++;
  }

  <T extends ConversationEvent> List<T> noticed(Class<T> type) {
    return told.stream()
        .filter(EngineEvent.Noticed.class::isInstance)
        .map(event -> ((EngineEvent.Noticed) event).event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public Voice.Line open(int line) {
    return new Voice.Line() {
      @Override
      public void think(List<Turn> turns, String userText, long seed) {
        history = turns;
        openLines.add(line);
        asked.add("think " + line + ": " + userText);
      }

      @Override
      public List<Clause> clauses(String text) {
        return Stream.of(text.split("\\|"))
            .filter(part -> !part.isBlank())
            .map(Clause::of)
            .toList();
      }

      @Override
      public List<Clause> lastClauses() {
        return List.of();
      }

      @Override
      public void speak(Clause clause) {
        asked.add("speak " + clause.text());
        toSpeak.add(line);
      }

      @Override
      public void cancel() {
        openLines.remove(Integer.valueOf(line));
        asked.add("cancel " + line);
      }
    };
  }
}
