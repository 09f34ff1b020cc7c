package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.durable.TaskBoard;
import dev.creature.deploy.configuration.SentenceSense;
import dev.creature.reasoning.policy.Asker;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.reasoning.policy.PolicyDecision;
import dev.creature.reasoning.policy.PolicyGate;
import dev.creature.reasoning.policy.PolicyQuestion;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the node can do with its body: one body, the board of its tasks, its stop, and the policy
 * that says who may ask for what. Shared by all conversations.
 *
 * @param body the one writer of motion
 * @param board of all tasks
 * @param reflex halts the body past every queue
 * @param grammar reads words
 * @param gate decides for the person who speaks, and writes each decision down
 * @param preview decides alike, for words that may never be acted on
 */
public record Deeds(
    ActorRef<BodyCommand> body,
    ActorRef<TaskCommand> board,
    StopReflex reflex,
    IntentGrammar grammar,
    Gate gate,
    Gate preview) {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

  /**
   * Starts the simulated body in its apartment. The actor system must have a journal.
   *
   * @param context spawns the actors
   * @param audit where decisions are written down; closed by nobody, each line is on the disk
   * @param seed of everything in the world that is left to chance
   */
  public static Deeds start(ActorContext<?> context, AuditLog audit, long seed) {
    Journal.prepare(context.getSystem());
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body =
        context.spawn(
            SimulatedBody.create("body", new Simulation(ApartmentFile.own(seed)), reflex),
            "body",
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    Clock clock = Clock.system(ZoneId.systemDefault());
    ActorRef<TaskCommand> board =
        context.spawn(TaskBoard.create("body", body, reflex, clock), "tasks");
    return with(body, board, reflex, audit);
  }

  /**
   * The same for a body and a board that are there already, perhaps on another node.
   *
   * @param audit where this node's decisions are written down
   */
  static Deeds with(
      ActorRef<BodyCommand> body, ActorRef<TaskCommand> board, StopReflex reflex, AuditLog audit) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    ExecutorService writer =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("audit").factory());
    PolicyGate policy = PolicyGate.standard();
    Gate gate =
        policy.asked(
            Asker.OWNER,
            "",
            clock,
            (question, decision) -> writer.execute(() -> write(audit, question, decision)));
    return new Deeds(
        body,
        board,
        reflex,
        new IntentGrammar(new SentenceSense(LOG::warn)),
        gate,
        policy.asked(Asker.OWNER, "", clock, (_, _) -> {}));
  }

  private static void write(AuditLog audit, PolicyQuestion question, PolicyDecision decision) {
    try {
      audit.append(question, decision);
    } catch (IOException e) {
      LOG.error("a decision of the policy could not be written down: {}", e.toString());
    }
  }
}
