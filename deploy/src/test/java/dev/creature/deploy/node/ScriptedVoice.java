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
 * A voice without models, for tests that kill nodes: answers typed words with half a second of
 * sound, or with a long story, and says how much it remembers.
 */
final class ScriptedVoice implements VoiceEngine {
  private static final int SHORT_MILLIS = 500;

  /** Whoever asks for a story is told a long one. */
  private static final int STORY_MILLIS = 20_000;

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
      short[] sound = new short[millis * SAMPLES_PER_MILLI];
      Arrays.fill(sound, (short) 3_000);
      events.tell(
          new EngineEvent.ReplySound(
              turn,
              new SoundClip(sound, List.of(new SoundClip.TimedWord(text, 0, millis)), List.of())));
      events.tell(new EngineEvent.ReplyComplete(turn));
    }

    private void notice(ConversationEvent event) {
      events.tell(new EngineEvent.Noticed(event));
    }
  }
}
