package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent.Backchannel;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EncouragementTest {
  private final FakeSurroundings around = new FakeSurroundings();
  private final Encouragement encouragement = new Encouragement(around);

  EncouragementTest() {
    around.backchannel = Optional.of(new Voice.Opener("Mm-hm.", FakeSurroundings.CLIP));
  }

  private void pauseAfter(long speechMillis, double endProbability, long nowMillis) {
    encouragement.pause(
        new Silence(1, nowMillis, 240, speechMillis, 0, OptionalDouble.empty()),
        endProbability,
        nowMillis);
  }

  private List<String> words() {
    return around.noticed(Backchannel.class).stream().map(Backchannel::words).toList();
  }

  private long sounds() {
    return around.told.stream().filter(EngineEvent.Aside.class::isInstance).count();
  }

  @Test
  void nodsWithoutAWordAtTheFirstPauseOfALongSentence() {
    pauseAfter(5_000, 0.1, 5_000);
    assertThat(words()).containsExactly("");
  }

  @Test
  void saysASoftWordToSomebodyWhoTellsATale() {
    pauseAfter(9_000, 0.1, 9_000);
    assertThat(words()).containsExactly("Mm-hm.");
    assertThat(sounds()).isOne();
  }

  @Test
  void saysNothingWhereTheTurnMayBeOver() {
    pauseAfter(9_000, 0.6, 9_000);
    assertThat(sounds()).isZero();
  }

  @Test
  void onlyNodsWhereItHasNoWords() {
    around.backchannel = Optional.empty();
    pauseAfter(9_000, 0.1, 9_000);
    assertThat(words()).containsExactly("");
  }

  @Property(tries = 500)
  void neverSaysTwoWordsInARow(
      @ForAll @Size(max = 60) List<@IntRange(min = 32, max = 9_000) Integer> steps,
      @ForAll @DoubleRange(max = 1) double endProbability) {
    EncouragementTest fresh = new EncouragementTest();
    long now = 0;
    for (int step : steps) {
      now += step;
      fresh.pauseAfter(now, endProbability, now);
    }
    List<String> said = fresh.words();
    for (int i = 1; i < said.size(); i++) {
      assertThat(said.get(i - 1).isEmpty() || said.get(i).isEmpty()).isTrue();
    }
  }
}
