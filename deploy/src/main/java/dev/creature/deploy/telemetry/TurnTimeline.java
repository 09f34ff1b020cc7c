package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the stages of a conversation's turns in its events. A turn that was not spoken, such as a
 * typed one, has none. Pure but for its state; not thread-safe.
 */
public final class TurnTimeline {
  private OptionalLong spoken = OptionalLong.empty();
  private OptionalLong noticed = OptionalLong.empty();
  private long guessed;
  private Optional<Open> open = Optional.empty();

  private static final class Open {
    private final int turn;
    private final long spoken;
    private final long noticed;
    private final long committed;
    private OptionalLong guessed = OptionalLong.empty();
    private OptionalLong thought = OptionalLong.empty();
    private OptionalLong left = OptionalLong.empty();

    private Open(int turn, long spoken, long noticed, long committed) {
      this.turn = turn;
      this.spoken = spoken;
      this.noticed = noticed;
      this.committed = committed;
    }

    private TurnTimes heard(long heardMillis) {
      // Some times are those of sound, others those at which something was noticed: none may
      // overtake the next.
      long committedBy = Math.clamp(committed, spoken, heardMillis);
      long words = Math.clamp(Math.max(noticed, guessed.orElse(noticed)), spoken, committedBy);
      long leftBy = Math.clamp(left.orElse(heardMillis), committedBy, heardMillis);
      long thoughtBy = Math.clamp(thought.orElse(committedBy), committedBy, leftBy);
      return new TurnTimes(turn, spoken, words, committedBy, thoughtBy, leftBy, heardMillis);
    }
  }

  /** The next event; the times of a turn when the first sound of its reply is heard. */
  public Optional<TurnTimes> observe(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.UserSpeechEnded ended -> {
        spoken = OptionalLong.of(ended.atMillis());
        noticed = OptionalLong.of(ended.noticedMillis());
      }
      case ConversationEvent.SpeculationStarted started -> guessed = started.atMillis();
      case ConversationEvent.TurnCommitted committed -> {
        open =
            spoken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Open(
                        committed.turn(),
                        Math.min(spoken.getAsLong(), committed.atMillis()),
                        noticed.orElse(committed.atMillis()),
                        committed.atMillis()));
        spoken = OptionalLong.empty();
      }
      case ConversationEvent.SpeculationUsed used ->
          of(used.turn()).ifPresent(turn -> turn.guessed = OptionalLong.of(guessed));
      case ConversationEvent.ReplyToken token ->
          of(token.turn())
              .filter(turn -> turn.thought.isEmpty())
              .ifPresent(turn -> turn.thought = OptionalLong.of(token.atMillis()));
      case ConversationEvent.TurnReturned returned -> {
        if (of(returned.turn()).isPresent()) {
          open = Optional.empty();
        }
      }
      case ConversationEvent.ReplyAudioStarted started -> {
        Optional<TurnTimes> times =
            of(started.turn())
                .filter(turn -> turn.spoken <= started.atMillis())
                .map(turn -> turn.heard(started.atMillis()));
        if (times.isPresent()) {
          open = Optional.empty();
        }
        return times;
      }
      case ConversationEvent _ -> {
        // Says nothing of time.
      }
    }
    return Optional.empty();
  }

  /** The first sound of a reply left for the listener. */
  public void replyLeft(int turn, long atMillis) {
    of(turn).filter(it -> it.left.isEmpty()).ifPresent(it -> it.left = OptionalLong.of(atMillis));
  }

  private Optional<Open> of(int turn) {
    return open.filter(it -> it.turn == turn);
  }
}
