package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.mouth.reading.Pronunciation;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final int MILLI = 24;

  /** "hi, pal": silence 10 ms, then 20 ms for each character, then 30 ms of silence. */
  private static Timeline timeline(double offsetMillis) {
    String phonemes = "hˈI, pˈæl";
    int[] durations = new int[phonemes.length() + 2];
    java.util.Arrays.fill(durations, 20 * MILLI);
    durations[0] = 10 * MILLI;
    durations[durations.length - 1] = 30 * MILLI;
    return new Timeline(phonemes, durations, offsetMillis);
  }

  @Test
  void givesTheTimeOfAStressMarkToTheSoundBehindIt() {
    assertThat(timeline(0).phonemes())
        .containsExactly(
            new TimedPhoneme("h", 10, 30),
            new TimedPhoneme("I", 30, 70),
            new TimedPhoneme("p", 110, 130),
            new TimedPhoneme("æ", 130, 170),
            new TimedPhoneme("l", 170, 190));
  }

  @Test
  void startsBehindThePause() {
    assertThat(timeline(100).phonemes().getFirst()).isEqualTo(new TimedPhoneme("h", 110, 130));
    assertThat(timeline(100).visemes().getFirst()).isEqualTo(new TimedViseme(Viseme.SIL, 0, 110));
  }

  @Test
  void coversTheWholeSoundWithShapes() {
    List<TimedViseme> visemes = timeline(0).visemes();
    double now = 0;
    for (TimedViseme viseme : visemes) {
      assertThat(viseme.startMillis()).isEqualTo(now);
      assertThat(viseme.endMillis()).isGreaterThan(now);
      now = viseme.endMillis();
    }
    assertThat(now).isEqualTo(220);
    assertThat(visemes)
        .extracting(TimedViseme::viseme)
        .containsExactly(
            Viseme.SIL,
            Viseme.KK,
            Viseme.AA,
            Viseme.I,
            Viseme.PP,
            Viseme.AA,
            Viseme.NN,
            Viseme.SIL);
  }

  @Test
  void timesTheWordsOfTheText() {
    List<TimedWord> words =
        timeline(0)
            .words(
                "Hi, pal",
                List.of(
                    new Pronunciation.Piece(0, 3, 0, 2),
                    new Pronunciation.Piece(3, 4, 2, 3),
                    new Pronunciation.Piece(5, 9, 4, 7)));
    assertThat(words)
        .containsExactly(new TimedWord("Hi,", 0, 3, 10, 90), new TimedWord("pal", 4, 7, 110, 190));
  }

  @Test
  void sharesTheTimeOfWordsThatAreSpokenAsOne() {
    List<TimedWord> words = timeline(0).words("5 kg", List.of(new Pronunciation.Piece(0, 9, 0, 4)));
    assertThat(words)
        .containsExactly(new TimedWord("5", 0, 1, 10, 70), new TimedWord("kg", 2, 4, 70, 190));
  }

  @Test
  void givesNoTimeToWordsThatAreNotSpoken() {
    List<TimedWord> words =
        timeline(0)
            .words(
                "Hi 😀 pal",
                List.of(new Pronunciation.Piece(0, 3, 0, 2), new Pronunciation.Piece(5, 9, 6, 9)));
    assertThat(words.get(1)).isEqualTo(new TimedWord("😀", 3, 5, 70, 70));
    assertThat(words.get(2).startMillis()).isEqualTo(110);
  }
}
