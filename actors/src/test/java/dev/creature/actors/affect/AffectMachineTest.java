package dev.creature.actors.affect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffectMachineTest {
  private static final AffectTable TABLE = AffectTable.usual();
  private final AffectMachine machine = new AffectMachine(TABLE);

  @TempDir private Path folder;

  record Step(String stimulus, int afterMillis) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    List<String> names = new ArrayList<>(TABLE.stimuli().keySet());
    names.add("unheard of");
    return Combinators.combine(Arbitraries.of(names), Arbitraries.integers().between(0, 3_000))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  @Property(tries = 300)
  void neverFlickersAndNeverLeavesItsPlane(@ForAll("steps") List<Step> steps) {
    AffectState state = machine.rest(0);
    long now = 0;
    long lastChange = 0;
    for (Step step : steps) {
      now += step.afterMillis();
      AffectState next = machine.felt(state, step.stimulus(), now);
      assertThat(Math.abs(next.feeling().valence())).isLessThanOrEqualTo(1);
      assertThat(Math.abs(next.feeling().arousal())).isLessThanOrEqualTo(1);
      assertThat(TABLE.labels()).containsKey(next.emotion());
      if (!next.emotion().equals(state.emotion())) {
        assertThat(now - lastChange).isGreaterThanOrEqualTo(TABLE.shortestLabelMillis());
        lastChange = now;
      }
      state = next;
    }
  }

  @Property(tries = 100)
  void comesBackToRestWhateverHappened(@ForAll("steps") List<Step> steps) {
    AffectState state = machine.rest(0);
    for (Step step : steps) {
      state = machine.felt(state, step.stimulus(), state.atMillis() + step.afterMillis());
    }
    AffectState later = machine.at(state, state.atMillis() + 20 * TABLE.halfLifeMillis());
    assertThat(later.feeling().distance(TABLE.baseline())).isLessThan(0.001);
    assertThat(later.emotion()).isEqualTo("neutral");
  }

  @Property(tries = 100)
  void timeInOneStepIsTimeInTwo(@ForAll("steps") List<Step> steps, @ForAll short split) {
    AffectState state = machine.rest(0);
    for (Step step : steps) {
      state = machine.felt(state, step.stimulus(), state.atMillis() + step.afterMillis());
    }
    long end = state.atMillis() + 70_000;
    AffectState once = machine.at(state, end);
    AffectState twice = machine.at(machine.at(state, state.atMillis() + Math.abs(split)), end);
    assertThat(twice.feeling().valence()).isCloseTo(once.feeling().valence(), within(1e-9));
    assertThat(twice.feeling().arousal()).isCloseTo(once.feeling().arousal(), within(1e-9));
  }

  @Test
  void isGladOfPraiseAndAngryOfInsults() {
    AffectState praised = machine.felt(machine.rest(0), "praise", 2_000);
    assertThat(praised.emotion()).isEqualTo("joy");
    AffectState insulted = machine.felt(machine.rest(0), "insult", 2_000);
    assertThat(insulted.emotion()).isEqualTo("anger");
    AffectState done = machine.felt(machine.rest(0), "task-done", 2_000);
    assertThat(done.emotion()).isEqualTo("proud");
  }

  @Test
  void doesNotFeelTheSameThingAgainAtOnce() {
    AffectState once = machine.felt(machine.rest(0), "praise", 2_000);
    AffectState twice = machine.felt(once, "praise", 2_100);
    assertThat(twice.feeling().valence()).isLessThan(once.feeling().valence());
  }

  @Test
  void takesWhatAUserWritesInsteadOfTheTable() throws IOException {
    Path own =
        Files.writeString(folder.resolve("affect.conf"), "affect.stimuli.praise.valence = -0.9");
    AffectMachine odd = new AffectMachine(AffectTable.read(own));
    assertThat(odd.felt(odd.rest(0), "praise", 2_000).feeling().valence()).isLessThan(-0.5);
  }

  @Test
  void saysWhatIsWrongWithATable() throws IOException {
    Path own = Files.writeString(folder.resolve("affect.conf"), "affect.labels.joy.valence = 7");
    assertThatThrownBy(() -> AffectTable.read(own))
        .hasMessageContaining("affect.conf")
        .hasMessageContaining("from -1 to 1");
  }

  @Test
  void findsPhrasesOnlyAsWholeWords() {
    assertThat(TABLE.stimuliIn("Well, THANK YOU so much!", TABLE.userWords()))
        .containsExactly("praise");
    assertThat(TABLE.stimuliIn("which ships shine", TABLE.userWords())).isEmpty();
  }

  @Test
  void isCuriousAboutWhoeverLooksAtIt() {
    AffectState looked = machine.felt(machine.rest(0), "eye-contact", 1_000);
    assertThat(looked.emotion()).isEqualTo("curious");
    AffectState again = machine.felt(looked, "eye-contact", 5_000);
    assertThat(again.feeling().arousal()).as("not over and over").isLessThan(0.3);
  }

  @Test
  void wakesWhenSomebodyComes() {
    AffectState state = machine.rest(0);
    for (int silences = 1; silences <= 6; silences++) {
      state = machine.felt(state, "silence", silences * 6_000L);
    }
    assertThat(state.emotion()).isEqualTo("sleepy");
    assertThat(machine.at(machine.felt(state, "arrival", 37_000), 37_800).emotion())
        .isNotEqualTo("sleepy");
  }
}
