package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestPaceTest {
  private long nowMillis;
  private final RequestPace pace = new RequestPace(() -> Instant.ofEpochMilli(nowMillis));

  @Test
  void letsSoManyThroughAndGoesOnInTheNextWindow() {
    for (int i = 0; i < RequestPace.MOST; i++) {
      assertThat(pace.isTooFast("a")).isFalse();
    }
    assertThat(pace.isTooFast("a")).isTrue();
    assertThat(pace.isTooFast("b")).isFalse();
    nowMillis += RequestPace.WINDOW_MILLIS;
    assertThat(pace.isTooFast("a")).isFalse();
  }

  @Test
  void forgetsThoseWhoAskedLongestAgoWhenThereAreMany() {
    for (int i = 0; i < RequestPace.MOST; i++) {
      assertThat(pace.isTooFast("first")).isFalse();
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(pace.isTooFast("other " + i)).isFalse();
    }
    assertThat(pace.isTooFast("first")).isFalse();
  }
}
