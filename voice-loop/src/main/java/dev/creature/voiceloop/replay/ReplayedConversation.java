package dev.creature.voiceloop.replay;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.conversation.Conversation;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Loudspeaker;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.recording.EventLine;
import dev.creature.voiceloop.script.ConversationTape;
import dev.creature.voiceloop.script.HeldConversation.ToldWords;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.RoomSound;
import dev.creature.voiceloop.script.ScriptedConversation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import scala.concurrent.ExecutionContext;

/**
 * Holds a recorded conversation again: the same sound at the same times, as fast as the machine
 * can, on the calling thread. Twice the same session gives twice the same files, byte for byte.
 */
public final class ReplayedConversation {
  /** As they are held: a tick more or less at the end would be another recording. */
  private static final int TICK_MILLIS = Playout.TICK_MILLIS;

  private static final int HEARING_SAMPLES = PcmBlock.SAMPLE_RATE * TICK_MILLIS / 1000;
  private static final int KEPT_SAMPLES = SoundClip.SAMPLE_RATE * TICK_MILLIS / 1000;

  /**
   * What was recorded.
   *
   * @param microphone the user at 16 kHz
   * @param user the same at 24 kHz, only to be written down again
   * @param told to the creature, in order
   */
  public record Material(
      short[] microphone, short[] user, Room room, List<ToldWords> told, long seed) {
    public Material {
      told = List.copyOf(told);
    }
  }

  private final Lockstep lockstep;
  private final InferencePool pool;

  /**
   * In virtual time.
   *
   * @param lockstep also runs whatever of the engine is not inference
   * @param pool the engine's, with nothing under way; handed over now
   */
  public ReplayedConversation(Lockstep lockstep, InferencePool pool) {
    this.lockstep = lockstep;
    this.pool = pool;
    pool.handOver();
  }

  /**
   * Holds it.
   *
   * @param folder receives {@code events.jsonl} and the sound, as the recorded one's did
   * @return how long the conversation was, in milliseconds
   */
  public long hold(Material material, VoiceEngine engine, Path folder) throws IOException {
    CompletableFuture<ActorRef<Conversation.Command>> live = new CompletableFuture<>();
    Loudspeaker loudspeaker =
        new Loudspeaker(
            (frame, at) -> live.join().tell(new Conversation.FramePlayed(frame, at)),
            (at, samples) -> live.join().tell(new Conversation.Sounded(at, samples)));
    try (BufferedWriter events =
            Files.newBufferedWriter(folder.resolve("events.jsonl"), StandardCharsets.UTF_8);
        ConversationTape tape = ConversationTape.in(folder)) {
      ActorSystem<Void> system =
          start(
              Behaviors.setup(context -> {
                ActorRef<ConversationEvent> observer = context.spawn(writing(events), "observer");
                live.complete(
                    context.spawn(
                        Conversation.create(
                            ScriptedConversation.ID,
                            engine,
                            material.seed(),
                            loudspeaker,
                            observer),
                        "conversation"));
                return Behaviors.empty();
              }));
      try {
        settleUntil(live);
        return play(material, live.join(), loudspeaker, tape);
      } finally {
        system.terminate();
        settleUntil(system.getWhenTerminated().toCompletableFuture());
      }
    }
  }

  private ActorSystem<Void> start(Behavior<Void> guardian) {
    CompletableFuture<ActorSystem<Void>> started = new CompletableFuture<>();
    // Elsewhere, because the start waits for actors, which only this thread runs.
    Thread.ofVirtual()
        .name("start-replay")
        .start(() -> {
          try {
            started.complete(
                ActorSystem.create(
                    guardian,
                    "replay",
                    ActorSystemSetup.create(
                        BootstrapSetup.create()
                            .withDefaultExecutionContext(
                                ExecutionContext.fromExecutor(lockstep)))));
          } catch (RuntimeException failed) {
            started.completeExceptionally(failed);
          }
        });
    settleUntil(started);
    return started.join();
  }

  private static Behavior<ConversationEvent> writing(BufferedWriter events) {
    return Behaviors.receiveMessage(event -> {
      try {
        events.write(EventLine.of(event).toString());
        events.newLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Behaviors.same();
    });
  }

  /** Only the start and the end of an actor system involve other threads, its own. */
  private void settleUntil(CompletableFuture<?> done) {
    while (!done.isDone()) {
      lockstep.settle();
      LockSupport.parkNanos(100_000);
    }
    lockstep.settle();
  }

  private long play(
      Material material,
      ActorRef<Conversation.Command> conversation,
      Loudspeaker loudspeaker,
      ConversationTape tape)
      throws IOException {
    ArrayDeque<ToldWords> told = new ArrayDeque<>(material.told());
    RoomSound room = new RoomSound(material.room());
    short[] played = new short[KEPT_SAMPLES];
    int ticks = material.microphone().length / HEARING_SAMPLES;
    for (int tick = 0; tick < ticks; tick++) {
      long now = (long) tick * TICK_MILLIS;
      while (!told.isEmpty() && told.getFirst().atMillis() <= now) {
        conversation.tell(new Conversation.Tell(told.removeFirst().text()));
      }
      loudspeaker.pull(now, played);
      lockstep.advance(pool, (now + TICK_MILLIS) * 1000);
      short[] alone = slice(material.microphone(), tick, HEARING_SAMPLES);
      float[] heard = new float[HEARING_SAMPLES];
      for (int i = 0; i < heard.length; i++) {
        heard[i] = alone[i] / 32_768f;
      }
      if (!material.room().quiet()) {
        room.add(played, heard);
      }
      conversation.tell(
          new Conversation.Microphone(new PcmBlock((long) tick * HEARING_SAMPLES, heard)));
      tape.write(slice(material.user(), tick, KEPT_SAMPLES), played, alone);
    }
    lockstep.settle();
    return (long) ticks * TICK_MILLIS;
  }

  private static short[] slice(short[] samples, int tick, int size) {
    int from = Math.min(samples.length, tick * size);
    return Arrays.copyOf(
        Arrays.copyOfRange(samples, from, Math.min(samples.length, from + size)), size);
  }
}
