package dev.creature.facebridge.socket;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** A message of a client, whole, or found too long. */
public sealed interface Incoming {
  /** Sound, or whatever else is no text. */
  record Bytes(ByteString bytes) implements Incoming {}

  /** Text. */
  record Text(String text) implements Incoming {}

  /** More than is allowed; the rest was not read. */
  enum TooLong implements Incoming {
    INSTANCE
  }

  /**
   * Makes messages whole, one at a time.
   *
   * @param longest in bytes, or characters of a text
   */
  static Flow<Message, Incoming, NotUsed> reading(int longest, Materializer materializer) {
    return Flow.of(Message.class).mapAsync(1, message -> read(message, longest, materializer));
  }

  private static CompletionStage<Incoming> read(
      Message message, int longest, Materializer materializer) {
    if (message.isText()) {
      var text = message.asTextMessage();
      if (text.isStrict()) {
        String whole = text.getStrictText();
        return done(whole.length() > longest ? TooLong.INSTANCE : new Text(whole));
      }
      Source<String, ?> pieces = text.getStreamedText();
      return pieces
          .limitWeighted(longest, piece -> (long) Math.max(1, piece.length()))
          .runWith(Sink.fold("", String::concat), materializer)
          .<Incoming>thenApply(Text::new)
          .exceptionally(_ -> TooLong.INSTANCE);
    }
    var binary = message.asBinaryMessage();
    if (binary.isStrict()) {
      ByteString whole = binary.getStrictData();
      return done(whole.size() > longest ? TooLong.INSTANCE : new Bytes(whole));
    }
    Source<ByteString, ?> pieces = binary.getStreamedData();
    return pieces
        .limitWeighted(longest, piece -> (long) Math.max(1, piece.size()))
        .runWith(Sink.fold(ByteString.emptyByteString(), ByteString::concat), materializer)
        .<Incoming>thenApply(Bytes::new)
        .exceptionally(_ -> TooLong.INSTANCE);
  }

  private static CompletionStage<Incoming> done(Incoming incoming) {
    return CompletableFuture.completedFuture(incoming);
  }
}
