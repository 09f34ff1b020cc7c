package dev.creature.actors.talk;

import dev.creature.actors.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as far as it is stored.
 *
 * @param fence of the node that has it
 * @param exchanges oldest first, at most {@value #REMEMBERED}
 * @param open what the user said last, where no answer was heard yet
 * @param lastTurn the highest number of a turn so far
 * @param kept how many events the node with the fence has stored
 */
public record TalkState(
    long fence, List<Exchange> exchanges, Optional<Exchange> open, int lastTurn, long kept)
    implements Stored {
  /** More than a voice brain's context holds. */
  public static final int REMEMBERED = 60;

  static final TalkState EMPTY = new TalkState(0, List.of(), Optional.empty(), 0, 0);

  /** How far apart the turns of two nodes are numbered, so that no number comes twice. */
  private static final int NODE_TURNS = 10_000;

  public TalkState {
    exchanges = List.copyOf(exchanges);
  }

  /** From this number on the node with the fence numbers its turns. */
  public int firstTurn() {
    return Math.max(lastTurn + 1, Math.toIntExact(fence * NODE_TURNS + 1));
  }

  /** The same, once the answer to this turn was heard, whatever its words were. */
  public TalkState heard(int turn) {
    return answered(turn, "", false);
  }

  TalkState after(TalkEvent event) {
    return switch (event) {
      case TalkEvent.Moved(long next, _) -> new TalkState(next, exchanges, open, lastTurn, 0);
      case TalkEvent.Asked(int turn, String text) ->
          new TalkState(
              fence,
              // Asked again by the node that took over: still the same words.
              open.filter(it -> it.turn() != turn).map(this::with).orElse(exchanges),
              Optional.of(new Exchange(turn, text, "", false)),
              Math.max(lastTurn, turn),
              kept + 1);
      case TalkEvent.Returned(int turn) ->
          new TalkState(fence, exchanges, open.filter(it -> it.turn() != turn), lastTurn, kept + 1);
      case TalkEvent.Answered(int turn, String heard, boolean cut) -> answered(turn, heard, cut);
    };
  }

  private TalkState answered(int turn, String heard, boolean cut) {
    Optional<Exchange> asked = open.filter(it -> it.turn() == turn);
    if (asked.isEmpty()) {
      // What the creature says by itself, such as the outcome of a task.
      return heard.isBlank()
          ? new TalkState(fence, exchanges, open, Math.max(lastTurn, turn), kept + 1)
          : new TalkState(
              fence,
              with(new Exchange(turn, "", heard, cut)),
              open,
              Math.max(lastTurn, turn),
              kept + 1);
    }
    return new TalkState(
        fence,
        with(new Exchange(turn, asked.get().user(), heard, cut)),
        Optional.empty(),
        Math.max(lastTurn, turn),
        kept + 1);
  }

  private List<Exchange> with(Exchange exchange) {
    List<Exchange> next = new ArrayList<>(exchanges);
    next.add(exchange);
    return next.subList(Math.max(0, next.size() - REMEMBERED), next.size());
  }
}
