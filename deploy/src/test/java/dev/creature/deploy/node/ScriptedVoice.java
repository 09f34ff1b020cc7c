package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.talk.Exchange;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A voice without models, for tests that kill nodes or watch lips: answers typed words with half a
 * second of sound, a long story or drum beats, and says how much it remembers.
 */
public final class ScriptedVoice implements VoiceEngine {
  private static final int SHORT_MILLIS = 500;

  /** Whoever asks for a story is told a long one. */
  private static final int STORY_MILLIS = 20_000;

  /** Whoever asks for drums hears so many beats of a tone, and as much silence behind each. */
  public static final int BEATS = 40;

  private static final int BEAT_MILLIS = 230;

  private static final int SAMPLES_PER_MILLI = 24;

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(_ -> new Talking(events).start());
  }

  private static final class Talking {
    private final ActorRef<EngineEvent> events;
    private final List<String> remembered = new ArrayList<>();
    private long nowMillis;
    private int turn;
    private int firstTurn;

    Talking(ActorRef<EngineEvent> events) {
      this.events = events;
    }

    Behavior<EngineCommand> start() {
      return Behaviors.receiveMessage(command -> {
        switch (command) {
          case EngineCommand.Hear(var block) -> nowMillis = block.endMillis();
          case EngineCommand.Recall recall -> {
            recall.exchanges().stream().map(Exchange::user).forEach(remembered::add);
            recall
                .open()
                .ifPresent(open -> {
                  turn = open.turn() - 1;
                  answer(open.user());
                });
            firstTurn = recall.firstTurn();
          }
          case EngineCommand.Read(String text) -> answer(text);
          case EngineCommand.Tell(String text) -> speak(text);
          case EngineCommand.Close _ -> {
            return Behaviors.stopped();
          }
          default -> {
            // Of no use to a script.
          }
        }
        return Behaviors.same();
      });
    }

    private void answer(String text) {
      turn = Math.max(turn + 1, firstTurn);
      notice(new ConversationEvent.TurnCommitted(nowMillis, turn, 1, 0));
      notice(new ConversationEvent.UserFinal(nowMillis, turn, text));
      notice(new ConversationEvent.TurnSettled(nowMillis, turn));
      say(remembered.size() + " before, now " + text);
      remembered.add(text);
    }

    private void speak(String text) {
      turn = Math.max(turn + 1, firstTurn);
      say(text);
    }

    private void say(String text) {
      notice(new ConversationEvent.ReplyToken(nowMillis, turn, text));
      int millis = text.contains("story") ? STORY_MILLIS : SHORT_MILLIS;
      short[] sound = text.contains("drum") ? drums() : new short[millis * SAMPLES_PER_MILLI];
      if (!text.contains("drum")) {
        Arrays.fill(sound, (short) 3_000);
      }
      events.tell(
          new EngineEvent.ReplySound(
              turn,
              new SoundClip(
                  sound,
                  List.of(new SoundClip.TimedWord(text, 0, sound.length / SAMPLES_PER_MILLI)),
                  List.of(new SoundClip.TimedViseme("aa", 0, sound.length / SAMPLES_PER_MILLI)))));
      events.tell(new EngineEvent.ReplyComplete(turn));
    }

    private static short[] drums() {
      short[] sound = new short[2 * BEATS * BEAT_MILLIS * SAMPLES_PER_MILLI];
      for (int i = 0; i < sound.length; i++) {
        boolean sounds = i / (BEAT_MILLIS * SAMPLES_PER_MILLI) % 2 == 1;
        // A tone of 400 Hz, as loud as speech.
        sound[i] = sounds ? (short) Math.round(5_000 * Math.sin(2 * Math.PI * i / 60)) : 0;
      }
      return sound;
    }

    private void notice(ConversationEvent event) {
      events.tell(new EngineEvent.Noticed(event));
    }
  }
}
