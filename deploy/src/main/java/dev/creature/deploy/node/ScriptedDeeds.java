package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.voiceloop.recording.EventLog;
import dev.creature.voiceloop.script.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * The body and its tasks beside a scripted conversation, each time in a fresh world: what one
 * conversation did is not there in the next.
 */
public final class ScriptedDeeds implements Company, AutoCloseable {
  private final Path folder;
  private final AuditLog audit;
  private final DeedParts parts;
  private final CompletableFuture<Deeds> deeds = new CompletableFuture<>();

  private ScriptedDeeds(Path folder, AuditLog audit, DeedParts parts) {
    this.folder = folder;
    this.audit = audit;
    this.parts = parts;
  }

  /**
   * In the apartment that comes with the creature, by the usual rules, without a language model.
   */
  public static ScriptedDeeds in(Path folder, long seed) throws IOException {
    return in(folder, DeedParts.simulated(seed));
  }

  /**
   * Prepares a fresh world.
   *
   * @param folder receives {@code audit.jsonl}, and the journal of the tasks
   * @param parts the body, the policy and what plans
   * @throws IOException when the folder cannot be written
   */
  public static ScriptedDeeds in(Path folder, DeedParts parts) throws IOException {
    Files.createDirectories(folder);
    for (String left : new String[] {"journal.mv.db", "journal.trace.db", "audit.jsonl"}) {
      Files.deleteIfExists(folder.resolve(left));
    }
    return new ScriptedDeeds(
        folder,
        AuditLog.open(folder.resolve("audit.jsonl"), Clock.system(ZoneId.systemDefault())),
        parts);
  }

  /** What the creature says to words that ask for a deed; nothing before the conversation began. */
  public BiFunction<String, String, Optional<String>> words() {
    return (conversation, userText) ->
        Optional.ofNullable(deeds.getNow(null))
            .flatMap(started -> DeedWords.reply(started, conversation, userText));
  }

  @Override
  public ActorSystem<Void> start(Behavior<Void> guardian) {
    return ActorSystem.create(guardian, "creature", Journal.in(folder));
  }

  @Override
  public Consumer<ConversationEvent> join(ActorContext<Void> context, Seat seat) {
    Deeds started = Deeds.start(context, audit, parts);
    deeds.complete(started);
    ActorRef<ConversationDeeds.Command> beside =
        context.spawn(
            ConversationDeeds.create(
                seat.conversation(),
                started,
                new ConversationDeeds.Voice(
                    seat.atMillis(),
                    event -> seat.log().tell(new EventLog.Happened(event)),
                    seat.tell())),
            "deeds");
    return event -> beside.tell(new ConversationDeeds.Observed(event));
  }

  @Override
  public void close() throws IOException {
    audit.close();
  }
}
