package dev.creature.deploy.bench;

import dev.creature.deploy.bench.SideBySide.Held;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.HeldConversation.PlacedInput;
import dev.creature.voiceloop.script.Said;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.SpokenFrames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user said in a conversation that was held, and what was heard of the creature around it.
 *
 * @param held the conversation
 * @param index of the input among those that were placed
 * @param file what was said
 * @param user where on the conversation's clock; not empty
 * @param creature all that was heard of it in the conversation
 * @param nextMillis when the next thing was said or told
 */
record HeardInput(
    Held held,
    int index,
    Path file,
    SpeechSegments user,
    SpeechSegments creature,
    long nextMillis) {
  /** The creature's channel is exact zero while it is silent; −50 dBFS leaves its fades out. */
  private static final int SOUNDING = 100;

  private static final int FRAME_MILLIS = 10;

  /** A single frame is a click. */
  private static final int SHORTEST_SOUND_MILLIS = 20;

  /** All that was said aloud in a conversation and holds speech. */
  static List<HeardInput> in(Held held, SpeechJudge judge) throws IOException {
    List<PlacedInput> placed = held.conversation().inputs();
    SpeechSegments creature = sounding(held.creature());
    List<HeardInput> heard = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      PlacedInput input = placed.get(i);
      ConversationScript.Input scripted = held.job().script().inputs().get(input.input());
      if (!(scripted.what() instanceof Said.Aloud(Path file))) {
        continue;
      }
      SpeechSegments user =
          SpeechSegments.of(SpokenFrames.of(file, judge), SpokenFrames.FRAME_MILLIS)
              .lasting(SHORTEST_SOUND_MILLIS)
              .later(input.startMillis());
      long next =
          i + 1 < placed.size()
              ? placed.get(i + 1).startMillis()
              : held.creature().length / (SoundClip.SAMPLE_RATE / 1000);
      if (!user.isEmpty()) {
        heard.add(new HeardInput(held, i, file, user, creature, next));
      }
    }
    return heard;
  }

  private static SpeechSegments sounding(short[] channel) {
    int size = SoundClip.SAMPLE_RATE * FRAME_MILLIS / 1000;
    boolean[] frames = new boolean[channel.length / size];
    for (int frame = 0; frame < frames.length; frame++) {
      for (int i = frame * size; i < (frame + 1) * size && !frames[frame]; i++) {
        frames[frame] = Math.abs(channel[i]) > SOUNDING;
      }
    }
    return SpeechSegments.of(frames, FRAME_MILLIS);
  }

  /** Of the creature's sound, what begins in a stretch of time, with short silences closed. */
  SpeechSegments begunIn(long fromMillis, long untilMillis, long gapMillis) {
    return creature.merged(gapMillis).beginningIn(fromMillis, untilMillis);
  }

  /**
   * From the user's first sound for as long as both are heard: how long it takes the creature to
   * yield, as Full-Duplex-Bench v1.5 measures it. One that does not yield is heard to the user's
   * end.
   *
   * @return 0 when they were never heard together
   */
  long stopMillis() {
    SpeechSegments.Segment spoken = user.merged(600).all().getFirst();
    return creature.merged(500).all().stream()
        .mapToLong(it ->
            Math.min(it.endMillis(), spoken.endMillis())
                - Math.max(it.startMillis(), spoken.startMillis()))
        .filter(overlap -> overlap > 0)
        .findFirst()
        .orElse(0);
  }
}
