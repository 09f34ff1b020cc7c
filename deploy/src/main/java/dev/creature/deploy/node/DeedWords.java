package dev.creature.deploy.node;

import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.Promise;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.task.TaskStatus;
import java.util.List;
import java.util.Optional;

/** What the creature says about deeds: as it takes them on, and when they are over. */
final class DeedWords {
  private DeedWords() {}

  /**
   * The reply to words that ask for deeds: a promise, a question where a yes is needed first, or a
   * refusal. Empty when nothing is asked for.
   */
  static Optional<String> reply(Deeds deeds, String userText) {
    Reading reading = deeds.grammar().read(userText);
    if (reading.stop()) {
      return Optional.of("I've stopped.");
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
      return Optional.of("I'm stopped. Say go on, and I'll move again.");
    }
    return Promise.of(reading.tasks().stream().map(ReadTask::task).toList());
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
