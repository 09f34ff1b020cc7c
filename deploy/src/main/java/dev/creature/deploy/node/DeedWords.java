package dev.creature.deploy.node;

import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.Promise;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.ladder.Ladder;
import dev.creature.actors.task.TaskStatus;
import dev.creature.reasoning.errand.Goals;
import dev.creature.reasoning.memory.Told;
import java.util.List;
import java.util.Optional;

/** What the creature says about deeds: as it takes them on, and when they are over. */
final class DeedWords {
  private static final String STOPPED = "I'm stopped. Say go on, and I'll move again.";

  private DeedWords() {}

  /** What is said to a yes or a no; empty for a no behind which something else is asked for. */
  private static Optional<String> answered(
      Ladder.Answered answer, Reading reading, boolean stopped) {
    return switch (answer.verdict()) {
      case YES ->
          stopped
              ? Optional.of(STOPPED)
              : Promise.of(List.of(answer.task())).map(promise -> "Okay, " + promise);
      case NO -> reading.tasks().isEmpty() ? Optional.of("All right, I won't.") : Optional.empty();
      case NAME_IT ->
          Promise.question(answer.task())
              .map(it -> it.substring("Shall I ".length(), it.length() - 1))
              .map(it -> "Say: yes, " + it + ". Then I'll do it.");
    };
  }

  /**
   * The reply to words that ask for deeds: a promise, a question where a yes is needed first, or a
   * refusal. Empty when nothing is asked for. On the voice's path: reads by the rules and by what
   * the classifier found out lately, and never waits for it.
   *
   * @param conversation whose words they are: what waits for a yes there is answered by them
   */
  static Optional<String> reply(Deeds deeds, String conversation, String userText) {
    Reading reading = deeds.reply().read(userText);
    if (reading.stop()) {
      return Optional.of("I've stopped.");
    }
    Optional<String> remembered =
        Told.in(userText)
            .filter(it -> isForMemory(it, reading))
            .flatMap(it -> deeds.memory().reply(it));
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<Talk> talk = Optional.ofNullable(deeds.talks().get(conversation));
    Optional<String> answer =
        talk.flatMap(it -> Ladder.preview(it.ladder(), userText))
            .flatMap(it -> answered(it, reading, deeds.reflex().isStopped()));
    if (answer.isPresent()) {
      return answer;
    }
    if (talk.flatMap(Talk::errand).isPresent()) {
      if (Ladder.takesBack(userText)) {
        return Optional.of("All right, I'll leave it.");
      }
      if (Goals.corrects(reading)) {
        return Optional.of("All right, let me change that.");
      }
    }
    if (Goals.asks(reading, deeds.thinking().open())) {
      return Optional.of(
          deeds.reflex().isStopped() ? STOPPED : "Let me see what I can do about that.");
    }
    if (reading.tasks().isEmpty()) {
      return Optional.empty();
    }
    for (ReadTask read : reading.tasks()) {
      Permission permission = deeds.preview().permits(read.task(), read.reversibility());
      switch (permission) {
        case ALLOW -> {
          // Promised below, with the others.
        }
        case CONFIRM -> {
          return Promise.question(read.task());
        }
        case DENY -> {
          return Optional.of("I'm sorry, I may not do that.");
        }
      }
    }
    if (deeds.reflex().isStopped()) {
      return Optional.of(STOPPED);
    }
    return Promise.of(reading.tasks().stream().map(ReadTask::task).toList());
  }

  /**
   * Whether words are for the memory and for nothing else: what is only told on the way, or asked,
   * goes behind a deed.
   */
  static boolean isForMemory(Told told, Reading reading) {
    return switch (told) {
      case Told.Keep(var _, var _, boolean asked) -> asked || reading.tasks().isEmpty();
      case Told.Forget _, Told.ForgetAll _ -> true;
      case Told.Recall _ -> reading.tasks().isEmpty();
    };
  }

  /**
   * What is said when a task is over; empty for nothing.
   *
   * @param followed whether another task follows on this one
   */
  static String outcome(TaskStatus status, boolean followed) {
    return switch (status.state()) {
      case DONE -> followed ? "" : sentence(status.note());
      case FAILED -> sentence("I couldn't do it: " + status.note());
      case DENIED -> sentence("I may not do it: " + status.note());
      case CANCELLED, ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED, RUNNING -> "";
    };
  }

  private static String sentence(String words) {
    String text = words.strip();
    if (text.isEmpty()) {
      return "";
    }
    String whole = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return List.of('.', '!', '?').contains(whole.charAt(whole.length() - 1)) ? whole : whole + ".";
  }
}
