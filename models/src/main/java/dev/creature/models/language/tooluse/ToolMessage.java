package dev.creature.models.language.tooluse;

import java.util.List;

/** One message of a dialogue in which tools are called. */
public sealed interface ToolMessage {
  /** Who the model is and what holds. */
  record Instructions(String text) implements ToolMessage {}

  /** What the user says. */
  record User(String text) implements ToolMessage {}

  /** What the model answered before. */
  record Answered(ToolAnswer answer) implements ToolMessage {}

  /** What came of a call. */
  record Result(String callId, String tool, String text) implements ToolMessage {}

  /** Nothing but words. */
  static ToolMessage words(String text) {
    return new Answered(new ToolAnswer(text, List.of()));
  }
}
