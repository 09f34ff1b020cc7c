package dev.creature.voiceloop.mouth.reading;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What goes beyond the published normalization, and comes before it: markup and pictures away;
 * addresses, phone numbers, versions, measures and other things that it reads badly, in words.
 */
final class SpokenForm {
  /** In this order: what removes comes before what reads. */
  private static final List<UnaryOperator<TracedText>> RULES =
      List.of(
          MarkupRules::apply,
          AddressRules::apply,
          ShorthandRules::apply,
          DigitRules::apply,
          MeasureRules::apply);

  private SpokenForm() {}

  static TracedText of(TracedText source) {
    TracedText text = source;
    for (UnaryOperator<TracedText> rule : RULES) {
      text = rule.apply(text);
    }
    return text;
  }
}
