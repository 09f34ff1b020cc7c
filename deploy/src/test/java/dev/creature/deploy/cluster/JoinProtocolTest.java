package dev.creature.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class JoinProtocolTest {
  private static final ClusterSecret SECRET = new ClusterSecret("a-secret-of-enough-letters");
  private static final ClusterSecret OTHER = new ClusterSecret("another-secret-of-letters");
  private static final Handover GIVEN =
      new Handover(
          new byte[] {1, 2, 3},
          "pekko://creature@10.0.0.1:25520",
          new JournalSettings("jdbc:postgresql://localhost/c", "me", new Secret("hush")));

  private final JoinProtocol node = new JoinProtocol(SECRET, new SecureRandom());

  @Test
  void handsOverWhatAMachineNeedsThatKnowsTheSecret() throws Exception {
    JoinProtocol machine = new JoinProtocol(SECRET, new SecureRandom());
    JoinProtocol.Question question = machine.ask();
    String answer = node.answer(question.json(), GIVEN).orElseThrow();
    assertThat(answer + question.json()).doesNotContain("hush").doesNotContain(SECRET.value());
    Handover taken = machine.open(question, answer).seenFrom("10.0.0.1");
    assertThat(taken.authority()).containsExactly(1, 2, 3);
    assertThat(taken.journal().password().value()).isEqualTo("hush");
    assertThat(taken.journal().url()).isEqualTo("jdbc:postgresql://10.0.0.1/c");
  }

  @Test
  void answersNothingToAMachineThatDoesNotKnowIt() throws Exception {
    JoinProtocol stranger = new JoinProtocol(OTHER, new SecureRandom());
    assertThat(node.answer(stranger.ask().json(), GIVEN)).isEmpty();
    for (String nonsense : new String[] {"", "{}", "[1]", "{\"nonce\":\"!\"}", "null", "x"}) {
      assertThat(node.answer(nonsense, GIVEN)).as(nonsense).isEmpty();
    }
  }

  @Test
  void believesNoNodeThatDoesNotKnowIt() throws Exception {
    JoinProtocol.Question question = node.ask();
    JoinProtocol impostor = new JoinProtocol(OTHER, new SecureRandom());
    String forged = impostor.answer(impostor.ask().json(), GIVEN).orElseThrow();
    assertThatThrownBy(() -> node.open(question, forged))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void takesNoAnswerToAnotherQuestion() throws Exception {
    JoinProtocol machine = new JoinProtocol(SECRET, new SecureRandom());
    String old = node.answer(machine.ask().json(), GIVEN).orElseThrow();
    assertThatThrownBy(() -> machine.open(machine.ask(), old))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
