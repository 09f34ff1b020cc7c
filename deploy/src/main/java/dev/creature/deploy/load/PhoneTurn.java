package dev.creature.deploy.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that a phone said, and what came of it. Written by its phone alone. */
final class PhoneTurn {
  /** How it is said. */
  enum Kind {
    SPOKEN,
    TYPED,
    DEED
  }

  final Kind kind;
  final String words;
  String conversation = "";
  Optional<Integer> turn = Optional.empty();

  /** When the last of it was sent. */
  Optional<Long> saidNanos = Optional.empty();

  Optional<Long> answeredNanos = Optional.empty();

  /** Whether the creature has promised not to forget it. */
  boolean kept;

  boolean finished;

  /** How often the whole answer was heard. */
  int heardWhole;

  /** How often it was said again because the line was lost before it was accepted. */
  int repeats;

  /** Whether its connection was lost on the way: its delay is no measure of the voice. */
  boolean disturbed;

  /** All numbers under which it was taken. */
  final List<Integer> takenAs = new ArrayList<>();

  PhoneTurn(Kind kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  /** From the last sound said to the first sound of the answer, where nothing came between. */
  Optional<Double> voiceToVoiceMillis() {
    return disturbed || kind != Kind.SPOKEN || saidNanos.isEmpty()
        ? Optional.empty()
        : answeredNanos.map(at -> (at - saidNanos.get()) / 1e6);
  }
}
