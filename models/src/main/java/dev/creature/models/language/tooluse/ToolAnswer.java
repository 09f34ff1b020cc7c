package dev.creature.models.language.tooluse;

import java.util.List;

/**
 * What a model answers: words, calls, or both. With calls it wants to go on; without it is done.
 *
 * @param words to say to the user; may be empty
 * @param calls to be made, in order
 */
public record ToolAnswer(String words, List<ToolCall> calls) {
  public ToolAnswer {
    calls = List.copyOf(calls);
  }
}
