package dev.creature.voiceloop.recognition;

import dev.creature.models.whisper.Transcript;
import dev.creature.models.whisper.Transcript.Word;
import dev.creature.models.whisper.Vocabulary;
import dev.creature.voiceloop.recognition.TurnTranscript.TimedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a turn's words: pure state, changed by each look at the turn.
 *
 * <p>A look goes over the sound from {@link #windowMillis} on. What two looks in succession agree
 * on, up to a word that was over a while ago, is <em>stable</em>: the looks that follow are made to
 * begin with it, so it is never taken back. When the window has grown long, its stable words before
 * a pause are <em>settled</em> and the window begins behind them, so that a look costs the same
 * however long the turn gets.
 *
 * @param settledText text before the window
 * @param settledWords its words
 * @param windowMillis where the window begins, from the start of the turn; a multiple of 20
 * @param stable tokens that the window's text begins with
 * @param hypothesis tokens of the window's text at the last look, {@code stable} first
 * @param windowWords words of the hypothesis, times from the start of the turn
 */
public record TurnWords(
    String settledText,
    List<TimedWord> settledWords,
    long windowMillis,
    List<Integer> stable,
    List<Integer> hypothesis,
    List<TimedWord> windowWords) {
  /** A word must have been over for this long to be stable: it might be the front of a longer. */
  static final int SETTLING_MILLIS = 300;

  /** From here on a window is cut at a pause or at the end of a sentence. */
  static final int LONG_WINDOW_MILLIS = 9_000;

  /** From here on it is cut at any stable word. */
  static final int LONGEST_WINDOW_MILLIS = 15_000;

  /**
   * From here on words that are over are stable without a second look, and the window begins anew
   * even where there is no place to cut. No look goes over more than this and a little.
   */
  static final int FORCED_MILLIS = 22_000;

  private static final int PAUSE_MILLIS = 160;
  private static final int FRAME_MILLIS = 20;

  /** Nothing was understood yet. */
  public static final TurnWords NONE =
      new TurnWords("", List.of(), 0, List.of(), List.of(), List.of());

  public TurnWords {
    settledWords = List.copyOf(settledWords);
    stable = List.copyOf(stable);
    hypothesis = List.copyOf(hypothesis);
    windowWords = List.copyOf(windowWords);
  }

  /** What the next look may expect to find behind {@link #stable}. */
  public List<Integer> draft() {
    return hypothesis.subList(stable.size(), hypothesis.size());
  }

  /** The words after a look. {@code heardMillis} is the end of the sound looked at. */
  public TurnWords heard(Transcript look, long heardMillis, Vocabulary vocabulary) {
    List<Integer> tokens = look.tokenIds();
    if (!startsWith(tokens, stable)) {
      // A look that lost its place falls back behind what it was given; the next one may do better.
      return this;
    }
    List<TimedWord> words =
        look.words().stream()
            .map(word ->
                new TimedWord(
                    word.text(),
                    windowMillis + word.startMillis(),
                    windowMillis + word.endMillis()))
            .toList();
    int agreed = agreed(tokens, look.words(), heardMillis, vocabulary);
    TurnWords now =
        new TurnWords(
            settledText, settledWords, windowMillis, tokens.subList(0, agreed), tokens, words);
    return now.cut(look.words(), agreed, heardMillis)
        .map(word -> now.settled(look.words(), word, vocabulary))
        .orElseGet(() ->
            heardMillis - windowMillis >= FORCED_MILLIS
                ? now.allSettled(heardMillis, vocabulary)
                : now);
  }

  /** All text, the stable part first. */
  public PartialTranscript partial(long heardMillis, Vocabulary vocabulary) {
    String text = text(hypothesis, vocabulary);
    int stableLength = Math.min(text(stable, vocabulary).length(), text.length());
    return new PartialTranscript(text, stableLength, heardMillis);
  }

  /** All text as the result of a turn. */
  public TurnTranscript complete(long heardMillis, Vocabulary vocabulary) {
    List<TimedWord> words = new ArrayList<>(settledWords);
    words.addAll(windowWords);
    return new TurnTranscript(text(hypothesis, vocabulary), words, heardMillis);
  }

  private String text(List<Integer> tokens, Vocabulary vocabulary) {
    String window = vocabulary.text(tokens);
    boolean joined = settledText.isEmpty() || window.isEmpty() || window.startsWith(" ");
    return (settledText + (joined ? "" : " ") + window).strip();
  }

  /** How many tokens of a look are stable. */
  private int agreed(
      List<Integer> tokens, List<Word> words, long heardMillis, Vocabulary vocabulary) {
    if (heardMillis - windowMillis >= FORCED_MILLIS) {
      return words.stream()
          .filter(word -> isOver(word, heardMillis))
          .mapToInt(word -> word.firstToken() + word.tokenCount())
          .reduce(stable.size(), Math::max);
    }
    int common = stable.size();
    while (common < Math.min(tokens.size(), hypothesis.size())
        && tokens.get(common).equals(hypothesis.get(common))) {
      common++;
    }
    int agreed = stable.size();
    for (Word word : words) {
      int end = word.firstToken() + word.tokenCount();
      int spoken = end;
      while (spoken > word.firstToken() && !vocabulary.isWordPart(tokens.get(spoken - 1))) {
        spoken--;
      }
      if (!isOver(word, heardMillis) || spoken > common || wentOn(spoken, vocabulary)) {
        break;
      }
      // The punctuation behind a word is stable once the word behind it is agreed on.
      agreed = Math.max(agreed, end < common ? end : spoken);
    }
    return agreed;
  }

  private boolean isOver(Word word, long heardMillis) {
    return windowMillis + word.endMillis() + SETTLING_MILLIS <= heardMillis;
  }

  /** Whether the look before had a longer word at this place. */
  private boolean wentOn(int spoken, Vocabulary vocabulary) {
    return spoken < hypothesis.size()
        && vocabulary.isWordPart(hypothesis.get(spoken))
        && !vocabulary.startsWord(hypothesis.get(spoken));
  }

  /** Index of the last word to settle, when it is time to. */
  private Optional<Integer> cut(List<Word> words, int agreed, long heardMillis) {
    long window = heardMillis - windowMillis;
    if (window < LONG_WINDOW_MILLIS) {
      return Optional.empty();
    }
    int longestGap = -1;
    Optional<Integer> best = Optional.empty();
    for (int i = 0; i + 1 < words.size(); i++) {
      Word next = words.get(i + 1);
      if (next.firstToken() + next.tokenCount() > agreed) {
        break;
      }
      int gap = next.startMillis() - words.get(i).endMillis();
      boolean sentence = words.get(i).text().matches(".*[.!?]");
      boolean allowed = gap >= PAUSE_MILLIS || sentence || window >= LONGEST_WINDOW_MILLIS;
      // A later cut leaves a shorter window; a longer pause is a safer one.
      if (allowed && (gap >= longestGap || sentence)) {
        longestGap = Math.max(gap, PAUSE_MILLIS);
        best = Optional.of(i);
      }
    }
    return best;
  }

  private TurnWords settled(List<Word> words, int last, Vocabulary vocabulary) {
    Word next = words.get(last + 1);
    int tokens = next.firstToken();
    int middle = (words.get(last).endMillis() + next.startMillis()) / 2;
    List<TimedWord> before = new ArrayList<>(settledWords);
    before.addAll(windowWords.subList(0, last + 1));
    return new TurnWords(
        text(hypothesis.subList(0, tokens), vocabulary),
        before,
        windowMillis + (long) (middle / FRAME_MILLIS) * FRAME_MILLIS,
        stable.subList(tokens, stable.size()),
        hypothesis.subList(tokens, hypothesis.size()),
        windowWords.subList(last + 1, windowWords.size()));
  }

  /**
   * Lets go of a window that has no place to cut: one word and a long silence, or silence alone.
   */
  private TurnWords allSettled(long heardMillis, Vocabulary vocabulary) {
    long from = (heardMillis - SETTLING_MILLIS) / FRAME_MILLIS * FRAME_MILLIS;
    List<TimedWord> all = new ArrayList<>(settledWords);
    all.addAll(windowWords);
    return new TurnWords(text(hypothesis, vocabulary), all, from, List.of(), List.of(), List.of());
  }

  private static boolean startsWith(List<Integer> tokens, List<Integer> prefix) {
    return tokens.size() >= prefix.size() && tokens.subList(0, prefix.size()).equals(prefix);
  }
}
