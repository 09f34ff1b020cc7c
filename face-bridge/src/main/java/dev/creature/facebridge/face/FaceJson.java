package dev.creature.facebridge.face;

import dev.creature.actors.face.FaceFrame;
import java.util.Locale;

/** A face frame on the wire: specified in {@code docs/faces.md}. */
public final class FaceJson {
  private FaceJson() {}

  /** One JSON object, numbers with three digits at most. */
  public static String of(FaceFrame frame) {
    return "{" + version(frame) + ",\"t\":" + frame.atMillis() + rest(frame);
  }

  /** The same as a line among a conversation's events. */
  public static String event(FaceFrame frame) {
    return "{\"t\":" + frame.atMillis() + ",\"type\":\"face\"," + version(frame) + rest(frame);
  }

  private static String version(FaceFrame frame) {
    return "\"v\":" + FaceFrame.VERSION + ",\"seq\":" + frame.sequence();
  }

  private static String rest(FaceFrame frame) {
    StringBuilder json = new StringBuilder(240);
    json.append(",\"emotion\":\"").append(plain(frame.emotion()));
    json.append("\",\"mouth\":").append(number(frame.mouth()));
    json.append(",\"speaking\":").append(frame.speaking());
    json.append(",\"valence\":").append(number(frame.valence()));
    json.append(",\"arousal\":").append(number(frame.arousal()));
    json.append(",\"viseme\":\"").append(plain(frame.viseme()));
    json.append("\",\"gaze\":{\"x\":").append(number(frame.gaze().x()));
    json.append(",\"y\":").append(number(frame.gaze().y()));
    json.append("},\"blink\":").append(number(frame.blink()));
    json.append(",\"nod\":").append(number(frame.nod()));
    if (!frame.conversation().isEmpty()) {
      json.append(",\"conversation\":\"").append(plain(frame.conversation())).append('"');
    }
    return json.append('}').toString();
  }

  private static String number(double value) {
    long thousandths = Math.round(value * 1000);
    return thousandths % 1000 == 0
        ? Long.toString(thousandths / 1000)
        : String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
  }

  /** Labels come from a file of the user's. */
  private static String plain(String label) {
    return label.replaceAll("[^A-Za-z0-9._-]", "");
  }
}
