package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.mouth.Clause;
import java.util.ArrayDeque;
import java.util.List;

/**
 * One reply between its first word and its last sound: cuts the words into clauses as they come and
 * has them spoken one after the other. Owned by the engine's actor; what it starts answers with
 * messages to that actor.
 */
final class ReplyInProgress {
  private final int turn;
  private final String userText;
  private final Voice.Line line;
  private final ArrayDeque<Clause> clauses = new ArrayDeque<>();
  private boolean speaking;
  private boolean sounded;
  private boolean thoughtEnded;
  private boolean completed;

  ReplyInProgress(int turn, String userText, Voice.Line line) {
    this.turn = turn;
    this.userText = userText;
    this.line = line;
  }

  int turn() {
    return turn;
  }

  /** What it answers. */
  String userText() {
    return userText;
  }

  /** Whether any of its sound was handed on. */
  boolean sounded() {
    return sounded;
  }

  void start(List<Turn> history, long seed) {
    line.think(history, userText, seed);
  }

  void thought(String text) {
    clauses.addAll(line.clauses(text));
    speakNext();
  }

  /**
   * No more words come.
   *
   * @param failed whether the brain broke off; a reply without any word then is an apology
   */
  void thoughtEnded(boolean failed) {
    thoughtEnded = true;
    clauses.addAll(line.lastClauses());
    if (failed && clauses.isEmpty() && !speaking && !sounded) {
      clauses.add(Voice.APOLOGY);
    }
    speakNext();
  }

  void spoken() {
    sounded = true;
    speaking = false;
    speakNext();
  }

  /** The clause is lost; the next one may succeed. */
  void speakingFailed() {
    speaking = false;
    speakNext();
  }

  void cancel() {
    line.cancel();
    clauses.clear();
    completed = true;
  }

  /** True once, when all of the reply was handed on. */
  boolean completesNow() {
    if (completed || !thoughtEnded || speaking || !clauses.isEmpty()) {
      return false;
    }
    completed = true;
    return true;
  }

  private void speakNext() {
    if (!speaking && !clauses.isEmpty()) {
      speaking = true;
      line.speak(clauses.removeFirst());
    }
  }
}
