package dev.creature.voiceloop.recording;

import dev.creature.actors.conversation.ConversationEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Writes a conversation's events into a file, a line each, in the order noticed.
 *
 * <p>Each line is on its way to the disk before the next event is taken, so that the events of a
 * process that dies are there. Writing blocks: spawn it on the blocking dispatcher. A full disk
 * ends the log and fails the actor; the conversation goes on.
 */
public final class EventLog {
  /** What is written. */
  public sealed interface Entry {}

  /** An event, as {@link EventLine} has it. */
  public record Happened(ConversationEvent event) implements Entry {}

  /**
   * What others see of the conversation, on its clock.
   *
   * @param json an object on one line, with {@code t} and {@code type}
   */
  public record Seen(String json) implements Entry {}

  private EventLog() {}

  /**
   * Makes a log.
   *
   * @param file created or replaced
   * @param also told of each event after it was written
   */
  public static Behavior<Entry> create(Path file, Consumer<ConversationEvent> also) {
    return Behaviors.setup(_ -> {
      BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      return Behaviors.receive(Entry.class)
          .onMessage(
              Happened.class,
              entry -> {
                write(writer, EventLine.of(entry.event()).toString());
                also.accept(entry.event());
                return Behaviors.same();
              })
          .onMessage(
              Seen.class,
              entry -> {
                write(writer, entry.json());
                return Behaviors.same();
              })
          .onSignal(
              PostStop.class,
              _ -> {
                writer.close();
                return Behaviors.same();
              })
          .build();
    });
  }

  private static void write(BufferedWriter writer, String line) throws IOException {
    writer.write(line);
    writer.newLine();
    writer.flush();
  }
}
