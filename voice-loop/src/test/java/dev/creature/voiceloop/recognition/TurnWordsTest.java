package dev.creature.voiceloop.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.whisper.Transcript;
import dev.creature.models.whisper.Transcript.Token;
import dev.creature.models.whisper.Transcript.Word;
import dev.creature.models.whisper.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TurnWordsTest {
  private static final int GO = 0;
  private static final int TO = 1;
  private static final int THE = 2;
  private static final int KIT = 3;
  private static final int CHEN = 4;
  private static final int AND = 5;
  private static final int STOP = 6;
  private static final int COMMA = 7;
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(List.of(" go", " to", " the", " kit", "chen", " and", ".", ",", "'s", " é"));

  @Example
  void nothingIsStableAtTheFirstLook() {
    TurnWords words = TurnWords.NONE.heard(look(0, 1500, GO, TO, THE), 2000, VOCABULARY);

    assertThat(words.stable()).isEmpty();
    assertThat(words.partial(2000, VOCABULARY))
        .isEqualTo(new PartialTranscript("go to the", 0, 2000));
  }

  @Example
  void whatTwoLooksAgreeOnIsStableOnceItIsOver() {
    TurnWords words =
        TurnWords.NONE
            .heard(look(0, 1500, GO, TO, THE), 1600, VOCABULARY)
            .heard(look(0, 1800, GO, TO, THE, KIT), 2000, VOCABULARY);

    assertThat(words.partial(2000, VOCABULARY).stableText()).isEqualTo("go to the");
  }

  @Example
  void aWordThatEndedJustNowIsNotStable() {
    TurnWords words =
        TurnWords.NONE
            .heard(look(0, 1500, GO, TO, THE), 1600, VOCABULARY)
            .heard(look(0, 1500, GO, TO, THE), 1700, VOCABULARY);

    assertThat(words.partial(1700, VOCABULARY).stableText()).isEqualTo("go to");
  }

  @Example
  void aWordThatMightGoOnIsNotStable() {
    TurnWords words =
        TurnWords.NONE
            .heard(look(0, 1000, GO, TO, KIT, CHEN), 1500, VOCABULARY)
            .heard(look(0, 1000, GO, TO, KIT, AND), 1900, VOCABULARY);

    assertThat(words.partial(1900, VOCABULARY).stableText()).isEqualTo("go to");
  }

  @Example
  void punctuationIsStableOnlyBeforeAnotherWordThatIsAgreedOn() {
    TurnWords once = TurnWords.NONE.heard(look(0, 1000, GO, TO, KIT, STOP), 1500, VOCABULARY);
    TurnWords twice = once.heard(look(0, 1000, GO, TO, KIT, STOP), 1900, VOCABULARY);
    TurnWords goesOn = twice.heard(look(0, 1900, GO, TO, KIT, COMMA, AND), 2500, VOCABULARY);
    TurnWords again = goesOn.heard(look(0, 1900, GO, TO, KIT, COMMA, AND), 2900, VOCABULARY);

    assertThat(twice.partial(1900, VOCABULARY).stableText()).isEqualTo("go to kit");
    assertThat(goesOn.partial(2500, VOCABULARY).stableText()).isEqualTo("go to kit");
    assertThat(again.partial(2900, VOCABULARY).stableText()).isEqualTo("go to kit, and");
  }

  @Example
  void theLastLookIsTheDraftOfTheNext() {
    TurnWords words =
        TurnWords.NONE
            .heard(look(0, 1500, GO, TO, THE), 1600, VOCABULARY)
            .heard(look(0, 1800, GO, TO, THE, KIT), 2000, VOCABULARY);

    assertThat(words.stable()).containsExactly(GO, TO, THE);
    assertThat(words.draft()).containsExactly(KIT);
  }

  @Example
  void aLongWindowIsCutAtAPause() {
    Transcript look = look(0, 9_000, GO, TO, THE, KIT, STOP, AND, GO, TO);
    TurnWords words = TurnWords.NONE.heard(look, 9_400, VOCABULARY).heard(look, 9_800, VOCABULARY);

    assertThat(words.settledText()).isEqualTo("go to the kit.");
    assertThat(words.windowMillis()).isPositive();
    assertThat(words.windowMillis() % 20).isZero();
    assertThat(words.partial(9_800, VOCABULARY).text()).isEqualTo("go to the kit. and go to");
    assertThat(words.complete(9_800, VOCABULARY).words()).hasSize(7);
  }

  @Example
  void aLongSilenceIsLetGo() {
    TurnWords words = TurnWords.NONE.heard(Transcript.SILENCE, 30_000, VOCABULARY);

    assertThat(words.windowMillis()).isGreaterThan(29_000);
  }

  @Property(tries = 300)
  void theStablePrefixOnlyGrowsAndBeginsEveryLaterResult(@ForAll long seed) {
    Random random = new Random(seed);
    TurnWords words = TurnWords.NONE;
    String stable = "";
    for (long heard = 320; heard < 60_000; heard += 320) {
      words = words.heard(randomLook(words, heard, random), heard, VOCABULARY);
      PartialTranscript partial = words.partial(heard, VOCABULARY);

      assertThat(partial.text()).startsWith(stable);
      assertThat(partial.stableText()).startsWith(stable);
      assertThat(words.complete(heard, VOCABULARY).text()).startsWith(partial.stableText());
      assertThat(heard - words.windowMillis()).isLessThan(28_000);
      stable = partial.stableText();
    }
  }

  /** What a recogniser may say: the stable tokens, the draft with changes, and something new. */
  private static Transcript randomLook(TurnWords words, long heard, Random random) {
    if (random.nextInt(20) == 0 && words.stable().isEmpty()) {
      return Transcript.SILENCE;
    }
    List<Integer> tokens = new ArrayList<>(words.stable());
    for (int token : words.draft()) {
      switch (random.nextInt(12)) {
        case 0 -> tokens.add(random.nextInt(10));
        case 1 -> {
          tokens.add(token);
          tokens.add(random.nextInt(10));
        }
        case 2 -> {}
        default -> tokens.add(token);
      }
    }
    while (random.nextInt(3) != 0) {
      tokens.add(random.nextInt(10));
    }
    int window = Math.toIntExact(heard - words.windowMillis());
    int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
    return look(random.nextInt(200), window - random.nextInt(400), ids);
  }

  /** A transcript whose words share the time evenly. */
  private static Transcript look(int fromMillis, int toMillis, int... ids) {
    List<Token> tokens = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      tokens.add(new Token(ids[i], -0.1f));
      if (i == 0 || VOCABULARY.startsWord(ids[i])) {
        starts.add(i);
      }
    }
    int each = Math.max(1, toMillis - fromMillis) / Math.max(1, starts.size());
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int first = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : ids.length;
      List<Integer> own = tokens.subList(first, end).stream().map(Token::id).toList();
      int start = fromMillis + i * each;
      words.add(new Word(VOCABULARY.text(own).strip(), start, start + each, first, end - first));
    }
    List<Integer> all = tokens.stream().map(Token::id).toList();
    return new Transcript(VOCABULARY.text(all).strip(), tokens, words, -0.1, 0.05, false);
  }
}
