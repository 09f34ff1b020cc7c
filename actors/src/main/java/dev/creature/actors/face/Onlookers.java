package dev.creature.actors.face;

import dev.creature.actors.face.FaceCommand.Seen;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the cameras see, and which one of them the face looks at: the one it talks with, where that
 * one has a camera. Nobody looks at two at once; who is followed stays followed. Not thread-safe.
 */
final class Onlookers {
  /** Not seen for so long: gone. */
  private static final long GONE_MILLIS = 1_500;

  private static final double SURE = 0.5;

  /** The better ones come last. */
  private enum Standing {
    /** In a conversation that is not the face's. */
    ELSEWHERE,
    /** In none: simply there. */
    THERE,
    /** The one it talks with. */
    ADDRESSED
  }

  private record Sight(Seen seen, long sinceMillis, long lastMillis) {}

  private final Map<Long, Sight> sights = new HashMap<>();

  /** A camera sees somebody; what it is not sure of does not count. */
  void see(Seen seen, long nowMillis) {
    forget(nowMillis);
    if (seen.confidence() >= SURE) {
      Sight before = sights.get(seen.camera());
      sights.put(
          seen.camera(),
          new Sight(seen, before == null ? nowMillis : before.sinceMillis(), nowMillis));
    }
  }

  /**
   * The one to look at.
   *
   * @param conversation the face's; empty for none
   * @param attends whether somebody is talking in it: then those in others are not looked at
   */
  Optional<Seen> followed(String conversation, boolean attends, long nowMillis) {
    forget(nowMillis);
    return sights.values().stream()
        .filter(sight -> !attends || standing(sight, conversation) != Standing.ELSEWHERE)
        .max(
            Comparator.<Sight, Standing>comparing(sight -> standing(sight, conversation))
                .thenComparing(Comparator.comparingLong(Sight::sinceMillis).reversed())
                .thenComparing(Comparator.comparingLong((Sight sight) -> sight.seen().camera())))
        .map(Sight::seen);
  }

  private static Standing standing(Sight sight, String conversation) {
    String own = sight.seen().conversation();
    if (own.isEmpty()) {
      return Standing.THERE;
    }
    return own.equals(conversation) ? Standing.ADDRESSED : Standing.ELSEWHERE;
  }

  private void forget(long nowMillis) {
    sights.values().removeIf(sight -> nowMillis - sight.lastMillis() >= GONE_MILLIS);
  }
}
