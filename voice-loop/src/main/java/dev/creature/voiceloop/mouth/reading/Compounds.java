package dev.creature.voiceloop.mouth.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits tokens at changes of case, digits and marks, settles what is said of marks, and gathers
 * what stands without a space between into words.
 */
final class Compounds {
  private static final Pattern PART =
      Letters.pattern(
          "^['‘’]+|[A-ZÀ-ÖØ-Þ](?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?:^-)?(?:\\d?[,.]?\\d)+|[-_]+|['‘’]{2,}"
              + "|[^\\W\\d_]*?(?:['‘’][^\\W\\d_])*?[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ])"
              + "|[^\\W\\d_]+(?:['‘’][^\\W\\d_])*|[^\\w\\-'‘’]|['‘’]+$");
  private static final String JUNK = "',-._‘’/";
  private static final String MARKS = ";:,.!?—…\"“”";
  static final String UNQUOTED_MARKS = ";:,.!?—…";
  private static final Set<String> MARK_TAGS =
      Set.of(".", ",", "-LRB-", "-RRB-", "``", "\"\"", "''", ":", "$", "#", "NFP");

  private Compounds() {}

  /** Tokens that make up one word; a single token is settled by itself. */
  static List<List<Token>> words(List<Token> tokens) {
    List<List<Token>> words = new ArrayList<>();
    boolean open = false;
    String currency = null;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      List<Token> parts = token.decided() ? List.of(token) : parts(token);
      for (int j = 0; j < parts.size(); j++) {
        Token part = parts.get(j);
        boolean last = j == parts.size() - 1;
        if (!part.decided()) {
          boolean inAmount = currency != null;
          currency = settle(part, currency);
          if (currency != null && !part.decided() && last) {
            boolean numberFollows = i + 1 < tokens.size() && tokens.get(i + 1).tag.equals("CD");
            part.currency = numberFollows ? null : currency;
          } else if (!inAmount && j > 0 && !last && !part.decided()) {
            readTwoAsTo(parts.get(j - 1), part, parts.get(j + 1));
          }
        }
        if (part.decided()) {
          words.add(new ArrayList<>(List.of(part)));
          open = false;
        } else if (open && !words.getLast().getLast().spaceAfter) {
          part.head = false;
          words.getLast().add(part);
        } else {
          words.add(new ArrayList<>(List.of(part)));
          open = !part.spaceAfter;
        }
      }
    }
    return words;
  }

  /** Whether nothing of this is said. */
  static boolean junk(String text) {
    return text.chars().allMatch(c -> JUNK.indexOf(c) >= 0);
  }

  private static List<Token> parts(Token token) {
    List<Token> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(token.text);
    while (matcher.find()) {
      parts.add(
          new Token(
              matcher.group(),
              token.tag,
              token.start + matcher.start(),
              token.start + matcher.end()));
    }
    if (parts.isEmpty()) {
      return List.of(token);
    }
    parts.getLast().spaceAfter = token.spaceAfter;
    return parts;
  }

  /** Settles marks and notes the currency that is open; answers with it. */
  private static @Nullable String settle(Token part, @Nullable String currency) {
    if (part.tag.equals("$") && NumberReading.isCurrency(part.text)) {
      part.phonemes = "";
      return part.text;
    }
    if (part.tag.equals(":") && (part.text.equals("-") || part.text.equals("–"))) {
      part.phonemes = "—";
    } else if (MARK_TAGS.contains(part.tag)
        && !part.text.chars().map(Character::toLowerCase).allMatch(c -> c >= 'a' && c <= 'z')) {
      part.phonemes = mark(part);
    } else if (currency != null && !part.tag.equals("CD")) {
      return null;
    }
    return currency;
  }

  private static String mark(Token part) {
    return switch (part.tag) {
      case "-LRB-" -> "(";
      case "-RRB-" -> ")";
      case "``" -> "“";
      case "\"\"", "''" -> "”";
      default -> {
        StringBuilder marks = new StringBuilder();
        part.text.chars().filter(c -> MARKS.indexOf(c) >= 0).forEach(marks::appendCodePoint);
        yield marks.toString();
      }
    };
  }

  /** "B2B" is business to business. */
  private static void readTwoAsTo(Token before, Token part, Token after) {
    if (part.text.equals("2")
        && Character.isLetter(before.text.charAt(before.text.length() - 1))
        && Character.isLetter(after.text.charAt(0))) {
      part.alias = "to";
    }
  }

  /** Settles junk and the gaps and stresses inside a word whose parts were read one by one. */
  static void resolve(List<Token> tokens) {
    boolean gaps = hasGaps(Token.merged(tokens).text);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.phonemes == null) {
        if (i == tokens.size() - 1
            && token.text.length() == 1
            && UNQUOTED_MARKS.contains(token.text)) {
          token.phonemes = token.text;
        } else if (junk(token.text)) {
          token.phonemes = "";
        }
      } else if (i > 0) {
        token.gapBefore = gaps;
      }
    }
    if (!gaps) {
      spreadStress(tokens.stream().filter(token -> !token.said().isEmpty()).toList());
    }
  }

  private static boolean hasGaps(String text) {
    return text.indexOf(' ') >= 0
        || text.indexOf('/') >= 0
        || text.codePoints()
                .filter(c -> JUNK.indexOf(c) < 0)
                .map(c -> Character.isLetter(c) ? 0 : Letters.isDigit(c) ? 1 : 2)
                .distinct()
                .count()
            > 1;
  }

  private static void spreadStress(List<Token> said) {
    if (said.size() == 2 && said.getFirst().text.length() == 1) {
      weaken(said.getLast());
      return;
    }
    long stressed = said.stream().filter(Compounds::stressed).count();
    if (said.size() < 2 || stressed <= (said.size() + 1) / 2) {
      return;
    }
    said.stream()
        .sorted(Comparator.comparingInt(Compounds::prominence))
        .limit(said.size() / 2)
        .toList()
        .forEach(Compounds::weaken);
  }

  /** The stressed ones are more prominent than all others, whatever their weight. */
  private static int prominence(Token token) {
    return Stress.weight(token.said()) + (stressed(token) ? 1 << 16 : 0);
  }

  private static boolean stressed(Token token) {
    return token.said().indexOf(Stress.PRIMARY) >= 0;
  }

  private static void weaken(Token token) {
    token.phonemes = Stress.apply(token.said(), Stress.WEAKER);
  }
}
