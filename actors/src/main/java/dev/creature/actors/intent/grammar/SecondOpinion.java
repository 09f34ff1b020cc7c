package dev.creature.actors.intent.grammar;

import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.RequestSense;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs what the rules have read against what the sense says of the words.
 *
 * <p>The sense hears the whole utterance first. Where a command is only a part of it, behind a
 * reason or a correction, it is asked about that part, too: "it's stuffy in here, open the window".
 */
final class SecondOpinion {
  /** Above this the verb alone says that a deed is asked for. */
  private static final double FIRM = 0.9;

  private static final double HALF_BELIEVED = 0.6;

  /** So many words less make a clause a part of an utterance. */
  private static final int LESS = 2;

  private final RequestSense sense;

  SecondOpinion(RequestSense sense) {
    this.sense = sense;
  }

  /**
   * A task that the rules have read.
   *
   * @param said the words of its clause
   */
  record Candidate(ReadTask task, String said) {
    boolean believed() {
      return task.confidence() > 0;
    }
  }

  /** The tasks that are asked for. */
  List<ReadTask> decide(String text, List<Candidate> candidates) {
    List<Candidate> believed = candidates.stream().filter(Candidate::believed).toList();
    List<ReadTask> tasks = new ArrayList<>();
    if (!believed.isEmpty()) {
      boolean firm = believed.stream().anyMatch(one -> one.task().confidence() > FIRM);
      double least = firm ? RequestSense.SURELY_TALK_BELOW : RequestSense.TALK_BELOW;
      boolean asked =
          sense.asks(text) >= least || believed.stream().anyMatch(one -> isPlain(text, one));
      if (asked) {
        believed.forEach(one -> tasks.add(one.task()));
      }
      return tasks;
    }
    for (Candidate doubted : candidates) {
      if (sense.asks(text) > RequestSense.COMMAND_ABOVE || isPlain(text, doubted)) {
        ReadTask task = doubted.task();
        tasks.add(new ReadTask(task.task(), HALF_BELIEVED, task.reversibility()));
      }
    }
    return tasks;
  }

  /** Whether the clause alone, which is only a part of the text, is clearly a command. */
  private boolean isPlain(String text, Candidate one) {
    boolean part = words(one.said()) + LESS <= words(text);
    return part && !one.said().isEmpty() && sense.asks(one.said()) > RequestSense.COMMAND_ABOVE;
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }
}
