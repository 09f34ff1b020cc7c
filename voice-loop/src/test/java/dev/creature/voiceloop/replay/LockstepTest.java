package dev.creature.voiceloop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockstepTest {
  private final Lockstep lockstep = new Lockstep();
  private final InferencePool pool = new InferencePool(2);
  private final List<String> order = new ArrayList<>();

  @BeforeEach
  void takeOver() {
    pool.handOver();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void handsAResultOverWhenItsTimeHasGoneByWhateverTheRealOne() {
    ask(Lane.SOUND, "clause");

    lockstep.advance(pool, 14_999);
    assertThat(order).isEmpty();
    lockstep.advance(pool, 15_000);
    assertThat(order).containsExactly("clause");
  }

  @Test
  void letsTwoRunAtATimeAndWhatIsNearestToSoundFirst() {
    ask(Lane.THINKING, "word");
    ask(Lane.HEARING, "window");
    ask(Lane.SOUND, "clause");

    lockstep.advance(pool, 15_000);
    assertThat(order).containsExactly("window", "clause");
    lockstep.advance(pool, 16_000);
    assertThat(order).containsExactly("window", "clause", "word");
  }

  @Test
  void letsWhatFollowsFromAResultHappenBeforeTheNext() {
    pool.submit(Lane.HEARING, "a", () -> "first")
        .thenAccept(result ->
            lockstep.execute(() -> {
              order.add(result);
              ask(Lane.HEARING, "third");
            }));
    pool.submit(Lane.HEARING, "b", () -> "second").thenAccept(order::add);

    lockstep.advance(pool, 6_000);
    assertThat(order).containsExactly("first", "second");
    lockstep.advance(pool, 12_000);
    assertThat(order).containsExactly("first", "second", "third");
  }

  @Test
  void spendsNoTimeOnWhatNobodyWantsAnyMore() {
    var unwanted = pool.submit(Lane.SOUND, "a", () -> order.add("unwanted"));
    unwanted.cancel(false);
    ask(Lane.SOUND, "wanted");

    lockstep.advance(pool, 15_000);
    assertThat(order).containsExactly("wanted");
  }

  @Test
  void tellsWhoAskedThatItFailed() {
    pool.submit(
            Lane.SOUND,
            "a",
            () -> {
              throw new IllegalStateException("broken");
            })
        .whenComplete((_, failure) -> order.add(String.valueOf(failure.getMessage())));

    lockstep.advance(pool, 15_000);
    assertThat(order).containsExactly("broken");
  }

  private void ask(Lane lane, String name) {
    pool.submit(lane, name, () -> name).thenAccept(order::add);
  }
}
