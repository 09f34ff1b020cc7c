package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private final Placement placement = new Placement();

  @Test
  void keepsAConversationWhereThereIsNoOtherNode() {
    assertThat(placement.sendsOn(0)).isFalse();
  }

  @Test
  void sendsOneOnToANodeWithMuchMoreRoomAndNotToOneWithALittleMore() {
    placement.learn(9);
    assertThat(placement.sendsOn(4)).isFalse();
    assertThat(placement.sendsOn(3)).isTrue();
  }

  @Test
  void sendsNoMoreThanThereIsRoomForUntilItHearsAgain() {
    placement.learn(5);
    int sent = 0;
    while (placement.sendsOn(0)) {
      sent++;
    }
    assertThat(sent).isEqualTo(4);
    placement.learn(2);
    assertThat(placement.sendsOn(0)).isTrue();
  }

  @Test
  void countsThoseWhoCameSinceItWasMeasuredLast() {
    Seats seats = new Seats(new Admission(100, 100), new HeadroomGauge(2, () -> 0, () -> 0));
    int room = seats.free(0);
    assertThat(room).isPositive();
    assertThat(seats.free(2)).isEqualTo(room - 2);
    seats.elsewhere(100);
    assertThat(seats.betterElsewhere(0)).get().asString().contains("more room");
  }

  @Test
  void hasNoRoomWhileTheClockIsLateAndItServesAsManyAsAreNeverRefused() {
    Seats seats = new Seats(new Admission(8, 2), new HeadroomGauge(64, () -> 0, () -> 0));
    seats.tick(0, 2, 0);
    seats.tick(TimeUnit.MILLISECONDS.toNanos(400), 2, 0);
    assertThat(seats.free(2)).isZero();
    assertThat(seats.free(1)).isEqualTo(7);
  }
}
