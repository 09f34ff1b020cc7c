package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.durable.TaskBoard;
import dev.creature.deploy.configuration.SentenceSense;
import dev.creature.reasoning.policy.Asker;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.reasoning.policy.PolicyGate;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the node can do with its body: one body, the board of its tasks, its stop, and the policy
 * that says who may ask for what. Shared by all conversations.
 *
 * @param body the one writer of motion
 * @param board of all tasks
 * @param reflex halts the body past every queue
 * @param grammar reads words, and may take its time over them
 * @param reply reads words for the voice's answer: the same, without ever running a model
 * @param gate decides for the person who speaks, and writes each decision down
 * @param preview decides alike, for words that may never be acted on
 * @param thinking plans what takes several steps
 * @param memory what users told
 * @param talks what is known of each conversation that goes on, by its id
 */
public record Deeds(
    ActorRef<BodyCommand> body,
    ActorRef<TaskCommand> board,
    StopReflex reflex,
    IntentGrammar grammar,
    IntentGrammar reply,
    Gate gate,
    Gate preview,
    SlowThinking thinking,
    HouseholdMemory memory,
    Map<String, Talk> talks) {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

  /**
   * Starts the body and what belongs to it. The actor system must have a journal.
   *
   * @param context spawns the actors
   * @param audit where decisions are written down; closed by nobody, each line is written at once
   * @param parts which body, which policy, and what plans
   */
  public static Deeds start(ActorContext<?> context, AuditLog audit, DeedParts parts) {
    Journal.prepare(context.getSystem());
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body =
        context.spawn(
            parts.body().make("body", reflex),
            "body",
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    Clock clock = Clock.system(ZoneId.systemDefault());
    ActorRef<TaskCommand> board =
        context.spawn(TaskBoard.create("body", body, reflex, clock), "tasks");
    return with(context, body, board, reflex, audit, parts);
  }

  /**
   * The same for a body and a board that are there already, perhaps on another node.
   *
   * @param audit where this node's decisions are written down
   */
  static Deeds with(
      ActorContext<?> context,
      ActorRef<BodyCommand> body,
      ActorRef<TaskCommand> board,
      StopReflex reflex,
      AuditLog audit,
      DeedParts parts) {
    AtomicReference<Optional<WorldView>> world = new AtomicReference<>(Optional.empty());
    body.tell(
        new BodyCommand.Watch(
            context.spawn(
                Behaviors.receiveMessage((WorldView view) -> {
                  world.set(Optional.of(view));
                  return Behaviors.same();
                }),
                "world-now")));
    Clock clock = Clock.system(ZoneId.systemDefault());
    ExecutorService writer =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("audit").factory());
    Gate gate =
        parts
            .policy()
            .asked(
                Asker.OWNER,
                "",
                clock,
                (question, decision) -> {
                  audit.append(question, decision);
                  // Bringing it to the disk takes too long to be waited for.
                  writer.execute(() -> force(audit));
                });
    SentenceSense sense = new SentenceSense(LOG::warn).warm();
    return new Deeds(
        body,
        board,
        reflex,
        new IntentGrammar(sense),
        new IntentGrammar(sense.recalled()),
        gate,
        parts.policy().asked(Asker.OWNER, "", clock, PolicyGate.Ledger.NONE),
        parts.thinking().apply(world::get),
        HouseholdMemory.ofThisRun(),
        new ConcurrentHashMap<>());
  }

  /** The same with this memory. */
  Deeds remembering(HouseholdMemory lasting) {
    return new Deeds(body, board, reflex, grammar, reply, gate, preview, thinking, lasting, talks);
  }

  private static void force(AuditLog audit) {
    try {
      audit.force();
    } catch (IOException e) {
      LOG.error("decisions of the policy could not be brought to the disk: {}", e.toString());
    }
  }
}
