package dev.creature.models.language.tokens;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model's tokenizer. Thread-safe.
 *
 * <p>{@link #encode} is for text from anywhere: the name of a control token in it is spelt out like
 * any other text, so that nobody can speak the model's control tokens. Half a surrogate pair
 * becomes U+FFFD.
 */
public final class Tokenizer {
  private final Vocabulary vocabulary;
  private final BytePairEncoder words;
  private final Map<String, Integer> controls;
  private final Pattern controlNames;

  public Tokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words = new BytePairEncoder(vocabulary);
    this.controls = vocabulary.controlTokens();
    this.controlNames =
        Pattern.compile(
            controls.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")")));
  }

  /** The tokens of a text; never a control token. */
  public int[] encode(String text) {
    TokenSequence tokens = new TokenSequence();
    encode(text, tokens);
    return tokens.toArray();
  }

  /** The tokens of a text of our own, in which the names of control tokens stand for them. */
  public int[] encodeTrusted(String text) {
    TokenSequence tokens = new TokenSequence();
    int from = 0;
    if (!controls.isEmpty()) {
      Matcher matcher = controlNames.matcher(text);
      while (matcher.find()) {
        encode(text.substring(from, matcher.start()), tokens);
        Optional.ofNullable(controls.get(matcher.group())).ifPresent(tokens::add);
        from = matcher.end();
      }
    }
    encode(text.substring(from), tokens);
    return tokens.toArray();
  }

  /** The text of tokens; control tokens stand for none. Bytes that are no UTF-8 become U+FFFD. */
  public String decode(int[] tokens) {
    TextStream stream = new TextStream(this);
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(stream.add(token));
    }
    return text.append(stream.finish()).toString();
  }

  /** The bytes that a token stands for; none for a control token. */
  public byte[] bytes(int token) {
    return vocabulary.control()[token] ? new byte[0] : vocabulary.bytes()[token];
  }

  /** Whether a token steers the model and stands for no text. */
  public boolean isControl(int token) {
    return vocabulary.control()[token];
  }

  /** The control token of this name, such as {@code <|im_end|>}. */
  public Optional<Integer> controlToken(String name) {
    return Optional.ofNullable(controls.get(name));
  }

  /** Number of tokens. */
  public int size() {
    return vocabulary.size();
  }

  private void encode(String text, TokenSequence tokens) {
    // Through UTF-8 and back: a lone surrogate becomes the replacement character, once, here.
    String valid = hasLoneSurrogate(text) ? replaceLoneSurrogates(text) : text;
    for (String word : vocabulary.preTokenizer().words(valid)) {
      words.encode(word, tokens);
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(Tokenizer::isSurrogate);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String replaceLoneSurrogates(String text) {
    return text.codePoints()
        .map(codePoint -> isSurrogate(codePoint) ? '\uFFFD' : codePoint)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
