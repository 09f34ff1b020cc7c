package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.conversation.Conversation;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Loudspeaker;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.recording.EventLog;
import dev.creature.voiceloop.script.HeldConversation.PlacedInput;
import dev.creature.voiceloop.script.HeldConversation.ToldWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Holds a whole conversation in real time: a scripted user speaks recordings, the creature answers,
 * and both are written down.
 *
 * <p>Into the folder go the sound ({@link ConversationTape}) and {@code events.jsonl}, on one
 * clock. The path of the sound is the one of any conversation: only the microphone and the
 * loudspeaker are made of files.
 */
public final class ScriptedConversation {
  /** The name of the only conversation. */
  public static final ConversationId ID = new ConversationId("converse");

  private final ConversationId id;
  private final ConversationScript script;
  private final List<Recording> recordings = new ArrayList<>();
  private final Path folder;
  private final RealTimeUser user;
  private final ReplyCounter counter;
  private final AtomicLong clock = new AtomicLong();
  private final Queue<ToldWords> told = new ConcurrentLinkedQueue<>();
  private final Queue<ConversationEvent> events = new ConcurrentLinkedQueue<>();
  private final Queue<ActorRef<?>> actors = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<ActorRef<Conversation.Command>> live = new CompletableFuture<>();
  private final Loudspeaker loudspeaker =
      new Loudspeaker(
          (frame, at) -> live.join().tell(new Conversation.FramePlayed(frame, at)),
          (at, samples) -> live.join().tell(new Conversation.Sounded(at, samples)));

  private ScriptedConversation(
      ConversationId id, ConversationScript script, Path folder, SpeechJudge judge)
      throws IOException {
    this.id = id;
    this.script = script;
    this.folder = folder;
    for (ConversationScript.Input input : script.inputs()) {
      recordings.add(
          switch (input.what()) {
            case Said.Aloud(Path file) -> RecordingFile.load(file, judge);
            case Said.Told _ -> Recording.NONE;
          });
    }
    this.user = new RealTimeUser(script, recordings);
    this.counter = new ReplyCounter(user);
    Files.createDirectories(folder);
  }

  /**
   * Holds it alone in an actor system, on the calling thread, to its end.
   *
   * @param folder created where it is missing
   * @param company who else is there
   * @param judge tells speech from other sounds of the user when delays are measured
   * @throws dev.creature.voiceloop.audio.BadAudio when an input is no recording
   * @throws IOException when the folder cannot be written
   */
  public static HeldConversation hold(
      ConversationScript script,
      Path folder,
      VoiceEngine engine,
      Company company,
      SpeechJudge judge,
      long seed)
      throws IOException {
    ScriptedConversation held = new ScriptedConversation(ID, script, folder, judge);
    ActorSystem<Void> system =
        company.start(
            Behaviors.setup(context -> {
              ActorRef<EventLog.Entry> log = held.log(context);
              Company.Seat seat = new Company.Seat(ID, log, held.clock::get, held::tell);
              Consumer<ConversationEvent> others = company.join(context, seat);
              held.begin(context, engine, seed, company.way(held.loudspeaker), log, others);
              return Behaviors.empty();
            }));
    RealTimeUser.Outcome outcome;
    try {
      outcome = held.run(company::clock);
    } finally {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().join();
    }
    return held.result(outcome);
  }

  /**
   * Holds it beside others, on the calling thread, to its end.
   *
   * @param id another one for each on the same stage
   * @param way is given the loudspeaker, and answers what the conversation plays through
   */
  public static HeldConversation hold(
      Stage stage,
      ConversationId id,
      ConversationScript script,
      Path folder,
      VoiceEngine engine,
      UnaryOperator<Speaker> way,
      SpeechJudge judge,
      long seed)
      throws IOException {
    ScriptedConversation held = new ScriptedConversation(id, script, folder, judge);
    stage.enter(context ->
        held.begin(context, engine, seed, way.apply(held.loudspeaker), held.log(context), _ -> {}));
    RealTimeUser.Outcome outcome;
    try {
      outcome = held.run(_ -> {});
    } finally {
      stage.enter(context -> held.actors.forEach(context::stop));
    }
    return held.result(outcome);
  }

  private ActorRef<EventLog.Entry> log(ActorContext<?> context) {
    ActorRef<EventLog.Entry> log =
        context.spawn(
            EventLog.create(folder.resolve("events.jsonl"), counter.andThen(events::add)),
            id.value() + "-events",
            DispatcherSelector.blocking());
    actors.add(log);
    return log;
  }

  private void begin(
      ActorContext<?> context,
      VoiceEngine engine,
      long seed,
      Speaker speaker,
      ActorRef<EventLog.Entry> log,
      Consumer<ConversationEvent> others) {
    ActorRef<ConversationEvent> observer =
        context.spawn(
            Behaviors.receiveMessage(event -> {
              log.tell(new EventLog.Happened(event));
              others.accept(event);
              return Behaviors.same();
            }),
            id.value() + "-observer");
    ActorRef<Conversation.Command> conversation =
        context.spawn(Conversation.create(id, engine, seed, speaker, observer), id.value());
    actors.add(observer);
    actors.add(conversation);
    live.complete(conversation);
  }

  private void tell(String words) {
    told.add(new ToldWords(clock.get(), words));
    live.thenAccept(conversation -> conversation.tell(new Conversation.Tell(words)));
  }

  private RealTimeUser.Outcome run(LongConsumer others) throws IOException {
    try (ConversationTape tape = ConversationTape.in(folder)) {
      ActorRef<Conversation.Command> conversation = live.join();
      return user.run(
          block -> {
            clock.set(block.endMillis());
            others.accept(block.endMillis());
            conversation.tell(new Conversation.Microphone(block));
          },
          loudspeaker,
          this::tell,
          tape::write);
    }
  }

  private HeldConversation result(RealTimeUser.Outcome outcome) throws IOException {
    // What is measured is what was written, read back.
    short[] creature = ConversationTape.channel(folder.resolve(ConversationTape.BOTH), 1);
    TurnDelays delays =
        TurnDelays.measure(recordings, outcome.fed(), creature, counter.continuers());
    ConversationReport report =
        new ConversationReport(
            Percentiles.of(delays.voiceToVoiceMillis()),
            delays.answered(),
            delays.falseTakeovers(),
            delays.shortOverlaps(),
            delays.overlaps(),
            delays.inputsWithPauses(),
            counter.interruptions(),
            counter.replies(),
            script.inputs().size(),
            delays.unanswered(),
            outcome.durationMillis(),
            outcome.worstLatenessMillis());
    return new HeldConversation(
        report,
        outcome.fed().stream()
            .map(fed -> new PlacedInput(fed.input(), fed.startMillis(), fed.endMillis()))
            .toList(),
        List.copyOf(told),
        List.copyOf(events));
  }
}
