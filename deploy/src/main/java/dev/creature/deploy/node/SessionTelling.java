package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.recording.EventLine;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a session tells in words of JSON: to whoever listens, and to the console. Not thread-safe:
 * part of its session.
 */
final class SessionTelling {
  private final SessionInput.Seat seat;
  private final SessionListener listener;
  private final Consumer<String> console;
  private final LongSupplier nowMillis;

  /**
   * That of a session.
   *
   * @param console takes what the console's watchers see; on any thread
   * @param nowMillis on the conversation's clock
   */
  SessionTelling(
      SessionInput.Seat seat,
      SessionListener listener,
      Consumer<String> console,
      LongSupplier nowMillis) {
    this.seat = seat;
    this.listener = listener;
    this.console = console;
    this.nowMillis = nowMillis;
  }

  /** A listener came. */
  void opened(boolean resumed, boolean ready) {
    tell(
        message("session")
            .put("session", seat.key())
            .put("conversation", id().value())
            .put("resumed", resumed)
            .put("ready", ready)
            .put("takesText", true));
    link("link.opened");
  }

  void lost() {
    link("link.lost");
  }

  void ended() {
    link("link.ended");
  }

  /** Sound and words are taken from now on. */
  void ready() {
    tell(message("ready"));
  }

  /** Words came before anybody could answer them. */
  void notReady() {
    tell(
        message("error")
            .put("code", "not-ready")
            .put("message", "the creature is still waking up; say it again in a moment"));
  }

  /** What the user said in this turn outlives the node. */
  void kept(int turn) {
    tell(message("kept").put("turn", turn));
  }

  /** Something happened in the conversation. */
  void happened(ConversationEvent event) {
    ObjectNode line = EventLine.of(event);
    tell(line);
    console.accept(line.put("conversation", id().value()).toString());
  }

  /** How the creature feels; the console knows it from elsewhere. */
  void felt(SessionInput.Felt felt) {
    tell(
        EventLine.of(
            new ConversationEvent.AffectChanged(
                nowMillis.getAsLong(), felt.emotion(), felt.valence(), felt.arousal())));
  }

  private void tell(ObjectNode message) {
    listener.text(message.toString());
  }

  private void link(String type) {
    console.accept(message(type).put("conversation", id().value()).toString());
  }

  private ConversationId id() {
    return seat.id();
  }

  private ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("t", nowMillis.getAsLong()).put("type", type);
  }
}
