package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.List;

/**
 * All that is known of a scripted conversation that was held.
 *
 * @param inputs what was put in, in order
 * @param told what the creature was told to say, by the script or by its company
 * @param events of the conversation, in the order noticed
 */
public record HeldConversation(
    ConversationReport report,
    List<PlacedInput> inputs,
    List<ToldWords> told,
    List<ConversationEvent> events) {
  public HeldConversation {
    inputs = List.copyOf(inputs);
    told = List.copyOf(told);
    events = List.copyOf(events);
  }

  /**
   * An input on the conversation's clock.
   *
   * @param input its index in the script
   * @param startMillis first sample of its recording, or when it was told
   * @param endMillis behind its last sample
   */
  public record PlacedInput(int input, long startMillis, long endMillis) {}

  /**
   * Words that the creature was told to say.
   *
   * @param atMillis when, on the conversation's clock
   */
  public record ToldWords(long atMillis, String text) {}
}
