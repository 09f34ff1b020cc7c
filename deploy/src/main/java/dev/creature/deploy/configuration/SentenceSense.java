package dev.creature.deploy.configuration;

import dev.creature.actors.intent.RequestSense;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.sentence.RequestClassifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The sense of {@link RequestClassifier}, opened when it is first asked. What it was asked lately
 * it still knows, so that the reply and the tap get one answer for one run of the model.
 *
 * <p>Any number of threads may share one; a question waits for the one before it. Without the model
 * it is undecided, and says so once.
 */
public final class SentenceSense implements RequestSense {
  private static final int KEPT = 256;

  private final Consumer<String> complaint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Double> lately =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
          return size() > KEPT;
        }
      };
  private Judge judge = this::open;

  private interface Judge {
    OptionalDouble asks(String text);
  }

  /**
   * Not opened yet.
   *
   * @param complaint told once, when there is no model or it fails
   */
  public SentenceSense(Consumer<String> complaint) {
    this.complaint = complaint;
  }

  @Override
  public double asks(String text) {
    lock.lock();
    try {
      Double known = lately.get(text);
      if (known != null) {
        return known;
      }
      OptionalDouble judged = judge.asks(text);
      double asks = judged.orElseGet(() -> RequestSense.undecided().asks(text));
      lately.put(text, asks);
      return asks;
    } catch (ModelFailure e) {
      complaint.accept("the rules decide alone: " + e.getMessage());
      judge = _ -> OptionalDouble.empty();
      return RequestSense.undecided().asks(text);
    } finally {
      lock.unlock();
    }
  }

  private OptionalDouble open(String text) {
    RequestClassifier classifier =
        RequestClassifier.open(InferenceRuntime.start(RuntimeSettings.forThisMachine()));
    judge = words -> OptionalDouble.of(classifier.probability(words));
    return judge.asks(text);
  }
}
