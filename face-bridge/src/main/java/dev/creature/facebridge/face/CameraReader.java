package dev.creature.facebridge.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.facebridge.socket.Incoming;
import dev.creature.facebridge.socket.SocketText;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads what one face's camera sees: {@code {"v":1,"gaze":{"x","y","confidence","size","facing"},
 * "conversation"}}, of which {@code v}, {@code size}, {@code facing} and {@code conversation} may
 * be missing. At most {@value #MOST_A_SECOND} a second count; a camera has no more to say.
 *
 * <p>Not thread-safe: a socket's messages come one after the other.
 */
final class CameraReader {
  static final int MOST_A_SECOND = 20;
  static final String EXPECTED =
      "expected {\"gaze\":{\"x\",\"y\",\"confidence\"}}, x and y from -1 to 1, confidence and,"
          + " where given, size and facing from 0 to 1";

  private static final int VERSION = 1;

  private final long camera;
  private final LongSupplier clockMillis;
  private long secondMillis;
  private int inSecond;

  /**
   * A reader of one socket.
   *
   * @param camera a number of its own
   */
  CameraReader(long camera, LongSupplier clockMillis) {
    this.camera = camera;
    this.clockMillis = clockMillis;
    secondMillis = clockMillis.getAsLong();
  }

  /** What a message says; empty when it says nothing that can be used. */
  Optional<FaceCommand.Seen> read(Incoming incoming) {
    return incoming instanceof Incoming.Text(String text)
        ? SocketText.parse(text).flatMap(this::sight)
        : Optional.empty();
  }

  /** Whether one more counts now. */
  boolean admits() {
    long now = clockMillis.getAsLong();
    if (now - secondMillis >= 1_000) {
      secondMillis = now;
      inSecond = 0;
    }
    inSecond++;
    return inSecond <= MOST_A_SECOND;
  }

  private Optional<FaceCommand.Seen> sight(ObjectNode text) {
    JsonNode gaze = text.path("gaze");
    double x = number(gaze.path("x"));
    double y = number(gaze.path("y"));
    double confidence = number(gaze.path("confidence"));
    double size = gaze.has("size") ? number(gaze.path("size")) : 0;
    double facing = gaze.has("facing") ? number(gaze.path("facing")) : 0;
    JsonNode conversation = text.path("conversation");
    boolean version = !text.has("v") || text.path("v").asInt() == VERSION;
    boolean known =
        conversation.isMissingNode()
            || (conversation.isTextual()
                && conversation.textValue().matches("[A-Za-z0-9._-]{0,64}"));
    return version
            && known
            && Math.abs(x) <= 1
            && Math.abs(y) <= 1
            && isPart(confidence)
            && isPart(size)
            && isPart(facing)
        ? Optional.of(
            new FaceCommand.Seen(
                camera,
                new FaceFrame.Gaze(x, y),
                confidence,
                size,
                facing,
                conversation.asText("")))
        : Optional.empty();
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  private static boolean isPart(double value) {
    return value >= 0 && value <= 1;
  }
}
