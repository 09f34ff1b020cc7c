package dev.creature.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JournalCheckTest {
  private static final String ASKED = "{\"type\":\"asked\",\"turn\":10001,\"text\":\"turn left\"}";
  private static final String ANSWERED =
      "{\"type\":\"answered\",\"turn\":10001,\"heard\":\"yes\",\"cut\":false}";
  private static final String ENDED = "{\"type\":\"ended\",\"task\":\"c1.10001.1.1\"}";

  private final Map<String, List<JournalCheck.Row>> journal = new TreeMap<>();

  private void stored(String id, String writer, String event) throws JsonProcessingException {
    journal
        .computeIfAbsent(id, _ -> new ArrayList<>())
        .add(new JournalCheck.Row(writer, new ObjectMapper().readTree(event)));
  }

  private static PhoneTurn kept(PhoneTurn.Kind kind) {
    PhoneTurn turn = new PhoneTurn(kind, "turn left");
    turn.conversation = "c1";
    turn.turn = Optional.of(10_001);
    turn.kept = true;
    return turn;
  }

  private List<String> findings(PhoneTurn... turns) {
    return JournalCheck.findings(journal, List.of(turns));
  }

  @Test
  void findsNothingWhereAllIsThereOnce() throws Exception {
    stored("talk|c1", "a", ASKED);
    stored("talk|c1", "a", ANSWERED);
    stored("task|c1.10001.1.1", "a", ENDED);
    stored("body|body", "a", ENDED);
    assertThat(findings(kept(PhoneTurn.Kind.DEED))).isEmpty();
  }

  @Test
  void findsAPromiseThatWasNotKept() throws Exception {
    assertThat(findings(kept(PhoneTurn.Kind.SPOKEN)))
        .anyMatch(it -> it.contains("is not in the journal"));
    stored("talk|c1", "a", ASKED);
    assertThat(findings(kept(PhoneTurn.Kind.SPOKEN)))
        .containsExactly("talk|c1, turn 10001: has no answer in the journal");
  }

  @Test
  void findsAnAnswerThatWasGivenTwice() throws Exception {
    stored("talk|c1", "a", ASKED);
    stored("talk|c1", "a", ANSWERED);
    stored("talk|c1", "b", ANSWERED);
    assertThat(findings(kept(PhoneTurn.Kind.SPOKEN)))
        .containsExactly("talk|c1, turn 10001: was answered 2 times");
  }

  @Test
  void findsTwoNodesThatWriteAtOnce() throws Exception {
    stored("talk|c1", "a", ASKED);
    stored("talk|c1", "b", ASKED);
    stored("talk|c1", "a", ANSWERED);
    assertThat(findings()).containsExactly("talk|c1: two writers at once");
  }

  @Test
  void findsADeedThatWasLostAndOneThatWasDoneTwice() throws Exception {
    stored("talk|c1", "a", ASKED);
    stored("talk|c1", "a", ANSWERED);
    assertThat(findings(kept(PhoneTurn.Kind.DEED)))
        .containsExactly("turn c1.10001 (turn left) became 0 tasks");
    stored("task|c1.10001.1.1", "a", ENDED);
    stored("body|body", "a", ENDED);
    stored("body|body", "a", ENDED);
    assertThat(findings(kept(PhoneTurn.Kind.DEED)))
        .containsExactly("the body did the task c1.10001.1.1 2 times");
  }
}
