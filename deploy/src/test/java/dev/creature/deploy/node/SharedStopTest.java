package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.deploy.cluster.BodyMessage;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

/** Two nodes' latches and the body's, with a network whose messages are delivered by hand. */
class SharedStopTest {
  private final StopReflex ofBody = new StopReflex();
  private SharedStop body = new SharedStop(ofBody);
  private final Side one = new Side();
  private final Side two = new Side();

  @Test
  void aStopAtOneNodeLatchesAtTheOthers() {
    deliverAll();
    one.reflex.stop("the word stop");
    deliverAll();

    assertThat(ofBody.isStopped()).isTrue();
    assertThat(two.reflex.isStopped()).isTrue();
  }

  @Test
  void whicheverNodeReleasesAllAreReleased() {
    deliverAll();
    one.reflex.stop("the word stop");
    deliverAll();
    two.reflex.release();
    deliverAll();

    assertThat(ofBody.isStopped()).isFalse();
    assertThat(one.reflex.isStopped()).isFalse();
    assertThat(two.reflex.isStopped()).isFalse();
  }

  @Test
  void whatTheBodySaidBeforeItHeardOfAStopDoesNotReleaseIt() {
    deliverAll();
    one.node.getRef().tell(one.told(new BodyMessage.StopState(false, "")));
    one.reflex.stop("the stop button");
    one.runAll();

    assertThat(one.reflex.isStopped()).isTrue();
  }

  @Test
  void aBodyThatBeginsElsewhereStandsStillWhereANodeRemembersAStop() {
    deliverAll();
    one.reflex.stop("the word stop");
    deliverAll();
    ofBody.release();
    body = new SharedStop(ofBody);
    body.follow(new BodyMessage.FollowStop(two.states.getRef(), two.reflex.isStopped()));

    assertThat(ofBody.isStopped()).isTrue();
  }

  private void deliverAll() {
    for (int round = 0; round < 4; round++) {
      one.deliver();
      two.deliver();
    }
  }

  /** A node, and what it has sent to the body. */
  private final class Side {
    final StopReflex reflex = new StopReflex();
    final TestInbox<BodyMessage> sent = TestInbox.create();
    final TestInbox<BodyMessage.StopState> states = TestInbox.create();
    final BehaviorTestKit<StopFollower.Command> node =
        BehaviorTestKit.create(StopFollower.create(sent.getRef()::tell, reflex));

    StopFollower.Command told(BodyMessage.StopState state) {
      return StopFollower.told(state);
    }

    void runAll() {
      while (node.selfInbox().hasMessages()) {
        node.runOne();
      }
    }

    void deliver() {
      runAll();
      while (sent.hasMessages()) {
        switch (sent.receiveMessage()) {
          case BodyMessage.ToBody(BodyCommand command) -> body.before(command);
          case BodyMessage.FollowStop(_, boolean stopped) -> {
            boolean _ = body.follow(new BodyMessage.FollowStop(states.getRef(), stopped));
          }
          case BodyMessage.ToBoard _ -> throw new AssertionError("not about tasks");
        }
      }
      while (states.hasMessages()) {
        node.run(told(states.receiveMessage()));
      }
      runAll();
    }
  }
}
