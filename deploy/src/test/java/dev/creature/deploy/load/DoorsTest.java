package dev.creature.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final List<String> THREE = List.of("http://a", "http://b", "http://c");

  private static JsonNode nodes(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json.replace('\'', '"'));
  }

  private static Doors doors(long seed) {
    return new Doors(THREE, Optional.empty(), new Random(seed));
  }

  @Test
  void triesEveryOtherNodeOnceBeforeItTriesOneAgain() {
    for (long seed = 0; seed < 50; seed++) {
      Doors doors = doors(seed);
      Set<String> tried = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        tried.add(doors.current());
        doors.move(doors.current());
      }
      assertThat(tried).hasSize(3);
    }
  }

  @Test
  void movesOnceForThePhoneAndTheFaceOfOnePage() {
    Doors doors = doors(1);
    doors.move("http://a");
    String next = doors.current();
    doors.move("http://a");
    assertThat(doors.current()).isEqualTo(next).isNotEqualTo("http://a");
  }

  @Test
  void goesToANodeWithMuchRoomMoreOften() throws Exception {
    Map<String, Integer> went = new HashMap<>();
    // One source: the first numbers of seeds beside each other are alike.
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Doors doors = new Doors(THREE, Optional.empty(), random);
      doors.learn(
          nodes(
              """
              [{'localUrl':'http://a','free':0},{'localUrl':'http://b','free':9},
               {'localUrl':'http://c','free':1}]\
              """));
      doors.move("http://a");
      went.merge(doors.current(), 1, Integer::sum);
    }
    int little = went.getOrDefault("http://c", 0);
    assertThat(little).isPositive();
    assertThat(went.getOrDefault("http://b", 0)).isGreaterThan(4 * little);
  }

  @Test
  void goesToNobodyWhoIsAboutToEnd() throws Exception {
    Doors doors = doors(3);
    doors.learn(
        nodes("[{'localUrl':'http://b','draining':true},{'localUrl':'http://c','free':2}]"));
    doors.move("http://a");
    assertThat(doors.current()).isEqualTo("http://c");
  }

  @Test
  void offersToRoamUntilItHasAConversationOrWasSentOn() {
    Doors doors = doors(1);
    assertThat(doors.audio(Optional.empty(), 0).toString()).endsWith("/v1/audio?roams=1");
    assertThat(doors.audio(Optional.of("key"), 7).getQuery()).isEqualTo("session=key&heard=7");
    doors.goodbye();
    assertThat(doors.audio(Optional.empty(), 0).toString()).endsWith("/v1/audio");
  }

  @Test
  void waitsOnlyWhenAllNodesWereTriedAndLongerEachTime() {
    Retry retry = new Retry(new Random(1));
    assertThat(List.of(retry.next(3), retry.next(3))).containsOnly(30L);
    long first = retry.next(3);
    assertThat(first).isBetween(225L, 375L);
    assertThat(retry.next(3)).isEqualTo(30L);
    assertThat(retry.next(3)).isEqualTo(30L);
    assertThat(retry.next(3)).isBetween(382L, 638L);
    retry.opened();
    assertThat(retry.next(1)).isBetween(225L, 375L);
  }

  @Test
  void knowsAFrameThatLeavesPartOfTheFaceEmpty() throws Exception {
    String whole =
        "{'v':1,'emotion':'joy','mouth':0,'viseme':'sil','gaze':{'x':0,'y':0.1},'blink':0}";
    assertThat(SimulatedFace.isComplete(nodes(whole))).isTrue();
    assertThat(SimulatedFace.isComplete(nodes(whole.replace("'mouth':0,", "")))).isFalse();
    assertThat(SimulatedFace.isComplete(nodes(whole.replace("'joy'", "''")))).isFalse();
  }
}
