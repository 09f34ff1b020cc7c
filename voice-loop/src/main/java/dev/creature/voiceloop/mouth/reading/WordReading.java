package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.ReadingModel;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one word by the lexicon: function words by what follows them, homographs by part of speech,
 * endings, initials, numbers. Unknown words it leaves to others.
 */
final class WordReading {
  private static final Map<String, String> ADDRESS_SYMBOLS = Map.of(".", "dot", "/", "slash");
  private static final Pattern VERSUS = Letters.patternOfAnyCase("vs\\.?$");
  private static final Set<String> USED_AS_VERB = Set.of("VBD", "JJ");
  private static final double CAPITALIZED = 0.5;
  private static final double ALL_CAPITALS = 2;

  /** Longer words in capitals are read as words, even where they are names. */
  private static final int LONGEST_SPELLED_NAME = 7;

  private final Lexicon lexicon;
  private final Endings endings;
  private final NumberReading numbers;

  WordReading(ReadingModel model) {
    this.lexicon = new Lexicon(model);
    this.endings = new Endings(lexicon, model.accent());
    this.numbers = new NumberReading(lexicon, endings);
  }

  /** A run of digits inside something that is no word. */
  String digits(String run) {
    String phonemes = numbers.read(run, null, false);
    return phonemes == null ? "" : phonemes;
  }

  /** The phonemes of a token, or null when it is not known. */
  @Nullable String read(Token token, NextSound next) {
    String written = token.alias == null ? token.text : token.alias;
    String word = plain(written.replace('‘', '\'').replace('’', '\''));
    double stress =
        Letters.isLower(word) ? Stress.AS_IS : Letters.isUpper(word) ? ALL_CAPITALS : CAPITALIZED;
    String phonemes = word(word, token.tag, stress, next);
    if (phonemes != null) {
      return numbers.withCurrency(phonemes, token.currency);
    }
    return NumberReading.isNumber(word, token.head)
        ? numbers.read(word, token.currency, token.head)
        : null;
  }

  /** Without typographic variants: ligatures, full-width letters, digits of other scripts. */
  private static String plain(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder();
    composed
        .codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            plain.append(Character.digit(c, 10));
          } else {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }

  private @Nullable String word(String written, String tag, double stress, NextSound next) {
    String special = special(written, tag, stress, next);
    if (special != null) {
      return special;
    }
    String word =
        readsInSmallLetters(written, tag, stress, next) ? Letters.lower(written) : written;
    if (lexicon.knows(word)) {
      return lexicon.lookup(word, tag, stress, next);
    }
    if (word.endsWith("s'")) {
      String possessive = word.substring(0, word.length() - 2) + "'s";
      if (lexicon.knows(possessive)) {
        return lexicon.lookup(possessive, tag, stress, next);
      }
    }
    if (word.endsWith("'") && lexicon.knows(word.substring(0, word.length() - 1))) {
      return lexicon.lookup(word.substring(0, word.length() - 1), tag, stress, next);
    }
    String phonemes = endings.readS(word, tag, stress, next);
    if (phonemes == null) {
      phonemes = endings.readEd(word, tag, stress, next);
    }
    if (phonemes == null) {
      phonemes = endings.readIng(word, tag, Double.isNaN(stress) ? 0.5 : stress, next);
    }
    return phonemes;
  }

  /** Whether a word with capitals is best looked up without them. */
  private boolean readsInSmallLetters(String word, String tag, double stress, NextSound next) {
    if (word.length() < 2
        || !Letters.allLetters(word.replace("'", ""))
        || Letters.isLower(word)
        || (tag.equals("NNP") && word.length() <= LONGEST_SPELLED_NAME)
        || lexicon.inAny(word)
        || !(Letters.isUpper(word) || Letters.isLower(word.substring(1)))) {
      return false;
    }
    String lower = Letters.lower(word);
    return lexicon.inAny(lower)
        || endings.readS(lower, tag, stress, next) != null
        || endings.readEd(lower, tag, stress, next) != null
        || endings.readIng(lower, tag, stress, next) != null;
  }

  private @Nullable String special(String word, String tag, double stress, NextSound next) {
    String addressSymbol = tag.equals("ADD") ? ADDRESS_SYMBOLS.get(word) : null;
    if (addressSymbol != null) {
      return lexicon.lookup(addressSymbol, null, Stress.WEAKER, next);
    }
    String symbol = Lexicon.SYMBOL_WORDS.get(word);
    if (symbol != null) {
      return lexicon.lookup(symbol, null, Stress.AS_IS, next);
    }
    if (initials(word)) {
      return lexicon.spelled(word);
    }
    return switch (word) {
      case "a", "A" -> tag.equals("DT") ? "ɐ" : "ˈA";
      case "am", "Am", "AM" -> am(word, tag, stress, next);
      case "an", "An" -> "ɐn";
      case "AN" -> tag.startsWith("NN") ? lexicon.spelled(word) : "ɐn";
      case "I" -> tag.equals("PRP") ? "ˌI" : null;
      case "by", "By", "BY" -> Lexicon.wordClass(tag).equals("ADV") ? "bˈI" : null;
      case "to", "To" -> to(next);
      case "TO" -> tag.equals("TO") || tag.equals("IN") ? to(next) : null;
      case "in", "In" -> in(tag, next);
      case "IN" -> tag.equals("NNP") ? null : in(tag, next);
      case "the", "The" -> the(next);
      case "THE" -> tag.equals("DT") ? the(next) : null;
      case "used", "Used", "USED" ->
          lexicon.gold("used", USED_AS_VERB.contains(tag) && next.isTo() ? "VBD" : "DEFAULT");
      default ->
          tag.equals("IN") && VERSUS.matcher(word).lookingAt()
              ? lexicon.lookup("versus", null, Stress.AS_IS, next)
              : null;
    };
  }

  /** Such as "U.S.A." or "e.g.": letters with points between them. */
  private static boolean initials(String word) {
    String inner = word.replaceAll("^\\.+|\\.+$", "");
    if (inner.indexOf('.') < 0 || !Letters.allLetters(word.replace(".", ""))) {
      return false;
    }
    for (String part : word.split("\\.")) {
      if (part.length() > 2) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String am(String word, String tag, double stress, NextSound next) {
    if (tag.startsWith("NN")) {
      return lexicon.spelled(word);
    }
    boolean full = next.kind() == NextSound.Kind.PAUSE || !word.equals("am") || stress > 0;
    return full ? lexicon.gold("am", null) : "ɐm";
  }

  private String to(NextSound next) {
    return switch (next.kind()) {
      case PAUSE -> lexicon.gold("to", null);
      case CONSONANT -> "tə";
      case VOWEL -> "tʊ";
    };
  }

  private static String in(String tag, NextSound next) {
    boolean stressed = next.kind() == NextSound.Kind.PAUSE || !tag.equals("IN");
    return stressed ? "ˈɪn" : "ɪn";
  }

  private static String the(NextSound next) {
    return next.kind() == NextSound.Kind.VOWEL ? "ði" : "ðə";
  }
}
