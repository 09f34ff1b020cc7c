package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.tokens.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tokens of a dialogue fit the context of one conversation: the persona (leading system
 * messages) always stays, the oldest messages behind it go first.
 *
 * <p>When something must go, more goes than must, so that the messages that stay keep their place,
 * and with it their cache, for several turns. What has gone once stays away while the dialogue goes
 * on. One thread at a time.
 */
final class ContextWindow {
  /** Of the positions for the dialogue, how much is left filled when something had to go. */
  private static final double KEPT_SHARE = 0.6;

  private final ChatTemplate template;
  private final int positions;
  private List<ChatMessage> gone = List.of();

  /**
   * A window.
   *
   * @param positions the most tokens of prompt and reply together
   */
  ContextWindow(ChatTemplate template, int positions) {
    this.template = template;
    this.positions = positions;
  }

  /**
   * A prompt.
   *
   * @param tokens what is to be read before the reply
   * @param personaLength how many of them are the persona's
   */
  record Prompt(int[] tokens, int personaLength) {}

  /**
   * Lays a dialogue out, ready for the reply to its last message, or for going on with it where it
   * is the assistant's.
   *
   * @param replyTokens positions to leave free for the reply; at most half are left
   */
  Prompt prompt(List<ChatMessage> messages, int replyTokens) {
    int room = positions - Math.min(replyTokens, positions / 2);
    Persona persona = persona(messages, room / 2);
    List<ChatMessage> dialogue = messages.subList(persona.messages(), messages.size());
    // The message to answer, or to go on with, always stays.
    return lay(
        persona,
        dialogue,
        answered(dialogue, room - persona.tokens().length),
        dialogue.size() - 1,
        room);
  }

  /**
   * What is worth reading ahead after a reply, because the next turn would not fit otherwise: the
   * dialogue without its oldest messages. Empty while there is room.
   *
   * @param messages the dialogue with the reply
   * @param nextTokens positions to leave free for the next turn and its reply; at most half are
   *     left
   */
  Optional<Prompt> slide(List<ChatMessage> messages, int nextTokens) {
    int room = positions - Math.min(nextTokens, positions / 2);
    Persona persona = persona(messages, room / 2);
    List<ChatMessage> dialogue = messages.subList(persona.messages(), messages.size());
    List<int[]> encoded = dialogue.stream().map(template::complete).toList();
    int before = gone.size();
    Prompt prompt = lay(persona, dialogue, encoded, dialogue.size(), room);
    return gone.size() > before ? Optional.of(prompt) : Optional.empty();
  }

  private record Persona(int messages, int[] tokens) {}

  private Persona persona(List<ChatMessage> messages, int room) {
    int count = 0;
    while (count < messages.size() - 1 && messages.get(count).role() == ChatMessage.Role.SYSTEM) {
      count++;
    }
    TokenSequence tokens = new TokenSequence();
    for (ChatMessage message : messages.subList(0, count)) {
      tokens.addAll(template.shortened(template.complete(message), room / count));
    }
    return new Persona(count, tokens.toArray());
  }

  private List<int[]> answered(List<ChatMessage> dialogue, int room) {
    ChatMessage last = dialogue.getLast();
    List<int[]> encoded = new ArrayList<>();
    for (ChatMessage message : dialogue.subList(0, dialogue.size() - 1)) {
      encoded.add(template.complete(message));
    }
    if (last.role() == ChatMessage.Role.ASSISTANT) {
      encoded.add(template.shortened(template.open(last), room));
    } else {
      int[] turn = template.open(ChatMessage.assistant(""));
      int[] asked = template.shortened(template.complete(last), room - turn.length);
      encoded.add(new TokenSequence().addAll(asked).addAll(turn).toArray());
    }
    return encoded;
  }

  private Prompt lay(
      Persona persona, List<ChatMessage> dialogue, List<int[]> encoded, int most, int positions) {
    int room = positions - persona.tokens().length;
    int first = goesOn(dialogue, most) ? gone.size() : 0;
    int length = encoded.subList(first, encoded.size()).stream().mapToInt(m -> m.length).sum();
    if (length > room) {
      while (first < most && length > room * KEPT_SHARE) {
        length -= encoded.get(first++).length;
      }
    }
    gone = List.copyOf(dialogue.subList(0, first));
    TokenSequence tokens = new TokenSequence().addAll(persona.tokens());
    encoded.subList(first, encoded.size()).forEach(tokens::addAll);
    return new Prompt(tokens.toArray(), persona.tokens().length);
  }

  private boolean goesOn(List<ChatMessage> dialogue, int most) {
    return gone.size() <= most && dialogue.subList(0, gone.size()).equals(gone);
  }
}
