package dev.creature.actors.conversation;

/**
 * Names a conversation, from its audio link to its recordings.
 *
 * @param value 1 to 64 letters, digits, dots, dashes or underscores, so that it can stand in a path
 *     and a log line
 */
public record ConversationId(String value) {
  public ConversationId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a conversation id has 1 to 64 letters, digits, dots, dashes or underscores, not \""
              + value
              + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
