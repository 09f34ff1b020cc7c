package dev.creature.voiceloop.brain;

import dev.creature.models.language.ChatMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out what the model reads: the persona, its examples, what was said before, and what the user
 * says now. Everything but the last grows only at its end for as long as possible, so that the
 * model need not read it again.
 */
final class Prompt {
  /** The past is dropped by so many turns at once, so that its beginning moves seldom. */
  private static final int DROPPED_TURNS = 2;

  /** Of a longer speech the model reads the end, in words. */
  private static final int LONGEST_SPEECH_WORDS = 120;

  /**
   * About how many characters of English make a token, and what a message costs beside its text.
   */
  private static final int TOKEN_CHARACTERS = 4;

  private static final int MESSAGE_TOKENS = 5;

  private Prompt() {}

  /**
   * The dialogue before the user's next words.
   *
   * @param persona with its placeholders filled in
   * @param history oldest first
   * @param historyTokens about how much of it is kept
   */
  static List<ChatMessage> before(Persona persona, List<Turn> history, int historyTokens) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(ChatMessage.system(persona.about()));
    for (Persona.Example example : persona.always()) {
      messages.add(ChatMessage.user(example.questions().getFirst()));
      messages.add(ChatMessage.assistant(example.answers().getFirst()));
    }
    for (Turn turn : history.subList(firstKept(history, historyTokens), history.size())) {
      if (!turn.user().isBlank()) {
        // A turn without the user's words is news that the creature told.
        messages.add(ChatMessage.user(lastWords(turn.user())));
      }
      messages.add(ChatMessage.assistant(heard(turn)));
    }
    return messages;
  }

  /** The end of what the user said, where it is long. */
  static String lastWords(String text) {
    String[] words = text.strip().split("\\s+");
    return words.length <= LONGEST_SPEECH_WORDS
        ? text.strip()
        : String.join(
            " ", List.of(words).subList(words.length - LONGEST_SPEECH_WORDS, words.length));
  }

  static int firstKept(List<Turn> history, int historyTokens) {
    int tokens = history.stream().mapToInt(Prompt::tokens).sum();
    int first = 0;
    while (first < history.size() && tokens > historyTokens) {
      int next = Math.min(history.size(), first + DROPPED_TURNS);
      tokens -= history.subList(first, next).stream().mapToInt(Prompt::tokens).sum();
      first = next;
    }
    return first;
  }

  // A dash shows that the creature was interrupted; a model that wrote whole sentences goes on so.
  private static String heard(Turn turn) {
    if (!turn.cut()) {
      return turn.creature().strip();
    }
    return turn.creature().strip().replaceAll("[\\s.,;:!?]+$", "") + "\u2014";
  }

  private static int tokens(Turn turn) {
    return (lastWords(turn.user()).length() + turn.creature().length()) / TOKEN_CHARACTERS
        + 2 * MESSAGE_TOKENS;
  }
}
