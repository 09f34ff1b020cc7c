package dev.creature.actors.face;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.face.FaceFrame.Gaze;
import dev.creature.actors.face.IdleLife.Attention;
import dev.creature.actors.face.MouthTrack.Mouth;

/**
 * Makes the frames of a face out of sound, feeling, what happens, and idle life. Deterministic by
 * its seed and what it is told; not thread-safe.
 */
public final class FaceAnimator {
  private static final long NOD_MILLIS = 520;
  private static final long SEEN_MILLIS = 1_500;

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
  private long seenNode = -SEEN_MILLIS;
  private Gaze seen = Gaze.AHEAD;
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

  /** Sound that will be heard. */
  public void sounds(FaceCommand.Sounds sounds) {
    mouth.add(sounds.playoutMillis(), sounds.samples(), sounds.visemes());
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
    if (sight.confidence() >= 0.5) {
      seen = sight.where();
      seenNode = nodeMillis;
    }
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
        look(nodeMillis),
        idle.blink(nodeMillis),
        nod);
  }

  private Gaze look(long nodeMillis) {
    Gaze own = idle.gaze(nodeMillis);
    boolean follows = nodeMillis - seenNode < SEEN_MILLIS && attention != Attention.THINKING;
    if (!follows) {
      shown = own;
      return own;
    }
    // Smooth pursuit: a third of the way each frame.
    shown =
        new Gaze(shown.x() + (seen.x() - shown.x()) / 3, shown.y() + (seen.y() - shown.y()) / 3);
    return shown;
  }

  private void attend(Attention next, long nodeMillis) {
    attention = next;
    attendedNode = nodeMillis;
    idle.attend(next, nodeMillis);
  }
}
