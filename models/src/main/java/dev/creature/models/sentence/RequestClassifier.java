package dev.creature.models.sentence;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Tells from the meaning of a sentence whether a deed of the body is asked for. Stateless; one
 * serves all threads.
 */
public final class RequestClassifier {
  private static final String WEIGHTS = "request-head.bin";

  private final SentenceEncoder encoder;
  private final RequestHead head;

  private RequestClassifier(SentenceEncoder encoder, RequestHead head) {
    this.encoder = encoder;
    this.head = head;
  }

  /**
   * Opens the sentence model and the weights that the build has made.
   *
   * @throws ModelFailure when either is missing or cannot be loaded
   */
  public static RequestClassifier open(InferenceRuntime runtime) {
    try (InputStream weights = RequestClassifier.class.getResourceAsStream(WEIGHTS)) {
      if (weights == null) {
        throw new IOException("the program was packed without " + WEIGHTS);
      }
      return new RequestClassifier(
          SentenceEncoder.open(runtime), RequestHead.read(new DataInputStream(weights)));
    } catch (IOException e) {
      throw new ModelFailure("the classifier of requests cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Judges a sentence. Runs the model on the calling thread, some milliseconds.
   *
   * @return how likely a deed is asked for, 0 to 1
   * @throws ModelFailure when the network fails
   */
  public double probability(String text) {
    return head.probability(encoder.embed(text));
  }
}
