package dev.creature.actors.face;

/**
 * What a face shows for 40 ms.
 *
 * @param sequence counts up by one
 * @param atMillis when it is to be seen, on the clock of the conversation that it belongs to
 * @param conversation whose clock; empty while nobody is in conversation: then the node's own
 * @param emotion label, such as {@code joy}
 * @param mouth opening, 0 to 1
 * @param speaking whether a reply sounds
 * @param valence -1 (bad) to 1 (good)
 * @param arousal -1 (calm) to 1 (excited)
 * @param viseme one of the fifteen of the Oculus set; {@code sil} at rest
 * @param gaze where it looks
 * @param blink how far the lids are closed by a blink, 0 to 1
 * @param nod how far the head is lowered by a nod, 0 to 1
 */
public record FaceFrame(
    long sequence,
    long atMillis,
    String conversation,
    String emotion,
    double mouth,
    boolean speaking,
    double valence,
    double arousal,
    String viseme,
    Gaze gaze,
    double blink,
    double nod) {
  /** Version of the frame on the wire. */
  public static final int VERSION = 1;

  public FaceFrame {
    within("mouth", mouth, 0, 1);
    within("valence", valence, -1, 1);
    within("arousal", arousal, -1, 1);
    within("blink", blink, 0, 1);
    within("nod", nod, 0, 1);
  }

  /** Whether it looks the same as another. */
  public boolean looksLike(FaceFrame other) {
    return emotion.equals(other.emotion)
        && speaking == other.speaking
        && viseme.equals(other.viseme)
        && near(mouth, other.mouth)
        && near(blink, other.blink)
        && near(nod, other.nod)
        && near(valence, other.valence)
        && near(arousal, other.arousal)
        && near(gaze.x(), other.gaze.x())
        && near(gaze.y(), other.gaze.y());
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) < 0.004;
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is from " + least + " to " + most + ", not " + value);
    }
  }

  /**
   * Where the eyes look: 0, 0 is at the viewer.
   *
   * @param x -1 (the viewer's left) to 1
   * @param y -1 (down) to 1
   */
  public record Gaze(double x, double y) {
    /** At whoever looks at the face. */
    public static final Gaze AHEAD = new Gaze(0, 0);

    public Gaze {
      within("gaze.x", x, -1, 1);
      within("gaze.y", y, -1, 1);
    }
  }
}
