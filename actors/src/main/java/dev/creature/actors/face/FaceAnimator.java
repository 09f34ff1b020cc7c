package dev.creature.actors.face;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.face.FaceFrame.Gaze;
import dev.creature.actors.face.IdleLife.Attention;
import dev.creature.actors.face.MouthTrack.Mouth;
import java.util.Optional;

/**
 * Makes the frames of a face out of sound, feeling, what happens, and idle life. Deterministic by
 * its seed and what it is told; not thread-safe.
 */
public final class FaceAnimator {
  private static final long NOD_MILLIS = 520;

  /** What it feels when somebody looks at it, see {@code affect.conf}. */
  private static final String LOOKED_AT = "eye-contact";

  /** How much of its looking about is left while it follows somebody, and while both look. */
  private static final double RESTLESS = 0.5;

  private static final double HELD = 0.1;

  /** Nobody spoke for so long: it looks about again. */
  private static final long ALONE_MILLIS = 8_000;

  private final IdleLife idle;
  private MouthTrack mouth = new MouthTrack();
  private String emotion = "neutral";
  private double valence;
  private double arousal;
  private Attention attention = Attention.NOBODY;
  private long attendedNode;
  private long nodNode = -NOD_MILLIS;
  private final Onlookers onlookers = new Onlookers();
  private final EyeContact eyes = new EyeContact();
  private Optional<String> noticed = Optional.empty();
  private Gaze shown = Gaze.AHEAD;
  private long sequence;

  /** Begins at rest. */
  public FaceAnimator(long seed) {
    idle = new IdleLife(seed);
  }

  /** Another conversation, and its clock, has the face. */
  public void restart() {
    mouth = new MouthTrack();
  }

  /**
   * Sound that will be heard.
   *
   * @return whether the mouth was at rest before
   */
  public boolean sounds(FaceCommand.Sounds sounds) {
    return mouth.add(sounds.playoutMillis(), sounds.samples(), sounds.visemes());
  }

  /** No more is heard. */
  public void hush(long atMillis) {
    mouth.cut(atMillis);
  }

  /** It feels so. */
  public void feel(FaceCommand.Feels feels) {
    emotion = feels.emotion();
    valence = feels.valence();
    arousal = feels.arousal();
  }

  /** A camera sees somebody. */
  public void see(FaceCommand.Seen sight, long nodeMillis) {
    onlookers.see(sight, nodeMillis);
  }

  /** What it noticed with the last frame, as the name of a stimulus; given once. */
  public Optional<String> noticed() {
    Optional<String> now = noticed;
    noticed = Optional.empty();
    return now;
  }

  /** Something happened. */
  public void happened(ConversationEvent event, long nodeMillis) {
    switch (event) {
      case ConversationEvent.UserSpeechStarted _ -> attend(Attention.LISTENING, nodeMillis);
      case ConversationEvent.TurnCommitted _ -> attend(Attention.THINKING, nodeMillis);
      case ConversationEvent.ReplyAudioStarted _ -> attend(Attention.SPEAKING, nodeMillis);
      case ConversationEvent.ReplyAudioEnded _, ConversationEvent.TurnReturned _ ->
          attend(Attention.LISTENING, nodeMillis);
      case ConversationEvent.Backchannel _ -> nodNode = nodeMillis;
      case ConversationEvent.UserSpeechEnded _ -> {
        if (attention == Attention.LISTENING && nodeMillis - nodNode > 2_500) {
          nodNode = nodeMillis;
        }
      }
      case ConversationEvent.UserPartial _,
          ConversationEvent.UserFinal _,
          ConversationEvent.ReplyToken _,
          ConversationEvent.Trouble _,
          ConversationEvent.SpeculationStarted _,
          ConversationEvent.SpeculationUsed _,
          ConversationEvent.SpeculationDropped _,
          ConversationEvent.DuckStarted _,
          ConversationEvent.DuckEnded _,
          ConversationEvent.TurnSettled _,
          ConversationEvent.IntentChanged _,
          ConversationEvent.TaskChanged _,
          ConversationEvent.AffectChanged _ -> {}
    }
  }

  /**
   * The face at a moment.
   *
   * @param nodeMillis the node's clock, which idle life follows
   * @param clockMillis the conversation's, which sound follows
   * @param conversation whose clock; empty for none
   */
  public FaceFrame frame(long nodeMillis, long clockMillis, String conversation) {
    Mouth now = conversation.isEmpty() ? Mouth.SHUT : mouth.at(clockMillis);
    if (attention != Attention.NOBODY
        && !now.speaking()
        && nodeMillis - attendedNode > ALONE_MILLIS) {
      attend(Attention.NOBODY, nodeMillis);
    }
    long nodding = nodeMillis - nodNode;
    double nod =
        nodding >= NOD_MILLIS || nodding < 0
            ? 0
            : Math.pow(Math.sin(Math.PI * nodding / NOD_MILLIS), 2);
    sequence++;
    return new FaceFrame(
        sequence,
        conversation.isEmpty() ? nodeMillis : clockMillis,
        conversation,
        emotion,
        now.opening(),
        now.speaking(),
        valence,
        arousal,
        now.viseme(),
        look(nodeMillis, conversation),
        idle.blink(nodeMillis),
        nod);
  }

  private Gaze look(long nodeMillis, String conversation) {
    Gaze own = idle.gaze(nodeMillis);
    Optional<FaceCommand.Seen> followed =
        onlookers.followed(conversation, attention != Attention.NOBODY, nodeMillis);
    if (eyes.begins(followed.map(FaceCommand.Seen::facing).orElse(0.0), nodeMillis)) {
      noticed = Optional.of(LOOKED_AT);
      idle.blinkNow(nodeMillis);
    }
    if (followed.isEmpty() || attention == Attention.THINKING) {
      shown = own;
      return own;
    }
    // Smooth pursuit: a third of the way each frame. Whoever is not looked at by the one it looks
    // at lets the eyes wander a little.
    Gaze there = followed.get().where();
    double restless = eyes.isHeld() ? HELD : RESTLESS;
    shown =
        new Gaze(
            nearer(shown.x(), there.x() + own.x() * restless),
            nearer(shown.y(), there.y() + own.y() * restless));
    return shown;
  }

  private static double nearer(double from, double to) {
    return from + (Math.clamp(to, -1.0, 1.0) - from) / 3;
  }

  private void attend(Attention next, long nodeMillis) {
    attention = next;
    attendedNode = nodeMillis;
    idle.attend(next, nodeMillis);
  }
}
