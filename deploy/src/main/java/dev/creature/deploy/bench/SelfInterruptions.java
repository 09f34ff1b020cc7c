package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.bench.SideBySide.Held;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a creature that nobody speaks to did to its own replies.
 *
 * @param replies that sounded
 * @param stopped of which it gave up, silenced, or answered as if somebody had spoken
 * @param ducked of which it lowered without stopping
 */
record SelfInterruptions(int replies, int stopped, int ducked) {
  static SelfInterruptions of(Held held) {
    List<ConversationEvent> events = held.conversation().events();
    Set<Integer> lowered =
        events.stream()
            .filter(ConversationEvent.DuckStarted.class::isInstance)
            .map(event -> ((ConversationEvent.DuckStarted) event).turn())
            .collect(Collectors.toSet());
    int replies = 0;
    int stopped = 0;
    int ducked = 0;
    for (ConversationEvent event : events) {
      switch (event) {
        case ConversationEvent.ReplyAudioStarted(long at, int turn) -> {
          replies++;
          boolean silenced =
              new HeardReply(held.creature(), held.clips().getOrDefault(turn, List.of()), at)
                  .silentMillis(at)
                  .isPresent();
          stopped += silenced ? 1 : 0;
          ducked += !silenced && lowered.contains(turn) ? 1 : 0;
        }
        // Nobody said anything.
        case ConversationEvent.TurnCommitted _ -> stopped++;
        default -> {}
      }
    }
    return new SelfInterruptions(replies, stopped, ducked);
  }
}
