package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.mouth.Clause;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Thinks and speaks: the brain and the mouth behind the engine. Shared by all conversations; no
 * call blocks.
 */
interface Voice {
  /** Said when the brain breaks off before its first word. */
  Clause APOLOGY = Clause.of("Sorry, I lost my thread.");

  /**
   * Reads the dialogue ahead, so that the next reply starts sooner.
   *
   * @param userText what the user has said since; empty when nothing yet
   */
  void prepare(ConversationId conversation, List<Turn> history, String userText);

  /** Frees what is kept for a conversation. */
  void forget(ConversationId conversation);

  /**
   * Opens one reply.
   *
   * @param line number that its {@link CascadeEngine.FromModels} messages carry
   */
  Line open(ConversationId conversation, int line, ActorRef<EngineCommand> engine);

  /**
   * A word to begin with, ready to sound.
   *
   * @param turn so that not every turn begins alike
   * @return empty where the voice has none
   */
  Optional<Opener> opener(FirstWords.Use use, int turn);

  /**
   * A first word.
   *
   * @param text such as {@code Okay.}
   * @param clip its sound, at most half a second
   */
  record Opener(String text, SoundClip clip) {}

  /** One reply. Its methods are called by the engine's actor only. */
  interface Line {
    /** Starts to think; answers with {@code Thought}s and one {@code ThoughtEnded}. */
    void think(List<Turn> history, String userText, long seed);

    /** Clauses that these further words complete. */
    List<Clause> clauses(String text);

    /** What is left when no more words come. */
    List<Clause> lastClauses();

    /** Starts to speak a clause; answers with {@code Spoken} or {@code SpeakingFailed}. */
    void speak(Clause clause);

    /** Stops thinking. Speech already started may still answer. */
    void cancel();
  }
}
