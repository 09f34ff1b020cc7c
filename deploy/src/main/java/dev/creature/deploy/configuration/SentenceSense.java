package dev.creature.deploy.configuration;

import dev.creature.actors.intent.RequestSense;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.sentence.RequestClassifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sense of {@link RequestClassifier}, opened when it is first asked or {@linkplain #warm()
 * warmed}. What it was asked lately it still knows, whatever marks stood at the end, so that the
 * same words get one answer for one run of the model.
 *
 * <p>Any number of threads may share one; a question waits for the one before it. Who must not wait
 * asks {@link #recalled()}. Without the model it is undecided, and says so once.
 */
public final class SentenceSense implements RequestSense {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceSense.class);

  private static final int KEPT = 256;

  private final Consumer<String> complaint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Double> lately = Collections.synchronizedMap(new Lately());
  private Judge judge = this::open;

  private interface Judge {
    OptionalDouble asks(String text);
  }

  private static final class Lately extends LinkedHashMap<String, Double> {
    private static final long serialVersionUID = 1L;

    Lately() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
      return size() > KEPT;
    }
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
    String said = said(text);
    Double known = lately.get(said);
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      Double meanwhile = lately.get(said);
      if (meanwhile != null) {
        return meanwhile;
      }
      OptionalDouble judged = judge.asks(text);
      double asks = judged.orElseGet(() -> RequestSense.undecided().asks(text));
      lately.put(said, asks);
      return asks;
    } catch (ModelFailure e) {
      complaint.accept("the rules decide alone: " + e.getMessage());
      judge = _ -> OptionalDouble.empty();
      return RequestSense.undecided().asks(text);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The same sense for the voice's path: it tells what was found out lately, mostly from the
   * partial words of the same turn, and is undecided about all else. It never runs the model and
   * never waits for it.
   */
  public RequestSense recalled() {
    return text -> {
      Double known = lately.get(said(text));
      return known == null ? RequestSense.undecided().asks(text) : known;
    };
  }

  /** Opens the model on a thread of its own, so that the first question finds it open. */
  public SentenceSense warm() {
    Thread.ofPlatform()
        .daemon()
        .name("sentence-sense")
        .start(() -> {
          try {
            asks("bring me the cup");
          } catch (IllegalStateException ending) {
            // The process is told to end before this is open: nobody will ask.
            LOG.debug("not opened any more", ending);
          }
        });
    return this;
  }

  /** Words as a recogniser's partial and final result have in common; a question stays one. */
  private static String said(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.,!…]+$", "");
  }

  private OptionalDouble open(String text) {
    RequestClassifier classifier =
        RequestClassifier.open(InferenceRuntime.start(RuntimeSettings.forThisMachine()));
    judge = words -> OptionalDouble.of(classifier.probability(words));
    return judge.asks(text);
  }
}
