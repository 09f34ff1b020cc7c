package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.List;
import java.util.Optional;

/** What {@link DuplexTurns} acts on. No call blocks or calls back. */
interface Surroundings {
  /** Tells the conversation. */
  void tell(EngineEvent event);

  /** Opens a reply; its models answer with this number. */
  Voice.Line open(int line);

  /** A word to begin with that is ready to sound; empty where there is none. */
  Optional<Voice.Opener> opener(FirstWords.Use use, int turn);

  /** Reads ahead. */
  void prepare(List<Turn> history, String userText);

  /** The ears need not judge this pause any more. */
  void turnAnswered();

  /** The turn is over for the ears; what comes next belongs to another one. */
  void turnOver();
}
