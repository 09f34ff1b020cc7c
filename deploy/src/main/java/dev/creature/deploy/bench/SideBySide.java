package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.ConversationTape;
import dev.creature.voiceloop.script.HeldConversation;
import dev.creature.voiceloop.script.ScriptedConversation;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Holds scripted conversations in one process, some of them at the same time. */
final class SideBySide {
  /**
   * One to hold.
   *
   * @param name of its folder, and its own
   */
  record Job(String name, ConversationScript script) {}

  /**
   * One that was held.
   *
   * @param user the user's channel, 24 kHz
   * @param creature its channel, 24 kHz
   * @param clips what each turn's reply was meant to sound like
   */
  record Held(
      Job job,
      HeldConversation conversation,
      short[] user,
      short[] creature,
      Map<Integer, List<SoundClip>> clips) {}

  private final VoiceEngine engine;
  private final SpeechJudge judge;
  private final Path folder;
  private final long seed;
  private final int atOnce;

  SideBySide(VoiceEngine engine, SpeechJudge judge, Path folder, long seed, int atOnce) {
    this.engine = engine;
    this.judge = judge;
    this.folder = folder;
    this.seed = seed;
    this.atOnce = atOnce;
  }

  /** Something that is made of a conversation while it is held. */
  private interface Holding<T> {
    T hold(Stage stage, Job job) throws IOException;
  }

  /** Holds all of them, and answers in the same order. */
  List<Held> hold(List<Job> jobs) throws IOException, InterruptedException {
    return each(jobs, this::withSound);
  }

  /**
   * Holds all of them, keeps nothing of their sound in memory, and answers in the same order.
   *
   * @param way what stands between each conversation and its loudspeaker
   */
  List<HeldConversation> holdLightly(List<Job> jobs, UnaryOperator<Speaker> way)
      throws IOException, InterruptedException {
    return each(jobs, (stage, job) -> held(stage, job, engine, way));
  }

  private <T> List<T> each(List<Job> jobs, Holding<T> holding)
      throws IOException, InterruptedException {
    try (Stage stage = Stage.open();
        // Each is an audio clock: a thread of its own, as a sound card has.
        ExecutorService clocks =
            Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("audio-clock-", 1).factory())) {
      List<Future<T>> futures = new ArrayList<>();
      for (Job job : jobs) {
        futures.add(clocks.submit(() -> holding.hold(stage, job)));
      }
      List<T> held = new ArrayList<>();
      for (Future<T> future : futures) {
        held.add(future.get());
      }
      return held;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("a conversation failed", failed.getCause());
    }
  }

  private HeldConversation held(Stage stage, Job job, VoiceEngine voice, UnaryOperator<Speaker> way)
      throws IOException {
    ConversationId name = new ConversationId(job.name());
    Path here = folder.resolve(job.name());
    return ScriptedConversation.hold(stage, name, job.script(), here, voice, way, judge, seed);
  }

  private Held withSound(Stage stage, Job job) throws IOException {
    KeptClips kept = new KeptClips(engine);
    HeldConversation conversation = held(stage, job, kept, UnaryOperator.identity());
    Path tape = folder.resolve(job.name()).resolve(ConversationTape.BOTH);
    return new Held(
        job,
        conversation,
        ConversationTape.channel(tape, 0),
        ConversationTape.channel(tape, 1),
        kept.clips());
  }
}
