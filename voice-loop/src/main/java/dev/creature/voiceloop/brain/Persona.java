package dev.creature.voiceloop.brain;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who the creature is.
 *
 * @param name how it is called
 * @param about what it is told about itself; {@code {name}}, {@code {moment}} and the other facts
 *     of {@link Facts} are filled in
 * @param unclear what it says when it did not understand; at least one line
 * @param lost what it says when nothing good comes to its mind; at least one line
 * @param always examples that the model is always shown, for the tone
 * @param examples further ones, of which it is shown those that are like what the user said
 */
public record Persona(
    String name,
    String about,
    List<String> unclear,
    List<String> lost,
    List<Example> always,
    List<Example> examples) {
  /**
   * What a user may say, and the answer to it.
   *
   * @param questions the same in several ways, at least one
   * @param answers any of them will do, at least one
   */
  public record Example(List<String> questions, List<String> answers) {
    public Example {
      questions = List.copyOf(questions);
      answers = List.copyOf(answers);
      if (questions.isEmpty() || answers.isEmpty()) {
        throw new IllegalArgumentException("an example needs a question and an answer");
      }
    }

    Example filledIn(UnaryOperator<String> change) {
      return new Example(
          questions.stream().map(change).toList(), answers.stream().map(change).toList());
    }
  }

  public Persona {
    unclear = List.copyOf(unclear);
    lost = List.copyOf(lost);
    always = List.copyOf(always);
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
        always.stream().map(each -> each.filledIn(change)).toList(),
        examples.stream().map(each -> each.filledIn(change)).toList());
  }
}
