package dev.creature.reasoning.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HouseholdTest {
  private static final Fact KEYS = fact("My keys are in the bowl by the door", 1);
  private static final Fact COFFEE = fact("I take my coffee without sugar", 2);
  private static final Fact ROOM = fact("Anna's room is the small bedroom", 3);
  private static final Household KNOWN = Household.EMPTY.with(KEYS).with(COFFEE).with(ROOM);

  @Test
  void theNewerFactHolds() {
    Fact moved = fact("my keys are on the dresser", 9);
    assertThat(KNOWN.with(moved).about("keys")).containsExactly(moved);
    assertThat(KNOWN.with(moved).facts()).hasSize(3);
  }

  @Test
  void givesWhatMattersForARequestAndNothingElse() {
    assertThat(KNOWN.relevant("help me find my keys")).containsExactly(KEYS);
    assertThat(KNOWN.relevant("prepare a coffee for anna")).startsWith(COFFEE);
    assertThat(KNOWN.relevant("bring the towel to Anna's room")).containsExactly(ROOM);
    assertThat(KNOWN.relevant("set the table for two")).isEmpty();
  }

  @Test
  void knowsNothingOfWhatItForgot() {
    Household less = KNOWN.without(KNOWN.about("coffee"));
    assertThat(less.about("coffee")).isEmpty();
    assertThat(less.relevant("prepare a coffee")).isEmpty();
    assertThat(less.facts()).hasSize(2);
  }

  @Test
  void saysItFromTheOtherSide() {
    assertThat(KEYS.toUser()).isEqualTo("your keys are in the bowl by the door");
    assertThat(COFFEE.toUser()).isEqualTo("you take your coffee without sugar");
  }

  @Property(tries = 20)
  void theOldestGivesWay(@ForAll @IntRange(min = 0, max = 300) int more) {
    Household full = Household.EMPTY;
    for (int i = 0; i < Household.MOST + more; i++) {
      full = full.with(new Fact("thing " + i, "thing " + i + " is there", i));
    }
    assertThat(full.facts()).hasSize(Household.MOST);
    assertThat(List.copyOf(full.facts().values()))
        .extracting(Fact::atMillis)
        .allMatch(millis -> millis >= more);
  }

  private static Fact fact(String words, long atMillis) {
    Told.Keep kept = (Told.Keep) Told.in(words).orElseThrow();
    return new Fact(kept.about(), kept.words(), atMillis);
  }
}
