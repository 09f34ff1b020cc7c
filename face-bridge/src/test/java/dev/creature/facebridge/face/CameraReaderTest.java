package dev.creature.facebridge.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CameraReaderTest {
  private final AtomicLong clock = new AtomicLong(5_000);
  private final CameraReader reader = new CameraReader(1, clock::get);

  private int admittedOf(int messages) {
    int admitted = 0;
    for (int i = 0; i < messages; i++) {
      admitted += reader.admits() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void takesNoMoreThanACameraHasToSay() {
    assertThat(admittedOf(1_000)).isEqualTo(CameraReader.MOST_A_SECOND);
    clock.addAndGet(999);
    assertThat(admittedOf(1)).isZero();
    clock.addAndGet(1);
    assertThat(admittedOf(1_000)).isEqualTo(CameraReader.MOST_A_SECOND);
  }
}
