package dev.creature.facebridge.face;

import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.facebridge.socket.Incoming;
import dev.creature.facebridge.socket.LatestOnly;
import dev.creature.facebridge.socket.SocketText;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;

/**
 * {@code WS /v1/face}: hands each frame to every face that is attached. A frame is written once for
 * all; a late joiner begins with the latest one; a face that stalls misses frames and slows nobody.
 */
public final class FaceHub {
  private static final int LONGEST = 1_000;
  private static final int MOST_ERRORS = 20;

  private final Set<LatestOnly<Message>> faces = ConcurrentHashMap.newKeySet();
  private final AtomicLong cameras = new AtomicLong();
  private final Materializer materializer;
  private volatile Optional<TextMessage> latest = Optional.empty();
  private volatile boolean closed;

  /** With no face yet. */
  public FaceHub(Materializer materializer) {
    this.materializer = materializer;
  }

  /** Shows a frame to all. */
  public void publish(FaceFrame frame) {
    TextMessage message = TextMessage.create(FaceJson.of(frame));
    latest = Optional.of(message);
    faces.forEach(face -> face.offer(message));
  }

  /** How many faces are attached. */
  public int attached() {
    return faces.size();
  }

  /** A face that is attached, to be run as a socket; {@code closing} ends it from outside. */
  public record Open(Flow<Message, Message, NotUsed> flow, Runnable closing) {}

  /**
   * Attaches a face.
   *
   * @param seen receives what its camera sees
   */
  public Open attach(Consumer<FaceCommand.Seen> seen) {
    LatestOnly<Message> face = new LatestOnly<>();
    latest.ifPresent(face::offer);
    faces.add(face);
    if (closed) {
      face.close();
    }
    Reader reader =
        new Reader(
            face,
            seen,
            new CameraReader(
                cameras.incrementAndGet(),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime())));
    Sink<Message, NotUsed> in =
        Incoming.reading(LONGEST, materializer)
            .takeWhile(reader::accept)
            .watchTermination((_, ended) -> {
              ended.whenComplete((_, _) -> {
                faces.remove(face);
                face.close();
              });
              return NotUsed.getInstance();
            })
            .to(Sink.ignore());
    return new Open(Flow.fromSinkAndSource(in, face.messages()), face::close);
  }

  /** Says goodbye to all. */
  public void close() {
    closed = true;
    faces.forEach(face -> {
      face.offer(TextMessage.create("{\"type\":\"goodbye\"}"));
      face.close();
    });
  }

  /** Passes on what a face's camera sees, and answers what cannot be used. */
  private static final class Reader {
    private final LatestOnly<Message> face;
    private final Consumer<FaceCommand.Seen> seen;
    private final CameraReader camera;
    private int errors;

    Reader(LatestOnly<Message> face, Consumer<FaceCommand.Seen> seen, CameraReader camera) {
      this.face = face;
      this.seen = seen;
      this.camera = camera;
    }

    boolean accept(Incoming incoming) {
      Optional<FaceCommand.Seen> sight = camera.read(incoming);
      if (sight.isPresent()) {
        sight.filter(_ -> camera.admits()).ifPresent(seen);
        return true;
      }
      face.offer(TextMessage.create(SocketText.error("bad-gaze", CameraReader.EXPECTED)));
      errors++;
      if (errors < MOST_ERRORS) {
        return true;
      }
      face.close();
      return false;
    }
  }
}
