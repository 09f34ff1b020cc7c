package dev.creature.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeakingTest {
  private static final long LATER = 3_600_000_000_000L;
  private final Speaking speaking =
      new Speaking(new PhoneHabits(List.of(), 1, 0, 100), new Random(1), 1);
  private long nanos = System.nanoTime() + LATER;

  private void told(String json) throws JsonProcessingException {
    nanos += 1_000_000;
    speaking.hear(new FromNode.Event(nanos, new ObjectMapper().readTree(json)));
  }

  private void typesItsFirstLine() {
    speaking.at("c1", true, false);
    speaking.step(nanos, false);
    assertThat(speaking.typed()).isPresent();
  }

  @Test
  void waitsForTheAnswerBeforeItGoesOn() throws Exception {
    typesItsFirstLine();
    told("{\"type\":\"user.final\",\"turn\":7}");
    told("{\"type\":\"kept\",\"turn\":7}");
    speaking.step(System.nanoTime(), false);
    assertThat(speaking.typed()).isEmpty();
    told("{\"type\":\"reply.audio.ended\",\"turn\":7,\"interrupted\":false}");
    nanos += LATER;
    speaking.step(nanos, false);
    assertThat(speaking.typed()).isPresent();
    assertThat(speaking.turns()).hasSize(2);
    assertThat(speaking.turns().getFirst().finished).isTrue();
  }

  @Test
  void saysAgainWhatWasNotAccepted() {
    typesItsFirstLine();
    speaking.lost();
    speaking.at("c1", true, true);
    speaking.step(System.nanoTime(), false);
    assertThat(speaking.typed()).isPresent();
    assertThat(speaking.turns()).hasSize(1);
    assertThat(speaking.turns().getFirst().repeats).isOne();
  }

  @Test
  void doesNotSayAgainWhatWasAccepted() throws Exception {
    typesItsFirstLine();
    told("{\"type\":\"user.final\",\"turn\":7}");
    told("{\"type\":\"kept\",\"turn\":7}");
    speaking.lost();
    assertThat(speaking.wasDueWhenLost()).isTrue();
    speaking.at("c1", true, true);
    speaking.step(System.nanoTime(), false);
    assertThat(speaking.typed()).isEmpty();
    assertThat(speaking.turns().getFirst().turn).isEqualTo(Optional.of(7));
  }

  @Test
  void countsAnAnswerThatIsHeardTwice() throws Exception {
    typesItsFirstLine();
    told("{\"type\":\"user.final\",\"turn\":7}");
    told("{\"type\":\"reply.audio.ended\",\"turn\":7,\"interrupted\":false}");
    told("{\"type\":\"reply.audio.ended\",\"turn\":7,\"interrupted\":false}");
    assertThat(speaking.turns().getFirst().heardWhole).isEqualTo(2);
  }
}
