package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeadroomTest {
  @Test
  void hasRoomForAsManyAsTheIdleCoresCanServeAtWhatAConversationCostsHere() {
    // 3 of 4 cores idle, a tenth of all kept free: 2.6 cores at half a core each.
    assertThat(new Headroom(4, 3, 1, 0).slots(2)).isEqualTo(5);
  }

  @Test
  void hasNoRoomWhereOthersUseTheMachineHoweverFewTalk() {
    assertThat(new Headroom(4, 0.2, 0.1, 0).slots(1)).isZero();
  }

  @Test
  void reckonsWithTheUsualCostWhileNobodyTalks() {
    assertThat(new Headroom(2, 2, 0, 0).slots(0)).isEqualTo(5);
  }

  @Test
  void looksAtWhatTheVoiceRunsOnWhereThatIsNotTheProcessor() {
    // Four conversations keep it half busy: 0.4 are left at an eighth each.
    assertThat(new Headroom(16, 16, 0, 0.5).slots(4)).isEqualTo(3);
    assertThat(new Headroom(16, 16, 0, 1).slots(4)).isZero();
  }

  @Property
  void isNeverNegativeAndNeverGrowsWhenOthersUseMore(
      @ForAll @DoubleRange(max = 8) double idle,
      @ForAll @DoubleRange(max = 1) double less,
      @ForAll @DoubleRange(max = 8) double used,
      @ForAll @DoubleRange(max = 1) double engine,
      @ForAll @IntRange(max = 50) int talking) {
    int more = new Headroom(8, idle, used, engine).slots(talking);
    assertThat(new Headroom(8, idle * less, used, engine).slots(talking)).isBetween(0, more);
  }

  @Test
  void forgetsAMomentOfLoadAndNoticesLoadThatStays() {
    double[] machine = {0};
    HeadroomGauge gauge = new HeadroomGauge(4, () -> machine[0], () -> 0);
    assertThat(gauge.look(0).idleCores()).isEqualTo(4);
    machine[0] = 1;
    assertThat(gauge.look(0).idleCores()).isGreaterThan(2);
    for (int second = 0; second < 10; second++) {
      Headroom _ = gauge.look(0);
    }
    assertThat(gauge.look(0).idleCores()).isLessThan(0.2);
    // A system that does not tell changes nothing.
    machine[0] = -1;
    assertThat(gauge.look(0).idleCores()).isLessThan(0.2);
  }
}
