package dev.creature.deploy.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who talks with the creature: says something, waits for the answer, pauses, goes on. Says
 * again what was cut off before the creature accepted it, as a person would. Used by one phone
 * alone, but for {@link #isQuiet}.
 */
final class Speaking {
  private static final short[] NOTHING = {};

  /** So long after the last sound an answer is given up. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /** So long after it is back the creature has to go on with what it did not promise to keep. */
  private static final long GOES_ON_NANOS = 3_000_000_000L;

  /** A piece of what is said; without samples there is silence. */
  record Piece(short[] samples, int from, int to) {}

  private final PhoneHabits habits;
  private final Random random;
  private final int phone;
  private final List<PhoneTurn> turns = new ArrayList<>();
  private Optional<PhoneTurn> now = Optional.empty();
  private Optional<String> toType = Optional.empty();
  private Optional<Clip> clip = Optional.empty();
  private int at;
  private long nextNanos;
  private String conversation = "";
  private boolean ready;
  private boolean dueWhenLost;
  private Optional<Long> askAgainNanos = Optional.empty();
  private int replying;
  private int heardTurn;
  private volatile boolean quiet = true;

  Speaking(PhoneHabits habits, Random random, int phone) {
    this.habits = habits;
    this.random = random;
    this.phone = phone;
    // Not all in one breath.
    this.nextNanos = System.nanoTime() + random.nextLong(2_000_000_000L);
  }

  /** Moves on. */
  void step(long nanos, boolean resting) {
    if (!ready) {
      return;
    }
    if (now.isEmpty()) {
      if (!resting && nanos >= nextNanos) {
        begin(habits.next(random, phone, turns.size() + 1));
      }
      return;
    }
    PhoneTurn turn = now.get();
    if (askAgainNanos.filter(when -> nanos >= when).isPresent()) {
      askAgainNanos = Optional.empty();
      turn.repeats++;
      turn.turn = Optional.empty();
      say(turn);
    } else if (turn.saidNanos.filter(said -> nanos - said > PATIENCE_NANOS).isPresent()) {
      end(nanos);
    }
  }

  private void begin(PhoneTurn turn) {
    turns.add(turn);
    now = Optional.of(turn);
    quiet = false;
    say(turn);
  }

  private void say(PhoneTurn turn) {
    turn.conversation = conversation;
    turn.saidNanos = Optional.empty();
    if (turn.kind == PhoneTurn.Kind.SPOKEN) {
      clip = Optional.of(habits.clip(turn.words));
      at = 0;
    } else {
      toType = Optional.of(turn.words);
    }
  }

  private void end(long nanos) {
    now = Optional.empty();
    askAgainNanos = Optional.empty();
    clip = Optional.empty();
    nextNanos = nanos + habits.pause(random) * 1_000_000;
    quiet = true;
  }

  /** What is to be typed now, once. */
  Optional<String> typed() {
    Optional<String> text = toType;
    toType = Optional.empty();
    if (text.isPresent()) {
      now.ifPresent(turn -> turn.saidNanos = Optional.of(System.nanoTime()));
    }
    return text;
  }

  /** The next piece of what is said. */
  Piece piece(int samples) {
    if (clip.isEmpty()) {
      return new Piece(NOTHING, 0, 0);
    }
    Clip saying = clip.get();
    int from = at;
    at = Math.min(saying.samples().length, from + samples);
    if (from < saying.voiceEnd() && at >= saying.voiceEnd()) {
      now.ifPresent(turn -> turn.saidNanos = Optional.of(System.nanoTime()));
    }
    if (at == saying.samples().length) {
      clip = Optional.empty();
    }
    return new Piece(saying.samples(), from, at);
  }

  void hear(FromNode.Event event) {
    switch (event.type()) {
      case "ready" -> ready = true;
      case "reply.token" -> replying = event.turn();
      case "user.final" ->
          now.filter(turn -> turn.saidNanos.isPresent())
              .ifPresent(turn -> {
                if (turn.turn.isEmpty() || askAgainNanos.isPresent()) {
                  turn.turn = Optional.of(event.turn());
                  turn.takenAs.add(event.turn());
                  askAgainNanos = Optional.empty();
                }
              });
      case "turn.returned" ->
          now.filter(turn -> turn.turn.equals(Optional.of(event.turn())))
              .ifPresent(turn -> turn.turn = Optional.empty());
      case "kept" ->
          turns.reversed().stream()
              .filter(turn -> is(turn, event))
              .findFirst()
              .ifPresent(turn -> {
                turn.kept = true;
                askAgainNanos = Optional.empty();
              });
      case "reply.audio.ended" -> {
        if (!event.json().path("interrupted").asBoolean()) {
          heardTurn = event.turn();
        }
        turns.reversed().stream()
            .filter(turn -> is(turn, event))
            .findFirst()
            .filter(_ -> !event.json().path("interrupted").asBoolean())
            .ifPresent(turn -> {
              turn.heardWhole++;
              turn.finished = true;
            });
        now.filter(turn -> is(turn, event)).ifPresent(_ -> end(event.nanos()));
      }
      default -> {
        // Not for the one who speaks.
      }
    }
  }

  private boolean is(PhoneTurn turn, FromNode.Event event) {
    return turn.conversation.equals(conversation) && turn.turn.equals(Optional.of(event.turn()));
  }

  /** Sound is heard; whether it is the answer that is waited for. */
  boolean sounded(long nanos) {
    Optional<PhoneTurn> answered = now.filter(turn -> turn.turn.equals(Optional.of(replying)));
    answered
        .filter(turn -> turn.answeredNanos.isEmpty())
        .ifPresent(turn -> turn.answeredNanos = Optional.of(nanos));
    return answered.isPresent();
  }

  /** The line is lost. */
  void lost() {
    ready = false;
    replying = 0;
    toType = Optional.empty();
    clip = Optional.empty();
    dueWhenLost = now.filter(turn -> turn.kept).isPresent();
    now.ifPresent(turn -> turn.disturbed = true);
  }

  /** Whether the creature owed an answer when the line was lost. */
  boolean wasDueWhenLost() {
    return dueWhenLost;
  }

  /** The line is there again. */
  void at(String id, boolean isReady, boolean same) {
    conversation = id;
    ready = isReady;
    now.ifPresent(turn -> {
      long wait = same && turn.turn.isPresent() ? GOES_ON_NANOS : 0;
      turn.saidNanos = Optional.of(System.nanoTime());
      askAgainNanos = turn.kept && same ? Optional.empty() : Optional.of(System.nanoTime() + wait);
    });
  }

  /** Whether the creature has promised not to forget something of this conversation. */
  boolean hasPromises(String id) {
    return turns.stream().anyMatch(turn -> turn.kept && turn.conversation.equals(id));
  }

  /** The last turn whose answer was heard whole; 0 for none. */
  int heardTurn() {
    return heardTurn;
  }

  boolean isQuiet() {
    return quiet;
  }

  List<PhoneTurn> turns() {
    return turns;
  }
}
