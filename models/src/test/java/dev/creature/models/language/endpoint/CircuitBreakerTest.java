package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.endpoint.CircuitBreaker.Permission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final CircuitBreaker breaker =
      new CircuitBreaker(2, Duration.ofSeconds(5), Duration.ofSeconds(15), now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void opensAfterFailuresInARow() {
    assertThat(breaker.failed()).isFalse();
    var _ = breaker.succeeded();
    assertThat(breaker.failed()).isFalse();
    assertThat(breaker.ask()).isEqualTo(Permission.PASS);
    assertThat(breaker.failed()).isTrue();
    assertThat(breaker.ask()).isEqualTo(Permission.REFUSE);
  }

  @Test
  void letsOneProbeThroughAfterThePause() {
    var _ = breaker.failed();
    var _ = breaker.failed();
    pass(Duration.ofSeconds(5).minusNanos(1));
    assertThat(breaker.ask()).isEqualTo(Permission.REFUSE);
    pass(Duration.ofNanos(1));
    assertThat(breaker.ask()).isEqualTo(Permission.PROBE);
    assertThat(breaker.ask()).isEqualTo(Permission.REFUSE);
    assertThat(breaker.succeeded()).isTrue();
    assertThat(breaker.ask()).isEqualTo(Permission.PASS);
  }

  @Test
  void doublesThePauseUpToTheLongest() {
    var _ = breaker.failed();
    var _ = breaker.failed();
    for (int seconds : List.of(5, 10, 15, 15)) {
      pass(Duration.ofSeconds(seconds).minusNanos(1));
      assertThat(breaker.ask()).isEqualTo(Permission.REFUSE);
      pass(Duration.ofNanos(1));
      assertThat(breaker.ask()).isEqualTo(Permission.PROBE);
      assertThat(breaker.failed()).isFalse();
    }
  }

  enum Step {
    ASK,
    SUCCEED,
    FAIL,
    WAIT
  }

  @Property
  void neverHasTwoProbesAtOnceAndAlwaysRecovers(@ForAll List<Step> steps) {
    int probes = 0;
    for (Step step : steps) {
      switch (step) {
        case ASK -> {
          if (breaker.ask() == Permission.PROBE) {
            probes++;
          }
        }
        case SUCCEED -> {
          probes = breaker.succeeded() ? 0 : probes;
        }
        case FAIL -> {
          var _ = breaker.failed();
          probes = 0;
        }
        case WAIT -> pass(Duration.ofSeconds(4));
      }
      assertThat(probes).isLessThanOrEqualTo(1);
    }
    pass(Duration.ofSeconds(15));
    if (breaker.ask() != Permission.PASS) {
      var _ = breaker.succeeded();
    }
    assertThat(breaker.ask()).isEqualTo(Permission.PASS);
  }
}
