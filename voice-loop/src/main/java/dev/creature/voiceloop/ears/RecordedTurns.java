package dev.creature.voiceloop.ears;

import dev.creature.voiceloop.turntaking.FinalLevel;
import dev.creature.voiceloop.turntaking.PauseEvidence;
import dev.creature.voiceloop.turntaking.SpeakerPace;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Divides a recording into turns, as its sound goes by: the same decisions as in a conversation,
 * but nobody waits for them.
 *
 * <p>A turn is handed out whole, pauses included, because a recogniser that is fed piece by piece
 * understands less. Only what is longer than it can take is cut, at the longest pause, else where
 * it is quietest. Keeps half a minute of sound at most. Belongs to one thread at a time.
 */
public final class RecordedTurns {
  private static final int MILLI = 16;
  private static final long LONGEST = 28_000 * MILLI;
  private static final long SHORTEST_PART = 8_000 * MILLI;

  /** A sound shorter than this, alone, is no word. */
  private static final long SHORTEST_TURN = 100 * MILLI;

  private static final long BEFORE = 300 * MILLI;
  private static final long AFTER = 320 * MILLI;
  private static final long QUIET_STRETCH = 100 * MILLI;

  /** A pause is judged when it is noticed and, because it then sounds different, here again. */
  private static final long SECOND_LOOK_MILLIS = 400;

  private record Pause(long from, long to) {}

  private final TurnTaking turnTaking;
  private final EndOfTurn endOfTurn;
  private final VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
  private final SoundMemory memory = new SoundMemory();
  private final List<Pause> pauses = new ArrayList<>();
  private boolean inTurn;
  private long turnStart;
  private long partStart;
  private long previousEnd;

  /** Sound before this belongs to another part: no word is to be heard twice. */
  private long partFloor;

  private OptionalDouble endProbability = OptionalDouble.empty();
  private boolean lookedTwice;

  /** Begins a recording. */
  public RecordedTurns(TurnTaking turnTaking, EndOfTurn endOfTurn) {
    this.turnTaking = turnTaking;
    this.endOfTurn = endOfTurn;
  }

  /**
   * Takes the next window.
   *
   * @param probability what the VAD says of it
   * @param window 512 samples, mono, 16 kHz
   * @return the turns and parts of turns that are complete with it
   */
  public List<SpokenPart> accept(double probability, float[] window) {
    memory.append(window, 0, window.length);
    List<SpokenPart> parts = new ArrayList<>(1);
    for (VoiceEvent event : activity.accept(probability, window, 0)) {
      note(event);
    }
    if (inTurn && !activity.speaking()) {
      judgePause().ifPresent(parts::add);
    }
    if (inTurn && memory.end() - partStart > LONGEST) {
      parts.add(cut());
    }
    if (!inTurn) {
      memory.forgetBefore(memory.end() - 2 * BEFORE - 1000 * MILLI);
    }
    return parts;
  }

  /** The recording is over: what is still open ends. */
  public List<SpokenPart> finish() {
    activity.finish();
    return inTurn ? endTurn().stream().toList() : List.of();
  }

  private void note(VoiceEvent event) {
    switch (event) {
      case VoiceEvent.Started started -> {
        if (inTurn) {
          pauses.add(new Pause(previousEnd, started.atSample()));
        } else {
          inTurn = true;
          turnStart = started.atSample();
          partStart = turnStart;
          partFloor = previousEnd;
        }
      }
      case VoiceEvent.Ended ended -> {
        previousEnd = ended.atSample();
        endProbability = OptionalDouble.empty();
        lookedTwice = false;
      }
    }
  }

  private Optional<SpokenPart> judgePause() {
    long silenceMillis = (activity.samplesHeard() - previousEnd) / MILLI;
    boolean secondLook = !lookedTwice && silenceMillis >= SECOND_LOOK_MILLIS;
    if (endProbability.isEmpty() || secondLook) {
      lookedTwice = secondLook;
      float[] turn = memory.between(turnStart - BEFORE, memory.end());
      endProbability = OptionalDouble.of(endOfTurn.probability(turn));
    }
    long speechMillis = (previousEnd - turnStart) / MILLI;
    PauseEvidence evidence =
        new PauseEvidence(
            silenceMillis,
            speechMillis,
            FinalLevel.decibels(memory.between(turnStart, previousEnd)),
            endProbability,
            Optional.empty(),
            SpeakerPace.UNKNOWN);
    return switch (turnTaking.decide(evidence)) {
      case TurnDecision.Wait _, TurnDecision.Speculate _ -> Optional.empty();
      case TurnDecision.Commit _ -> endTurn();
    };
  }

  private Optional<SpokenPart> endTurn() {
    long end = activity.lastSoundEnd();
    inTurn = false;
    pauses.clear();
    return end - turnStart < SHORTEST_TURN
        ? Optional.empty()
        : Optional.of(new SpokenPart(partStart, end, true, sound(end, Long.MAX_VALUE)));
  }

  private SpokenPart cut() {
    long earliest = partStart + SHORTEST_PART;
    Pause best = new Pause(0, 0);
    for (Pause pause : pauses) {
      if (pause.from() >= earliest && pause.to() - pause.from() > best.to() - best.from()) {
        best = pause;
      }
    }
    Pause at = best.to() > 0 ? best : quietest(earliest, activity.lastSoundEnd());
    SpokenPart part = new SpokenPart(partStart, at.from(), false, sound(at.from(), at.to()));
    partStart = at.to();
    partFloor = at.from();
    pauses.removeIf(pause -> pause.to() <= partStart);
    memory.forgetBefore(partStart - BEFORE);
    return part;
  }

  private float[] sound(long end, long ceiling) {
    return memory.between(Math.max(partFloor, partStart - BEFORE), Math.min(ceiling, end + AFTER));
  }

  private Pause quietest(long from, long to) {
    float[] sound = memory.between(from, to);
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at + QUIET_STRETCH <= sound.length; at += (int) QUIET_STRETCH / 2) {
      double energy = 0;
      for (int i = at; i < at + QUIET_STRETCH; i++) {
        energy += sound[i] * sound[i];
      }
      if (energy < least) {
        least = energy;
        best = at;
      }
    }
    long middle = from + best + QUIET_STRETCH / 2;
    return new Pause(middle, middle);
  }
}
