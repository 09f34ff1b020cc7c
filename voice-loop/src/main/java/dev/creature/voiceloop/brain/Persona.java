package dev.creature.voiceloop.brain;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who the creature is.
 *
 * @param name how it is called
 * @param about what it is told about itself; {@code {name}} and {@code {moment}} (such as "Sunday
 *     morning") are filled in
 * @param unclear what it says when it did not understand; at least one line
 * @param lost what it says when nothing good comes to its mind; at least one line
 * @param examples how it answers, as a model for the model
 */
public record Persona(
    String name, String about, List<String> unclear, List<String> lost, List<Example> examples) {
  /** A line of a user and the answer to it. */
  public record Example(String user, String creature) {}

  public Persona {
    unclear = List.copyOf(unclear);
    lost = List.copyOf(lost);
    examples = List.copyOf(examples);
    if (name.isBlank() || about.isBlank() || unclear.isEmpty() || lost.isEmpty()) {
      throw new IllegalArgumentException(
          "a persona needs a name, a description, and lines for when it is unclear or lost");
    }
  }

  /** This persona with its texts changed, such as placeholders filled in. */
  Persona filledIn(UnaryOperator<String> change) {
    return new Persona(
        name,
        change.apply(about),
        unclear.stream().map(change).toList(),
        lost.stream().map(change).toList(),
        examples.stream()
            .map(each -> new Example(change.apply(each.user()), change.apply(each.creature())))
            .toList());
  }
}
