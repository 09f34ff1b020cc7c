package dev.creature.models.language;

import java.util.List;

/**
 * A reply that is asked for.
 *
 * @param conversation whose dialogue it is: an embedded model keeps its cached prefix under this
 *     key
 * @param messages the whole dialogue: persona first, oldest first, and the one to answer last. A
 *     last message of the role assistant is a reply begun, to be gone on from
 * @param sampling how tokens are chosen
 */
public record ChatRequest(String conversation, List<ChatMessage> messages, Sampling sampling) {
  public ChatRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs at least one message");
    }
  }
}
