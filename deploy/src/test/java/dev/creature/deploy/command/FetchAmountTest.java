package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.fetch.FetchEvent;
import org.junit.jupiter.api.Test;

class FetchAmountTest {
  @Test
  void addsUpAllDownloads() {
    FetchAmount amount = new FetchAmount();
    assertThat(amount.after(new FetchEvent.Started("ears", 10_000_000)))
        .contains("fetching models: 0.0 of 10.0 MB");
    amount.after(new FetchEvent.Started("mouth", 30_000_000));
    assertThat(amount.after(new FetchEvent.Advanced("ears", 5_000_000, 10_000_000)))
        .contains("fetching models: 5.0 of 40.0 MB");
    assertThat(amount.after(new FetchEvent.Arrived("ears", 10_000_000)))
        .contains("fetching models: 10.0 of 40.0 MB");
    assertThat(amount.after(new FetchEvent.Arrived("mouth", 30_000_000)))
        .as("nothing is awaited any more")
        .isEmpty();
  }

  @Test
  void namesWhatIsMade() {
    assertThat(new FetchAmount().after(new FetchEvent.AssemblyStarted("whisper-tiny-en")))
        .contains("making whisper-tiny-en");
  }
}
