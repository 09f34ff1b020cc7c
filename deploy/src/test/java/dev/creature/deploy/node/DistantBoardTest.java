package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.deploy.cluster.BodyMessage;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DistantBoardTest {
  private final ActorTestKit kit = ActorTestKit.create();
  private final BlockingQueue<BodyMessage> sent = new LinkedBlockingQueue<>();
  private final BlockingQueue<TaskCommand> kept = new LinkedBlockingQueue<>();
  private final BlockingQueue<TaskCommand> released = new LinkedBlockingQueue<>();
  private final TaskOutbox outbox =
      new TaskOutbox() {
        @Override
        public void asked(TaskCommand change) {
          kept.add(change);
        }

        @Override
        public void answered(TaskCommand change) {
          released.add(change);
        }
      };
  private final ActorRef<TaskCommand> board = kit.spawn(DistantBoard.create(sent::add, outbox));

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void letsANodeGoThatHasAskedForNothing() throws Exception {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    board.tell(new DistantBoard.WhenAnswered(answered));
    answered.get(5, TimeUnit.SECONDS);
  }

  @Test
  void keepsANodeUntilTheBoardHasWhatItAskedFor() throws Exception {
    TaskId task = new TaskId("c1.1.1.1");
    board.tell(new TaskCommand.Cancel(task, "no", kit.system().ignoreRef()));
    CompletableFuture<Void> answered = new CompletableFuture<>();
    board.tell(new DistantBoard.WhenAnswered(answered));
    BodyMessage message = sent.poll(5, TimeUnit.SECONDS);
    while (!(message instanceof BodyMessage.ToBoard(TaskCommand.Cancel _))) {
      message = sent.poll(5, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
    }
    assertThat(answered).isNotDone();
    if (message instanceof BodyMessage.ToBoard(TaskCommand.Cancel cancel)) {
      cancel.replyTo().tell(new TaskCommand.Refused(task, "unknown"));
    }
    answered.get(5, TimeUnit.SECONDS);
    assertThat(kept).hasSize(1).containsExactlyElementsOf(released);
  }

  @Test
  void writesDownWhatWasAskedUntilTheBoardHasAnswered() throws Exception {
    TaskCommand.Cancel change =
        new TaskCommand.Cancel(new TaskId("c1.1.1.1"), "no", kit.system().ignoreRef());
    board.tell(change);
    assertThat(kept.poll(5, TimeUnit.SECONDS)).isEqualTo(change);
    assertThat(sent.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(released).isEmpty();
  }
}
