package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.conversation.Conversation;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Loudspeaker;
import dev.creature.voiceloop.recording.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Holds a whole conversation in real time: a scripted user speaks recordings, the creature answers,
 * and both are written down.
 *
 * <p>Into the folder go {@code conversation.wav} (24 kHz, 16 bit, left the user as fed, right the
 * creature as played) and {@code events.jsonl}, on one clock. The path of the sound is the one of
 * any conversation: only the microphone and the loudspeaker are made of files.
 */
public final class ScriptedConversation {
  private static final int LONGEST_INPUT_MILLIS = 600_000;
  private static final ConversationId ID = new ConversationId("converse");

  private ScriptedConversation() {}

  /**
   * Holds it, on the calling thread, to its end.
   *
   * @param folder created where it is missing
   * @param company who else is there
   * @param judge tells speech from other sounds of the user when delays are measured
   * @throws dev.creature.voiceloop.audio.BadAudio when an input is no recording
   * @throws IOException when the folder cannot be written
   */
  public static ConversationReport hold(
      ConversationScript script,
      Path folder,
      VoiceEngine engine,
      Company company,
      SpeechJudge judge,
      long seed)
      throws IOException {
    List<Recording> recordings = new ArrayList<>();
    for (ConversationScript.Input input : script.inputs()) {
      recordings.add(load(input.audio(), judge));
    }
    Files.createDirectories(folder);
    Path sound = folder.resolve("conversation.wav");
    RealTimeUser user = new RealTimeUser(script, recordings);
    ReplyCounter counter = new ReplyCounter(user);
    CompletableFuture<ActorRef<Conversation.Command>> started = new CompletableFuture<>();
    Loudspeaker loudspeaker =
        new Loudspeaker(
            (frame, at) -> started.join().tell(new Conversation.FramePlayed(frame, at)),
            (at, samples) -> started.join().tell(new Conversation.Sounded(at, samples)));
    AtomicLong clock = new AtomicLong();
    ActorSystem<Void> system =
        company.start(
            Behaviors.setup(context -> {
              ActorRef<ConversationEvent> log =
                  context.spawn(
                      EventLog.create(folder.resolve("events.jsonl"), counter),
                      "events",
                      DispatcherSelector.blocking());
              Company.Seat seat =
                  new Company.Seat(
                      ID,
                      log,
                      clock::get,
                      words -> started.thenAccept(live -> live.tell(new Conversation.Tell(words))));
              Consumer<ConversationEvent> others = company.join(context, seat);
              started.complete(
                  context.spawn(
                      Conversation.create(
                          ID, engine, seed, loudspeaker, observer(context, log, others)),
                      "conversation"));
              return Behaviors.empty();
            }));
    RealTimeUser.Outcome outcome;
    try (WavWriter writer = WavWriter.create(sound, SoundClip.SAMPLE_RATE, 2)) {
      ActorRef<Conversation.Command> conversation = started.join();
      outcome =
          user.run(
              block -> {
                clock.set(block.endMillis());
                conversation.tell(new Conversation.Microphone(block));
              },
              loudspeaker,
              (left, right) -> writer.write(interleave(left, right), 0, left.length));
    } finally {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().join();
    }
    TurnDelays delays =
        TurnDelays.measure(recordings, outcome.fed(), creatureChannel(sound), counter.continuers());
    return new ConversationReport(
        Percentiles.of(delays.voiceToVoiceMillis()),
        delays.falseTakeovers(),
        delays.shortOverlaps(),
        delays.inputsWithPauses(),
        counter.interruptions(),
        counter.replies(),
        script.inputs().size(),
        delays.unanswered(),
        outcome.durationMillis(),
        outcome.worstLatenessMillis());
  }

  private static ActorRef<ConversationEvent> observer(
      ActorContext<Void> context,
      ActorRef<ConversationEvent> log,
      Consumer<ConversationEvent> others) {
    return context.spawn(
        Behaviors.receiveMessage(event -> {
          log.tell(event);
          others.accept(event);
          return Behaviors.same();
        }),
        "observer");
  }

  private static Recording load(Path file, SpeechJudge judge) throws IOException {
    float[] hearing = read(file, PcmBlock.SAMPLE_RATE);
    float[] kept = read(file, SoundClip.SAMPLE_RATE);
    short[] sixteenBit = new short[kept.length];
    for (int i = 0; i < kept.length; i++) {
      sixteenBit[i] =
          (short) Math.clamp(Math.round(kept[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return Recording.of(hearing, sixteenBit, judge);
  }

  private static float[] read(Path file, int sampleRate) throws IOException {
    try (MonoReader reader = new MonoReader(AudioFiles.open(file), sampleRate)) {
      float[] samples = new float[sampleRate];
      int count = 0;
      for (int read = reader.read(samples, 0, samples.length);
          read > 0;
          read = reader.read(samples, count, samples.length - count)) {
        count += read;
        if (count > (long) sampleRate * LONGEST_INPUT_MILLIS / 1000) {
          throw new BadScript(file + ": longer than 10 minutes; cut it into several inputs");
        }
        if (count == samples.length) {
          samples = Arrays.copyOf(samples, samples.length * 2);
        }
      }
      return Arrays.copyOf(samples, count);
    }
  }

  private static float[] interleave(short[] left, short[] right) {
    float[] both = new float[left.length * 2];
    for (int i = 0; i < left.length; i++) {
      both[2 * i] = left[i] / 32_768f;
      both[2 * i + 1] = right[i] / 32_768f;
    }
    return both;
  }

  /** What is measured is what was written, read back. */
  private static short[] creatureChannel(Path sound) throws IOException {
    try (AudioSource source = AudioFiles.open(sound)) {
      short[] samples = new short[SoundClip.SAMPLE_RATE];
      float[] block = new float[2 * 4096];
      int count = 0;
      for (int read = source.read(block, 0, 4096); read > 0; read = source.read(block, 0, 4096)) {
        if (count + read > samples.length) {
          samples = Arrays.copyOf(samples, Math.max(samples.length * 2, count + read));
        }
        for (int i = 0; i < read; i++) {
          samples[count + i] = (short) Math.round(block[2 * i + 1] * 32_768f);
        }
        count += read;
      }
      return Arrays.copyOf(samples, count);
    }
  }
}
