package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.whisper.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CollapsedTailTest {
  private static final String SENTENCE = "Cut it into one half and keep one half.";

  @Test
  void cutsASentenceThatIsSaidAgainInNoTime() {
    // As tiny.en heard it: 1.94 s of speech, and twice nine words in the silence behind it.
    List<Word> heard = said(0, 215, SENTENCE);
    heard.addAll(said(2440, 0, SENTENCE));
    heard.addAll(said(2440, 0, "Cut it into one half and keep one"));
    heard.add(new Word("half", 2440, 2460, heard.size(), 1));
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(9);
  }

  @Test
  void cutsALoopThatGoesAstrayAtItsEnd() {
    List<Word> heard = said(20, 340, "Read chapter 4 before Friday.");
    heard.addAll(said(2120, 0, "Read chapter 4 before Friday. Read chapter 4 before Friday"));
    heard.addAll(said(2120, 30, "Read chapter 4 before 4"));
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(5);
  }

  @Test
  void keepsWhatAPersonSaysTwice() {
    List<Word> heard = said(0, 215, SENTENCE);
    heard.addAll(said(2600, 200, SENTENCE));
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(18);
  }

  @Test
  void keepsTheTimeThatAPersonSaidItAndCutsTheOthers() {
    List<Word> heard = said(0, 215, SENTENCE);
    heard.addAll(said(2600, 200, SENTENCE));
    heard.addAll(said(5000, 0, SENTENCE));
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(18);
  }

  @Test
  void keepsWordsWhoseTimesWereNotFound() {
    List<Word> heard = said(0, 300, "And then he went");
    heard.addAll(said(1200, 0, "up the hill at dawn"));
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(9);
  }

  @Test
  void keepsAQuickNoNo() {
    List<Word> heard = said(0, 90, "no no no");
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(3);
    assertThat(CollapsedTail.wordsSaid(List.of())).isZero();
  }

  @Property
  void keepsWhateverIsSaidAtTheRateOfSpeech(
      @ForAll @Size(max = 30) List<@IntRange(min = 125, max = 900) Integer> durations,
      @ForAll @IntRange(min = 1, max = 4) int vocabulary) {
    List<Word> heard = new ArrayList<>();
    int at = 0;
    for (int duration : durations) {
      heard.add(new Word("w" + heard.size() % vocabulary, at, at + duration, heard.size(), 1));
      at += duration;
    }
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(heard.size());
  }

  @Property
  void cutsEveryRepetitionInNoTime(
      @ForAll @IntRange(min = 3, max = 12) int words,
      @ForAll @IntRange(min = 1, max = 5) int times) {
    List<Word> heard = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      heard.add(new Word("w" + i, 200 * i, 200 * i + 200, i, 1));
    }
    int end = 200 * words + 500;
    for (int i = 0; i < words * times; i++) {
      heard.add(new Word("w" + i % words, end, end, words + i, 1));
    }
    assertThat(CollapsedTail.wordsSaid(heard)).isEqualTo(words);
  }

  /** Words from a time on, each as long as the others. */
  private static List<Word> said(int startMillis, int wordMillis, String text) {
    List<Word> words = new ArrayList<>();
    int at = startMillis;
    for (String word : text.split(" ")) {
      words.add(new Word(word, at, at + wordMillis, words.size(), 1));
      at += wordMillis;
    }
    return words;
  }
}
