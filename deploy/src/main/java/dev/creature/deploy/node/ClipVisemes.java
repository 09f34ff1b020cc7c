package dev.creature.deploy.node;

import dev.creature.actors.face.FaceCommand.VisemeSpan;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.mouth.SoundVisemes;
import dev.creature.voiceloop.mouth.Viseme;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out which mouth shapes a frame of sound has: clips carry them, frames do not. Follows the
 * playout by comparing samples, so that it is right whatever the playout does between two clips.
 * Where an engine gives only sound, the shapes are read from that. Thread-safe: clips come from the
 * engine's side, frames from the playout's.
 */
final class ClipVisemes {
  private static final int PER_MILLI = SoundClip.SAMPLE_RATE / 1000;

  /** Read when the first clip without shapes comes. */
  private static final class Reading {
    static final SoundVisemes VISEMES = SoundVisemes.learned();
  }

  private final ArrayDeque<SoundClip> clips = new ArrayDeque<>();
  private int turn = -1;
  private int nextInClip;

  /** A clip of a reply, behind those before. */
  void add(int replyTurn, SoundClip clip) {
    SoundClip shaped = clip.visemes().isEmpty() ? shaped(clip) : clip;
    append(replyTurn, shaped);
  }

  private static SoundClip shaped(SoundClip clip) {
    return new SoundClip(
        clip.samples(),
        clip.words(),
        Reading.VISEMES.of(clip.samples()).stream()
            .map(each ->
                new SoundClip.TimedViseme(
                    each.viseme().label(),
                    Math.round(each.startMillis()),
                    Math.round(each.endMillis())))
            .toList());
  }

  private synchronized void append(int replyTurn, SoundClip clip) {
    if (replyTurn != turn) {
      clips.clear();
      nextInClip = 0;
      turn = replyTurn;
    }
    clips.add(clip);
  }

  /** The shapes in a frame; frames come in the order in which they are played. */
  synchronized List<VisemeSpan> in(PlayoutFrame frame) {
    if (frame.turn() != turn) {
      return List.of();
    }
    List<VisemeSpan> spans = new ArrayList<>();
    int filled = 0;
    while (filled < frame.samples().length && !clips.isEmpty()) {
      SoundClip clip = clips.getFirst();
      int count = Math.min(frame.samples().length - filled, clip.samples().length - nextInClip);
      boolean here =
          Arrays.equals(
              frame.samples(),
              filled,
              filled + count,
              clip.samples(),
              nextInClip,
              nextInClip + count);
      if (!here) {
        break;
      }
      place(clip, frame.playoutMillis() + filled / PER_MILLI, count, spans);
      filled += count;
      nextInClip += count;
      if (nextInClip == clip.samples().length) {
        clips.removeFirst();
        nextInClip = 0;
      }
    }
    return spans;
  }

  private void place(SoundClip clip, long atMillis, int count, List<VisemeSpan> spans) {
    long from = nextInClip / PER_MILLI;
    long to = ((long) nextInClip + count) / PER_MILLI;
    for (SoundClip.TimedViseme viseme : clip.visemes()) {
      long start = Math.max(from, viseme.startMillis());
      long end = Math.min(to, viseme.endMillis());
      if (end > start) {
        spans.add(
            new VisemeSpan(label(viseme.viseme()), atMillis + start - from, atMillis + end - from));
      }
    }
  }

  /** Clips name a shape as the code does or as the wire does; faces know the wire's names. */
  private static String label(String viseme) {
    for (Viseme known : Viseme.values()) {
      if (known.name().equalsIgnoreCase(viseme) || known.label().equals(viseme)) {
        return known.label();
      }
    }
    return Viseme.SIL.label();
  }
}
