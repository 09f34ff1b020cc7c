package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.bench.SideBySide.Held;
import dev.creature.voiceloop.script.HeldConversation.PlacedInput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Somebody who spoke into a reply, and what became of it.
 *
 * @param duckMillis from the user's first sound until the creature was 15 dB softer
 * @param silentMillis from the user's first sound until nothing of it was heard any more
 * @param ended whether the reply was given up
 * @param committed whether the user's sound was taken for a turn
 * @param answered whether that turn was answered before anything else was said
 * @param wentOn whether all words of the reply were heard in the end
 * @param rightWord whether it went on from the first word that was covered; also true where it was
 *     never silent
 */
record Interruption(
    OptionalLong duckMillis,
    OptionalLong silentMillis,
    boolean ended,
    boolean committed,
    boolean answered,
    boolean wentOn,
    boolean rightWord) {
  private static final long NEAR_MILLIS = 45;

  /**
   * Finds out.
   *
   * @param index of the input in the conversation
   * @return empty when the reply did not sound as it was meant to before the user began, or was
   *     over
   */
  static Optional<Interruption> of(Held held, int index) {
    List<PlacedInput> inputs = held.conversation().inputs();
    PlacedInput input = inputs.get(index);
    long onset = VoiceOnset.millis(held.user(), input.startMillis(), input.endMillis());
    long next = index + 1 < inputs.size() ? inputs.get(index + 1).startMillis() : Long.MAX_VALUE;
    List<ConversationEvent> events = held.conversation().events();
    Optional<ConversationEvent.ReplyAudioStarted> begun =
        of(events, ConversationEvent.ReplyAudioStarted.class, Long.MIN_VALUE, onset)
            .reduce((_, later) -> later);
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    int turn = begun.get().turn();
    HeardReply reply =
        new HeardReply(
            held.creature(), held.clips().getOrDefault(turn, List.of()), begun.get().atMillis());
    if (reply.wholeUntilMillis() < onset + 500 || !reply.undisturbedUntil(onset)) {
      return Optional.empty();
    }
    Optional<ConversationEvent.ReplyAudioEnded> end =
        events.stream()
            .filter(ConversationEvent.ReplyAudioEnded.class::isInstance)
            .map(ConversationEvent.ReplyAudioEnded.class::cast)
            .filter(it -> it.turn() == turn)
            .findFirst();
    List<Integer> committed =
        of(events, ConversationEvent.TurnCommitted.class, onset, next)
            .map(ConversationEvent.TurnCommitted::turn)
            .toList();
    boolean answered =
        of(events, ConversationEvent.ReplyAudioStarted.class, onset, next)
            .anyMatch(started -> committed.contains(started.turn()));
    OptionalLong ducked = reply.duckedMillis(onset);
    OptionalLong silent = reply.silentMillis(onset);
    boolean wentOn =
        end.filter(it -> !it.interrupted() && it.heard().equals(reply.text())).isPresent();
    return Optional.of(
        new Interruption(
            since(ducked, onset),
            since(silent, onset),
            end.map(ConversationEvent.ReplyAudioEnded::interrupted).orElse(false),
            !committed.isEmpty(),
            answered,
            wentOn,
            wentOn && rightWord(reply, onset, silent, next)));
  }

  private static boolean rightWord(HeardReply reply, long onset, OptionalLong silent, long next) {
    OptionalLong covered = reply.coveredMillis(onset);
    if (silent.isEmpty() || covered.isEmpty()) {
      return true;
    }
    OptionalLong from =
        reply.goesOnAtOffset(silent.getAsLong() + 60, Math.min(next, silent.getAsLong() + 5_000));
    OptionalLong earliest = reply.wordStart(reply.offsetAt(onset));
    OptionalLong latest = reply.wordStart(reply.offsetAt(covered.getAsLong()));
    return from.isPresent()
        && earliest.isPresent()
        && from.getAsLong() >= earliest.getAsLong() - NEAR_MILLIS
        && (latest.isEmpty() || from.getAsLong() <= latest.getAsLong() + NEAR_MILLIS);
  }

  private static OptionalLong since(OptionalLong at, long onset) {
    return at.isEmpty() ? at : OptionalLong.of(Math.max(0, at.getAsLong() - onset));
  }

  private static <T extends ConversationEvent> Stream<T> of(
      List<ConversationEvent> events, Class<T> type, long fromMillis, long untilMillis) {
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> event.atMillis() >= fromMillis && event.atMillis() <= untilMillis);
  }
}
