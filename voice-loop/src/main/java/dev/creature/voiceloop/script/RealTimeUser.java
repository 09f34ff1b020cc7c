package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.link.Loudspeaker;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.script.ScriptedUser.Deed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The audio link of a scripted conversation: a clock that ticks every {@value #TICK_MILLIS} ms of
 * real time, as a sound card does, feeding the user's sound, pulling the creature's and writing
 * both down.
 *
 * <p>Runs on the thread that calls {@link #run}. When the machine is so busy that ticks come late,
 * they are caught up, and the worst lateness is reported.
 */
final class RealTimeUser {
  private static final int TICK_MILLIS = Playout.TICK_MILLIS;
  private static final int HEARING_SAMPLES = PcmBlock.SAMPLE_RATE * TICK_MILLIS / 1000;
  private static final int KEPT_SAMPLES = SoundClip.SAMPLE_RATE * TICK_MILLIS / 1000;

  /** Both sides of a stretch of the conversation. */
  interface Tape {
    /**
     * Writes a tick.
     *
     * @param user 24 kHz
     * @param creature 24 kHz, equally many
     * @param microphone the user at 16 kHz, as the ears get it where no room adds to it
     */
    void write(short[] user, short[] creature, short[] microphone) throws IOException;
  }

  /**
   * Where an input stands on the conversation's clock.
   *
   * @param input its index in the script
   */
  record Fed(int input, long startMillis, long endMillis) {}

  /**
   * How it went.
   *
   * @param fed the inputs, in order
   * @param durationMillis of the whole conversation
   * @param worstLatenessMillis of a tick
   */
  record Outcome(List<Fed> fed, long durationMillis, double worstLatenessMillis) {}

  private final ConversationScript script;
  private final List<Recording> recordings;
  private final Doings doings = new Doings();
  private final AtomicReference<CreatureSound> creature = new AtomicReference<>(CreatureSound.NONE);

  RealTimeUser(ConversationScript script, List<Recording> recordings) {
    this.script = script;
    this.recordings = List.copyOf(recordings);
  }

  /** To be called when a reply begins to sound. Thread-safe. */
  void replyStarted(long atMillis) {
    creature.updateAndGet(sound -> sound.started(atMillis));
  }

  /** To be called when a task has come further. Thread-safe. */
  void taskChanged(ConversationEvent.TaskChanged changed) {
    doings.noticed(changed);
  }

  /** To be called when a reply ends. Thread-safe. */
  void replyEnded(long atMillis) {
    creature.updateAndGet(sound -> sound.ended(atMillis));
  }

  /**
   * Holds the conversation to its end.
   *
   * @param microphone receives the user's sound
   * @param loudspeaker gives the creature's
   * @param teller is handed what the creature is told, when it is time
   */
  Outcome run(
      Consumer<PcmBlock> microphone, Loudspeaker loudspeaker, Consumer<String> teller, Tape tape)
      throws IOException {
    List<ScriptedUser.Turn> turns = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      turns.add(
          new ScriptedUser.Turn(script.inputs().get(i).when(), recordings.get(i).durationMillis()));
    }
    ScriptedUser user = new ScriptedUser(turns);
    List<Fed> fed = new ArrayList<>();
    short[] kept = new short[KEPT_SAMPLES];
    short[] played = new short[KEPT_SAMPLES];
    RoomSound room = new RoomSound(script.room());
    long start = System.nanoTime();
    long worstLateness = 0;
    long now = 0;
    for (long tick = 0; ; tick++) {
      now = tick * TICK_MILLIS;
      Deed deed = user.next(now, creature.get(), doings);
      if (deed instanceof Deed.Leave) {
        break;
      }
      if (deed instanceof Deed.Speak(int input)) {
        fed.add(new Fed(input, now, now + recordings.get(input).durationMillis()));
        if (script.inputs().get(input).what() instanceof Said.Told(String text)) {
          teller.accept(text);
        }
      }
      loudspeaker.pull(now, played);
      worstLateness = Math.max(worstLateness, awaitEnd(start, tick));
      float[] heard = new float[HEARING_SAMPLES];
      Arrays.fill(kept, (short) 0);
      if (!fed.isEmpty()) {
        speak(fed.getLast(), now, heard, kept);
      }
      short[] alone = sixteenBit(heard);
      if (!script.room().quiet()) {
        room.add(played, heard);
      }
      microphone.accept(new PcmBlock(tick * HEARING_SAMPLES, heard));
      tape.write(kept, played, alone);
    }
    return new Outcome(fed, now, worstLateness / 1e6);
  }

  /**
   * Waits until the sound of a tick would have come in; answers how late that is, in nanoseconds.
   */
  private static long awaitEnd(long start, long tick) {
    long due = start + TimeUnit.MILLISECONDS.toNanos((tick + 1) * TICK_MILLIS);
    long left = due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
    return -left;
  }

  private static short[] sixteenBit(float[] samples) {
    short[] rounded = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      rounded[i] = (short) Math.round(samples[i] * 32_768f);
    }
    return rounded;
  }

  private void speak(Fed fed, long now, float[] heard, short[] kept) {
    Recording recording = recordings.get(fed.input());
    if (now >= fed.endMillis()) {
      return;
    }
    int tick = (int) ((now - fed.startMillis()) / TICK_MILLIS);
    int hearingOffset = tick * HEARING_SAMPLES;
    int keptOffset = tick * KEPT_SAMPLES;
    System.arraycopy(
        recording.hearing(),
        hearingOffset,
        heard,
        0,
        Math.clamp(recording.hearing().length - hearingOffset, 0, HEARING_SAMPLES));
    System.arraycopy(
        recording.kept(),
        keptOffset,
        kept,
        0,
        Math.clamp(recording.kept().length - keptOffset, 0, KEPT_SAMPLES));
  }
}
