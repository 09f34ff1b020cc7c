package dev.creature.voiceloop.cascade;

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
  /**
   * A turn and what was heard in answer.
   *
   * @param user what the user said
   * @param creature the words that were heard
   * @param cut whether more would have followed
   */
  record Exchange(String user, String creature, boolean cut) {}

  private final int remembered;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<Integer, String> awaited = new HashMap<>();
  private String unanswered = "";

  /**
   * Starts empty.
   *
   * @param remembered how many exchanges are kept, the latest ones
   */
  Dialogue(int remembered) {
    this.remembered = remembered;
  }

  /** All that is remembered, oldest first. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /**
   * The words of a turn together with those before it that were not answered; they count as
   * answered now.
   */
  String withUnanswered(String words) {
    String whole = (unanswered + " " + words).strip();
    unanswered = "";
    return whole;
  }

  /** The reply was dropped before it sounded. */
  void unanswered(String userText) {
    unanswered = userText;
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
    exchanges.add(new Exchange(user, creature, cut));
    while (exchanges.size() > remembered) {
      exchanges.removeFirst();
    }
  }
}
