package dev.creature.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoomTest {
  @Property
  void neverPromisesMoreThanThereIsAndLittleLess(@ForAll @IntRange(max = 100_000) int slots) {
    int about = Room.about(slots);
    assertThat(about).isLessThanOrEqualTo(slots);
    assertThat(about * 1.5).isGreaterThanOrEqualTo(slots - 1);
    assertThat(about > 0).isEqualTo(slots > 0);
  }
}
