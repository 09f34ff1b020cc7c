package dev.creature.deploy.node;

import dev.creature.actors.affect.Affect;
import dev.creature.actors.affect.AffectState;
import dev.creature.actors.affect.AffectTable;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.facebridge.face.FaceDirector;
import dev.creature.facebridge.face.FaceJson;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.PlayoutFrame;
import dev.creature.voiceloop.recording.EventLog;
import dev.creature.voiceloop.script.Company;
import dev.creature.voiceloop.script.ScriptedConversation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What the creature feels and shows in a scripted conversation, beside what it does: every frame of
 * its face is written down with the events, on the conversation's clock.
 */
public final class ScriptedFace implements Company {
  private static final ConversationId CONVERSATION = ScriptedConversation.ID;

  private final Company deeds;
  private final AffectTable temper;
  private final long seed;
  private final ClipVisemes visemes = new ClipVisemes();
  private final AtomicReference<Optional<ActorRef<FaceCommand>>> face =
      new AtomicReference<>(Optional.empty());
  private volatile long nowMillis;

  /**
   * A face for one conversation.
   *
   * @param deeds who else is there
   * @param seed of the face's idle life
   */
  public ScriptedFace(Company deeds, AffectTable temper, long seed) {
    this.deeds = deeds;
    this.temper = temper;
    this.seed = seed;
  }

  /** The engine, whose mouth shapes this face follows. */
  public VoiceEngine watching(VoiceEngine engine) {
    return new ObservedEngine(engine, visemes);
  }

  @Override
  public ActorSystem<Void> start(Behavior<Void> guardian) {
    return deeds.start(guardian);
  }

  @Override
  public Consumer<ConversationEvent> join(ActorContext<Void> context, Seat seat) {
    Consumer<ConversationEvent> others = deeds.join(context, seat);
    ActorRef<FaceCommand> director =
        context.spawn(
            FaceDirector.create(seed, seat.atMillis(), frame -> write(frame, seat), _ -> {}),
            "face");
    face.set(Optional.of(director));
    ActorRef<Affect.Command> affect =
        context.spawn(
            Affect.create(temper, seat.atMillis(), state -> felt(state, seat, director)), "affect");
    return event -> {
      director.tell(new FaceCommand.Happened(CONVERSATION, event));
      affect.tell(new Affect.Observe(event));
      others.accept(event);
    };
  }

  private static void felt(AffectState state, Seat seat, ActorRef<FaceCommand> director) {
    double valence = state.feeling().valence();
    double arousal = state.feeling().arousal();
    director.tell(new FaceCommand.Feels(state.emotion(), valence, arousal));
    seat.log()
        .tell(
            new EventLog.Happened(
                new ConversationEvent.AffectChanged(
                    seat.atMillis().getAsLong(), state.emotion(), valence, arousal)));
  }

  private static void write(FaceFrame frame, Seat seat) {
    seat.log().tell(new EventLog.Seen(FaceJson.event(frame)));
  }

  @Override
  public Speaker way(Speaker loudspeaker) {
    return new Speaker() {
      @Override
      public void play(PlayoutFrame frame) {
        tell(
            new FaceCommand.Sounds(
                CONVERSATION, frame.playoutMillis(), frame.samples(), visemes.in(frame)));
        loudspeaker.play(frame);
      }

      @Override
      public void duck(boolean lowered) {
        loudspeaker.duck(lowered);
      }

      @Override
      public void cut(int turn) {
        tell(new FaceCommand.Hushed(CONVERSATION, nowMillis));
        loudspeaker.cut(turn);
      }
    };
  }

  @Override
  public void clock(long now) {
    nowMillis = now;
    tell(new FaceCommand.Clock(CONVERSATION, now));
    deeds.clock(now);
  }

  private void tell(FaceCommand command) {
    face.get().ifPresent(director -> director.tell(command));
  }
}
