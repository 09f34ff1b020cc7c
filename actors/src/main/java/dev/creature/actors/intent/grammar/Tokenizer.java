package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words and marks, and writes short forms out. */
final class Tokenizer {
  /** More words than a person says in a turn; what follows is not read. */
  static final int MOST_TOKENS = 400;

  private static final Pattern PIECE =
      Pattern.compile(
          "\\.\\.+|…|[.!?;:,–—]|\\s-+\\s|[$£€]?[\\p{L}\\p{N}][\\p{L}\\p{N}'()%_-]*|'\\p{L}+");

  /** Words behind which an apostrophe and an s is a verb. */
  private static final Set<String> BEFORE_IS =
      Set.of(
          "it", "that", "there", "what", "where", "who", "how", "he", "she", "here", "when",
          "something", "everything", "nothing", "someone", "somebody", "everyone", "everybody",
          "nobody", "this");

  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof");

  private static final Map<String, String> ENDINGS =
      Map.of("'m", "am", "'re", "are", "'ve", "have", "'ll", "will", "'d", "would");

  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("can't", "can not"),
          Map.entry("cannot", "can not"),
          Map.entry("won't", "will not"),
          Map.entry("shan't", "shall not"),
          Map.entry("ain't", "is not"),
          Map.entry("dont", "do not"),
          Map.entry("cant", "can not"),
          Map.entry("wont", "will not"),
          Map.entry("didnt", "did not"),
          Map.entry("doesnt", "does not"),
          Map.entry("isnt", "is not"),
          Map.entry("ive", "i have"),
          Map.entry("im", "i am"),
          Map.entry("let's", "let us"),
          Map.entry("lets", "let us"),
          Map.entry("gonna", "going to"),
          Map.entry("wanna", "want to"),
          Map.entry("gotta", "have to"),
          Map.entry("gimme", "give me"),
          Map.entry("lemme", "let me"),
          Map.entry("c'mon", "come on"),
          Map.entry("whats", "what is"),
          Map.entry("ca", "can"));

  private Tokenizer() {}

  /** Reads at most {@link #MOST_TOKENS} tokens. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher pieces =
        PIECE.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\''));
    while (tokens.size() < MOST_TOKENS && pieces.find()) {
      String piece = pieces.group().strip();
      switch (piece.charAt(0)) {
        case ',', '–', '—', '-', '…' -> tokens.add(new Token(",", Token.Kind.PAUSE));
        case '.' -> {
          if (piece.length() > 1) {
            tokens.add(new Token(",", Token.Kind.PAUSE));
          } else if (!isTitle(tokens)) {
            tokens.add(new Token(".", Token.Kind.END));
          }
        }
        case '!', ';', ':' -> tokens.add(new Token(piece, Token.Kind.END));
        case '?' -> tokens.add(new Token(piece, Token.Kind.QUESTION));
        default -> addWords(strip(piece), tokens);
      }
    }
    return tokens;
  }

  /** Behind "Mrs." the sentence goes on. */
  private static boolean isTitle(List<Token> tokens) {
    return !tokens.isEmpty() && TITLES.contains(tokens.getLast().word());
  }

  private static void addWords(String piece, List<Token> tokens) {
    String whole = WHOLE.get(piece);
    if (whole != null) {
      add(whole, tokens);
      return;
    }
    int quote = piece.lastIndexOf('\'');
    if (piece.endsWith("n't")) {
      add(piece.substring(0, piece.length() - 3) + " not", tokens);
    } else if (quote >= 0 && ENDINGS.containsKey(piece.substring(quote))) {
      add(piece.substring(0, quote) + " " + ENDINGS.get(piece.substring(quote)), tokens);
    } else if (piece.endsWith("'s")) {
      String before = piece.substring(0, quote);
      String said = before.isEmpty() && !tokens.isEmpty() ? tokens.getLast().word() : before;
      if (said.equals("let")) {
        add(before + " us", tokens);
      } else if (BEFORE_IS.contains(said)) {
        add(before + " is", tokens);
      } else if (!before.isEmpty()) {
        add(piece, tokens);
      } else if (!tokens.isEmpty()) {
        Token owner = tokens.removeLast();
        tokens.add(new Token(owner.word() + "'s", owner.kind()));
      }
    } else {
      add(piece, tokens);
    }
  }

  private static void add(String words, List<Token> tokens) {
    for (String word : words.strip().split(" ")) {
      if (!word.isEmpty()) {
        tokens.add(new Token(word, Token.Kind.WORD));
      }
    }
  }

  /** A quotation's closing mark is no part of its last word. */
  private static String strip(String piece) {
    int end = piece.length();
    while (end > 1 && (piece.charAt(end - 1) == '\'' || piece.charAt(end - 1) == '-')) {
      end--;
    }
    return piece.substring(0, end);
  }
}
