package dev.creature.actors.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand.Seen;
import dev.creature.actors.face.FaceFrame.Gaze;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OnlookersTest {
  private static final String HERE = "here";
  private static final String OTHER = "other";

  private final Onlookers onlookers = new Onlookers();

  private static Seen seen(long camera, String conversation) {
    return new Seen(camera, Gaze.AHEAD, 0.9, 0.2, 1, conversation);
  }

  private Optional<Long> followed(boolean attends, long nowMillis) {
    return onlookers.followed(HERE, attends, nowMillis).map(Seen::camera);
  }

  @Test
  void looksAtTheOneItTalksWith() {
    onlookers.see(seen(1, OTHER), 0);
    onlookers.see(seen(2, ""), 10);
    onlookers.see(seen(3, HERE), 20);
    assertThat(followed(true, 100)).contains(3L);
  }

  @Test
  void doesNotLookAwayToSomebodyInAnotherConversation() {
    onlookers.see(seen(1, OTHER), 0);
    assertThat(followed(true, 100)).isEmpty();
    assertThat(followed(false, 100)).contains(1L);
  }

  @Test
  void staysWithTheOneWhoCameFirst() {
    onlookers.see(seen(1, ""), 0);
    onlookers.see(seen(2, ""), 50);
    onlookers.see(seen(1, ""), 1_000);
    onlookers.see(seen(2, ""), 1_100);
    assertThat(followed(true, 1_200)).contains(1L);
  }

  @Test
  void forgetsWhoIsNotSeenAnyMore() {
    onlookers.see(seen(1, HERE), 0);
    assertThat(followed(true, 1_499)).contains(1L);
    assertThat(followed(true, 1_500)).isEmpty();
  }

  @Test
  void ignoresWhatACameraIsNotSureOf() {
    onlookers.see(new Seen(1, Gaze.AHEAD, 0.49, 0.2, 1, HERE), 0);
    assertThat(followed(true, 1)).isEmpty();
  }

  /** Whatever cameras see in whatever order, somebody addressed is never passed over. */
  @Property
  void neverPassesOverTheOneItTalksWith(
      @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> sights) {
    long now = 0;
    long addressedMillis = -10_000;
    for (int sight : sights) {
      now += 70;
      String conversation = List.of("", HERE, OTHER).get(sight % 3);
      onlookers.see(seen(sight, conversation), now);
      if (conversation.equals(HERE)) {
        addressedMillis = now;
      }
      if (now - addressedMillis < 1_500) {
        assertThat(onlookers.followed(HERE, true, now).map(Seen::conversation)).contains(HERE);
      }
    }
  }
}
