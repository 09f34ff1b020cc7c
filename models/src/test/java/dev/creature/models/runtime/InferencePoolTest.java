package dev.creature.models.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class InferencePoolTest {
  private final List<String> order = new ArrayList<>();

  @Test
  void takesTheLaneNearestToSoundFirst() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CountDownLatch gate = occupy(pool);
      note(pool, Lane.BACKGROUND, "a", "background");
      note(pool, Lane.THINKING, "a", "thinking");
      note(pool, Lane.HEARING, "a", "hearing");
      CompletableFuture<Boolean> last = note(pool, Lane.SOUND, "a", "sound");
      gate.countDown();
      last.get();
    }
    assertThat(order).startsWith("sound");
  }

  @Test
  void listensWhileAllOtherThreadsAreBusy() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CountDownLatch gate = occupy(pool);
      assertThat(pool.submit(Lane.LISTENING, "a", () -> "heard").get()).isEqualTo("heard");
      gate.countDown();
    }
  }

  @Test
  void listensWithTheOtherThreadsWhereTheOwnOneIsBusy() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CountDownLatch gate = new CountDownLatch(1);
      CompletableFuture<Boolean> slow = pool.submit(Lane.LISTENING, "a", () -> await(gate));
      assertThat(pool.submit(Lane.LISTENING, "b", () -> "heard").get()).isEqualTo("heard");
      gate.countDown();
      slow.get();
    }
  }

  @Test
  void goesRoundTheConversationsSoThatATalkativeOneStarvesNobody() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CountDownLatch gate = occupy(pool);
      note(pool, Lane.THINKING, "talkative", "t1");
      note(pool, Lane.THINKING, "talkative", "t2");
      CompletableFuture<Boolean> last = note(pool, Lane.THINKING, "talkative", "t3");
      note(pool, Lane.THINKING, "quiet", "q1");
      gate.countDown();
      last.get();
    }
    assertThat(order).containsExactly("t1", "q1", "t2", "t3");
  }

  @Test
  void leavesAThreadFreeOfBackgroundWork() throws Exception {
    try (InferencePool pool = new InferencePool(2)) {
      CountDownLatch gate = new CountDownLatch(1);
      CompletableFuture<Boolean> slow = pool.submit(Lane.BACKGROUND, "a", () -> await(gate));
      CompletableFuture<Boolean> queued = pool.submit(Lane.BACKGROUND, "b", () -> await(gate));
      assertThat(pool.submit(Lane.SOUND, "c", () -> "heard").get()).isEqualTo("heard");
      assertThat(queued).isNotDone();
      gate.countDown();
      slow.get();
      queued.get();
    }
  }

  @Test
  void dropsWorkThatIsCancelledBeforeItStarts() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CountDownLatch gate = occupy(pool);
      note(pool, Lane.SOUND, "a", "dropped").cancel(false);
      CompletableFuture<Boolean> kept = note(pool, Lane.SOUND, "a", "kept");
      gate.countDown();
      kept.get();
    }
    assertThat(order).containsExactly("kept");
  }

  @Test
  void handsAFailureToTheOneWhoAskedAndServesOn() throws Exception {
    try (InferencePool pool = new InferencePool(1)) {
      CompletableFuture<Object> failed =
          pool.submit(
              Lane.SOUND,
              "a",
              () -> {
                throw new IllegalStateException("broken model");
              });
      assertThatThrownBy(failed::get).hasRootCauseMessage("broken model");
      assertThat(pool.submit(Lane.SOUND, "a", () -> 1).get()).isEqualTo(1);
    }
  }

  @Test
  void cancelsWhatWaitsWhenItCloses() {
    InferencePool pool = new InferencePool(1);
    CountDownLatch gate = occupy(pool);
    CompletableFuture<Boolean> waiting = note(pool, Lane.SOUND, "a", "never");
    Thread closing = Thread.ofVirtual().start(pool::close);
    waiting.handle((_, _) -> true).join();
    gate.countDown();
    assertThat(waiting).isCancelled();
    assertThat(closing).isNotNull();
    assertThatThrownBy(() -> pool.submit(Lane.SOUND, "a", () -> 1))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private CompletableFuture<Boolean> note(
      InferencePool pool, Lane lane, String conversation, String text) {
    return pool.submit(lane, conversation, () -> order.add(text));
  }

  private static CountDownLatch occupy(InferencePool pool) {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> occupied =
        pool.submit(
            Lane.SOUND,
            "occupant",
            () -> {
              running.countDown();
              return await(gate);
            });
    assertThat(occupied).isNotNull();
    try {
      running.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return gate;
  }

  private static boolean await(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return true;
  }
}
