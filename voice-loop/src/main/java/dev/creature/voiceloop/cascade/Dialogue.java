package dev.creature.voiceloop.cascade;

import dev.creature.actors.talk.Exchange;
import dev.creature.voiceloop.brain.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a conversation remembers: what the user said, and of the answers exactly what was heard. Not
 * thread-safe.
 *
 * <p>A turn is remembered when its reply has ended at the listener's ear. A turn whose reply was
 * dropped before any sound is not over: its words stand before those that follow.
 */
final class Dialogue {
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Integer, String> awaited = new HashMap<>();
  private String unanswered = "";

  /** All that is remembered, oldest first. */
  List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** Remembers what was said before this engine had the conversation. */
  void recall(List<Exchange> exchanges) {
    exchanges.stream()
        .map(said -> new Turn(said.user(), said.creature(), said.cut()))
        .forEach(turns::add);
  }

  /** These words, behind those that were said before and not answered. */
  String following(String words) {
    return (unanswered + " " + words).strip();
  }

  /** A turn was taken: nothing is left unanswered. */
  void taken() {
    unanswered = "";
  }

  /** The reply came too early: what was said of it does not count, and its turn goes on. */
  void returned(int turn) {
    awaited.remove(turn);
  }

  /**
   * A reply, or the part of it that was not cut, was handed on; how much of it is heard is still to
   * come.
   */
  void handedOn(int turn, String userText) {
    awaited.put(turn, userText);
  }

  /**
   * How much of a reply was heard. One of which nothing was heard before it was cut has not
   * answered its turn.
   */
  void heard(int turn, String creature, boolean cut) {
    String user = awaited.remove(turn);
    if (user == null) {
      return;
    }
    if (cut && creature.isBlank()) {
      unanswered = user;
      return;
    }
    // A model that reads "Mm-hm." in front of all its answers says nothing else in the end.
    turns.add(new Turn(user, Acknowledgement.sentenceRemovedFrom(creature), cut));
  }
}
