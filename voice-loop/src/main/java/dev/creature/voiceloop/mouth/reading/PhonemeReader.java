package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.ReadingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a normalized sentence into phonemes. Thread-safe; below a millisecond for a sentence. */
final class PhonemeReader {
  private static final Pattern LINK = Letters.pattern("\\[([^\\]]+)\\]\\(([^\\)]*)\\)");
  private static final Pattern UNKNOWN_PIECE =
      Letters.pattern("[^\\W\\d_]+(?:['’][^\\W\\d_]+)*|\\d+(?:[,.]\\d+)*|[^\\w\\s]+");
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("/", "slˈæʃ"),
          Map.entry("=", "ˈikwᵊlz"),
          Map.entry("+", "plˈʌs"),
          Map.entry("&", "ænd"),
          Map.entry("@", "æt"),
          Map.entry("%", "pəɹsˈɛnt"),
          Map.entry("#", "hˈæʃ"),
          Map.entry("*", "ˈæstəɹˌɪsk"),
          Map.entry("~", "tˈɪldə"),
          Map.entry("^", "kˈɛɹət"),
          Map.entry("<", "lˈɛs ðən"),
          Map.entry(">", "ɡɹˈATəɹ ðən"),
          Map.entry("—", "—"));

  private final ReadingModel model;
  private final Tokenizer tokenizer;
  private final WordReading words;

  PhonemeReader(ReadingModel model) {
    this.model = model;
    this.tokenizer = new Tokenizer(model.tables());
    this.words = new WordReading(model);
  }

  /** Reads a text. The pieces' source positions are those in {@code text}. */
  Pronunciation read(String text) {
    List<List<Token>> compounds = Compounds.words(tokens(text));
    NextSound next = NextSound.END;
    for (List<Token> word : compounds.reversed()) {
      next = word.size() == 1 ? readSingle(word.getFirst(), next) : readCompound(word, next);
    }
    return joined(compounds);
  }

  /** Tokens with tags; {@code [text](/phonemes/)} says how its text is spoken. */
  private List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int at = 0;
    while (link.find()) {
      addTokens(text, at, link.start(), tokens);
      Token token = new Token(link.group(1), "NN", link.start(1), link.end(1));
      String given = link.group(2);
      if (given.length() > 1 && given.startsWith("/") && given.endsWith("/")) {
        token.phonemes = given.substring(1).replaceFirst("/+$", "");
      }
      token.spaceAfter =
          link.end() < text.length() && Character.isWhitespace(text.charAt(link.end()));
      tokens.add(token);
      at = link.end();
    }
    addTokens(text, at, text.length(), tokens);
    return tokens;
  }

  private void addTokens(String text, int from, int to, List<Token> tokens) {
    List<Tokenizer.Piece> pieces = tokenizer.split(text.substring(from, to));
    List<String> tags = model.tagger().tag(pieces.stream().map(Tokenizer.Piece::text).toList());
    for (int i = 0; i < pieces.size(); i++) {
      Tokenizer.Piece piece = pieces.get(i);
      int start = from + piece.start();
      Token token = new Token(piece.text(), tags.get(i), start, start + piece.text().length());
      token.spaceAfter = piece.spaceAfter();
      tokens.add(token);
    }
  }

  private NextSound readSingle(Token token, NextSound next) {
    if (token.phonemes == null) {
      token.phonemes = words.read(token, next);
    }
    if (token.phonemes == null) {
      token.phonemes = unknown(token.text);
    }
    return before(next, token.said(), token);
  }

  /** Reads the longest known stretches of a compound, from its end. */
  private NextSound readCompound(List<Token> word, NextSound after) {
    NextSound next = after;
    int left = 0;
    int right = word.size();
    while (left < right) {
      List<Token> stretch = word.subList(left, right);
      if (stretch.stream().noneMatch(Token::decided)) {
        Token merged = Token.merged(stretch);
        String phonemes = words.read(merged, next);
        if (phonemes != null) {
          stretch.forEach(token -> token.phonemes = "");
          stretch.getFirst().phonemes = phonemes;
          next = before(next, phonemes, merged);
          right = left;
          left = 0;
          continue;
        }
      }
      if (left + 1 < right) {
        left++;
        continue;
      }
      right--;
      Token single = word.get(right);
      if (single.phonemes == null) {
        if (!Compounds.junk(single.text)) {
          String phonemes = unknown(Token.merged(word).text);
          word.forEach(token -> token.phonemes = "");
          word.getFirst().phonemes = phonemes;
          return next;
        }
        single.phonemes = "";
      }
      left = 0;
    }
    Compounds.resolve(word);
    return next;
  }

  private static NextSound before(NextSound next, String phonemes, Token token) {
    NextSound.Kind kind = next.kind();
    for (int i = 0; i < phonemes.length(); i++) {
      char c = phonemes.charAt(i);
      if (Compounds.UNQUOTED_MARKS.indexOf(c) >= 0) {
        kind = NextSound.Kind.PAUSE;
        break;
      }
      if (Stress.isVowel(c)) {
        kind = NextSound.Kind.VOWEL;
        break;
      }
      if (Stress.CONSONANTS.indexOf(c) >= 0) {
        kind = NextSound.Kind.CONSONANT;
        break;
      }
    }
    boolean isTo =
        token.text.equals("to")
            || token.text.equals("To")
            || (token.text.equals("TO") && (token.tag.equals("TO") || token.tag.equals("IN")));
    return new NextSound(kind, isTo);
  }

  /** An unknown word: letters to the net, digits to the number reader, symbols by name. */
  private String unknown(String text) {
    List<String> parts = new ArrayList<>();
    Matcher piece = UNKNOWN_PIECE.matcher(text);
    while (piece.find()) {
      String part = piece.group();
      String phonemes;
      if (Character.isDigit(part.codePointAt(0))) {
        phonemes = words.digits(part);
      } else if (Character.isLetter(part.codePointAt(0))) {
        phonemes = model.unknownWords().read(part);
      } else {
        StringBuilder names = new StringBuilder();
        part.codePoints()
            .forEach(c -> names.append(SYMBOLS.getOrDefault(Character.toString(c), "")));
        phonemes = names.toString();
      }
      if (!phonemes.isEmpty()) {
        parts.add(phonemes);
      }
    }
    return String.join(" ", parts);
  }

  private static Pronunciation joined(List<List<Token>> words) {
    StringBuilder phonemes = new StringBuilder();
    List<Pronunciation.Piece> pieces = new ArrayList<>();
    for (List<Token> word : words) {
      int from = phonemes.length();
      for (Token token : word) {
        String said = token.said().replace('ɾ', 'T').replace('ʔ', 't');
        if (token.gapBefore
            && phonemes.length() > from
            && phonemes.charAt(phonemes.length() - 1) != ' '
            && !said.isEmpty()) {
          phonemes.append(' ');
        }
        phonemes.append(said);
      }
      if (phonemes.length() > from) {
        pieces.add(
            new Pronunciation.Piece(
                from, phonemes.length(), word.getFirst().start, word.getLast().end));
      }
      if (word.getLast().spaceAfter) {
        phonemes.append(' ');
      }
    }
    return stripped(phonemes.toString(), pieces);
  }

  private static Pronunciation stripped(String phonemes, List<Pronunciation.Piece> pieces) {
    int front = 0;
    while (front < phonemes.length() && phonemes.charAt(front) == ' ') {
      front++;
    }
    String text = phonemes.strip();
    int shift = front;
    return new Pronunciation(
        text,
        pieces.stream()
            .map(piece ->
                new Pronunciation.Piece(
                    piece.from() - shift,
                    Math.min(piece.to() - shift, text.length()),
                    piece.sourceStart(),
                    piece.sourceEnd()))
            .toList());
  }
}
