package dev.creature.deploy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayDifferencesTest {
  private static final String TURN =
      """
      {"t":900,"type":"turn.committed","turn":1,"probability":0.9,"silenceMs":200}
      {"t":900,"type":"user.final","turn":1,"text":"What is your name?"}
      {"t":910,"type":"reply.token","turn":1,"text":"I am Pip."}
      {"t":950,"type":"reply.audio.started","turn":1}
      {"t":1900,"type":"reply.audio.ended","turn":1,"heard":"I am Pip.","interrupted":false}
      """;

  @TempDir private Path before;
  @TempDir private Path after;

  @Test
  void findsNoneWhereThereIsNone() throws IOException {
    ReplayDifferences none = between(TURN, TURN);

    assertThat(none.lines()).isEmpty();
    assertThat(none.sameWords()).isEqualTo(1);
    assertThat(none.sameReplies()).isEqualTo(1);
  }

  @Test
  void tellsWhatWasUnderstoodTakenAndSaidDifferently() throws IOException {
    ReplayDifferences differences =
        between(
            TURN,
            TURN.replace("What is your name?", "What is your game?")
                .replace("I am Pip.", "Chess.")
                .replace("\"t\":900", "\"t\":780")
                .replace("\"interrupted\":false", "\"interrupted\":true"));

    assertThat(differences.lines())
        .containsExactly(
            "turn 1 was \"What is your name?\", is \"What is your game?\"",
            "turn 1 is taken 120 ms earlier",
            "turn 1 was answered \"I am Pip.\", is \"Chess.\"",
            "turn 1 is interrupted");
    assertThat(differences.commitMillis()).containsExactly(-120L);
  }

  @Test
  void tellsOfTurnsThatAreNewOrGone() throws IOException {
    assertThat(between(TURN, "").lines())
        .containsExactly("turn 1 is missing: \"What is your name?\"");
    assertThat(between("", TURN).lines()).containsExactly("turn 1 is new: \"What is your name?\"");
  }

  private ReplayDifferences between(String original, String repetition) throws IOException {
    Files.writeString(before.resolve("events.jsonl"), original);
    Files.writeString(after.resolve("events.jsonl"), repetition);
    return ReplayDifferences.between(before, after);
  }
}
