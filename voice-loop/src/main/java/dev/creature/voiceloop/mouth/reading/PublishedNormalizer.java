package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.WordTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The voice's published normalization: times, dates, money, units, titles, abbreviations, phone
 * numbers, symbols, written out in words where the lexicon could not read them. Plain numbers stay:
 * the lexicon reads them.
 */
final class PublishedNormalizer {
  private static final Pattern SPACE = Letters.pattern("\\s+");
  private static final Pattern APOSTROPHE = Letters.pattern("’");
  private static final Pattern FIGURE_DASH = Letters.pattern("‒");
  private static final Pattern BAR = Letters.pattern("―");
  private static final Pattern PHONE =
      Letters.pattern("(?<![\\w.\\-])(?:\\d{3}-)?\\d{3}-\\d{4}(?![\\w.\\-])");
  private static final Pattern RANGE =
      Letters.pattern("(?<![\\w.\\-])(\\d{1,4})\\s?[-–]\\s?(\\d{1,4})(?![\\w.\\-%])");
  private static final Pattern PLUS = Letters.pattern("(?<![\\w+])\\+(?=\\d)");
  private static final Pattern SPACE_BEFORE_MARK = Letters.pattern(" +([,.;:!?])");

  private record Symbol(String sign, Pattern pattern, String words) {}

  private final CalendarRules calendar;
  private final QuantityRules quantities;
  private final NameRules names;
  private final List<Symbol> symbols = new ArrayList<>();

  PublishedNormalizer(WordTables tables) {
    calendar = new CalendarRules(tables);
    quantities = new QuantityRules(tables);
    names = new NameRules(tables);
    for (Map.Entry<String, String> entry : tables.words("symbols").entrySet()) {
      String sign = entry.getKey();
      String literal = Alternatives.literal(sign);
      symbols.add(
          new Symbol(
              sign,
              Letters.pattern(
                  "=<>~".contains(sign) ? "(?<=\\S) ?" + literal + " ?(?=\\S)" : literal),
              entry.getValue().isEmpty() ? " " : " " + entry.getValue() + " "));
    }
  }

  TracedText apply(TracedText source) {
    TracedText text = source.replace(SPACE, " ").strip();
    text = text.replace(APOSTROPHE, "'").replace(FIGURE_DASH, "-").replace(BAR, "—");
    text = calendar.numeric(text);
    text = quantities.apply(text);
    text = calendar.named(text);
    text = names.apply(text);
    text = text.replace(PHONE, (match, _) -> spaced(match.group()));
    text = calendar.fractions(text);
    text = text.replace(RANGE, (match, _) -> match.group(1) + " to " + match.group(2));
    text = text.replace(PLUS, "plus ");
    for (Symbol symbol : symbols) {
      if (text.text().contains(symbol.sign())) {
        text = text.replace(symbol.pattern(), symbol.words());
      }
    }
    return text.replace(SPACE, " ")
        .replace(SPACE_BEFORE_MARK, (match, _) -> match.group(1))
        .strip();
  }

  private static String spaced(String digits) {
    return String.join(" ", digits.replace("-", ", ").split(""));
  }
}
