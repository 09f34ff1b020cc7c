package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  @Test
  void letsAPersonRepeatThemselves() {
    assertThat(Repetition.isLoop(List.of(3, 3, 3))).isFalse();
    assertThat(Repetition.isLoop(List.of(3, 11, 3, 11, 3, 13))).isFalse();
    List<Integer> sentence = IntStream.range(0, 9).boxed().toList();
    assertThat(Repetition.isLoop(times(sentence, 2))).isFalse();
  }

  @Test
  void cutsALoopToASingleTime() {
    List<Integer> sentence = List.of(5, 6, 7, 8, 9);
    List<Integer> text = new ArrayList<>(List.of(1, 2));
    text.addAll(times(sentence, 4));
    text.addAll(sentence.subList(0, 2));

    assertThat(Repetition.lengthWithoutLoop(text)).isEqualTo(2 + sentence.size());
  }

  @Test
  void cutsAWordThatIsSaidOverAndOver() {
    assertThat(Repetition.lengthWithoutLoop(times(List.of(7), 8))).isEqualTo(1);
  }

  @Property
  void findsEveryLoopOfASentence(
      @ForAll @Size(min = 4, max = 30) List<@IntRange(max = 50_000) Integer> sentence) {
    assertThat(Repetition.isLoop(times(sentence, 6))).isTrue();
  }

  @Property
  void keepsAStartOfTheText(@ForAll List<@IntRange(max = 3) Integer> tokens) {
    assertThat(Repetition.lengthWithoutLoop(tokens))
        .isBetween(Math.min(1, tokens.size()), tokens.size());
  }

  private static List<Integer> times(List<Integer> words, int count) {
    return Collections.nCopies(count, words).stream().flatMap(List::stream).toList();
  }
}
