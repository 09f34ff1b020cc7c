package dev.creature.deploy.load;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A voice without models, to try out everything around a voice: it hears that somebody speaks, and
 * how long, answers with a tone, and takes as long as it is told to. Everything else, from the
 * socket to the journal, is what a real voice goes through.
 */
public final class SimulatedVoice implements VoiceEngine, AutoCloseable {
  /** What {@code --engine} calls it. */
  public static final String NAME = "simulated";

  private static final int MILLIS_A_WORD = 150;
  private static final int LONGEST_MILLIS = 6_000;
  private static final int SAMPLES_PER_MILLI = SoundClip.SAMPLE_RATE / 1000;
  private static final int LOUD = 6_000;
  private static final double HERTZ = 220;

  private final SimulatedCores cores;

  /**
   * Makes one.
   *
   * @param cores on how many of them turns are thought about; the others wait
   * @param work how long a core takes for a turn
   */
  public SimulatedVoice(int cores, Duration work) {
    this.cores = new SimulatedCores(cores, work);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double load01() {
    return cores.load01();
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(context -> new Talking(context.getSelf(), events, cores).start());
  }

  @Override
  public void close() {
    cores.close();
  }

  private record Said(int turn, String text) {}

  /** The reply is thought of. */
  private record Thought(Said said) implements EngineCommand {}

  private static final class Talking {
    private final ActorRef<EngineCommand> self;
    private final ActorRef<EngineEvent> events;
    private final SimulatedCores cores;
    private final LoudnessEar ear = new LoudnessEar();
    // One after the other: a reply that begins while another sounds would cut it off.
    private final Queue<Said> waiting = new ArrayDeque<>();
    private boolean busy;
    private int remembered;
    private long nowMillis;
    private int turn;

    Talking(ActorRef<EngineCommand> self, ActorRef<EngineEvent> events, SimulatedCores cores) {
      this.self = self;
      this.events = events;
      this.cores = cores;
    }

    Behavior<EngineCommand> start() {
      return Behaviors.receiveMessage(command -> {
        switch (command) {
          case EngineCommand.Hear(var block) -> {
            nowMillis = block.endMillis();
            ear.hear(block).ifPresent(this::noticed);
          }
          case EngineCommand.Recall recall -> recall(recall);
          case EngineCommand.Read(String text) -> take(text, nowMillis, 0);
          case EngineCommand.Tell(String text) -> {
            turn++;
            waiting.add(new Said(turn, text));
            next();
          }
          case Thought(Said said) -> speak(said);
          case EngineCommand.ReplyHeard _ -> {
            busy = false;
            next();
          }
          case EngineCommand.Close _ -> {
            return Behaviors.stopped();
          }
          default -> {
            // Its own sound is of no use to it.
          }
        }
        return Behaviors.same();
      });
    }

    private void noticed(LoudnessEar.Noticed noticed) {
      switch (noticed) {
        case LoudnessEar.Noticed.Began(long at) ->
            notice(new ConversationEvent.UserSpeechStarted(at, nowMillis));
        case LoudnessEar.Noticed.Ended(long began, long at) -> {
          notice(new ConversationEvent.UserSpeechEnded(at, nowMillis));
          take("speech of " + (at - began) + " ms", at, nowMillis - at);
        }
      }
    }

    private void recall(EngineCommand.Recall recall) {
      remembered = recall.exchanges().size();
      recall
          .open()
          .ifPresent(open -> {
            turn = open.turn() - 1;
            take(open.user(), nowMillis, 0);
          });
      turn = Math.max(turn, recall.firstTurn() - 1);
    }

    private void take(String text, long atMillis, long silenceMillis) {
      turn++;
      notice(new ConversationEvent.TurnCommitted(nowMillis, turn, 1, silenceMillis));
      notice(new ConversationEvent.UserFinal(atMillis, turn, text));
      notice(new ConversationEvent.TurnSettled(nowMillis, turn));
      waiting.add(new Said(turn, remembered + " before, now " + text));
      remembered++;
      next();
    }

    private void next() {
      if (!busy && !waiting.isEmpty()) {
        busy = true;
        Said said = waiting.remove();
        cores.work(() -> self.tell(new Thought(said)));
      }
    }

    private void speak(Said said) {
      notice(new ConversationEvent.ReplyToken(nowMillis, said.turn(), said.text()));
      int words = said.text().split(" ").length;
      int millis = Math.min(LONGEST_MILLIS, MILLIS_A_WORD * words);
      events.tell(
          new EngineEvent.ReplySound(
              said.turn(),
              new SoundClip(
                  tone(millis),
                  List.of(new SoundClip.TimedWord(said.text(), 0, millis)),
                  List.of(new SoundClip.TimedViseme("aa", 0, millis)))));
      events.tell(new EngineEvent.ReplyComplete(said.turn()));
    }

    private static short[] tone(int millis) {
      short[] sound = new short[millis * SAMPLES_PER_MILLI];
      for (int i = 0; i < sound.length; i++) {
        sound[i] = (short) (LOUD * Math.sin(2 * Math.PI * HERTZ * i / SoundClip.SAMPLE_RATE));
      }
      return sound;
    }

    private void notice(ConversationEvent event) {
      events.tell(new EngineEvent.Noticed(event));
    }
  }
}
