package dev.creature.models.language.endpoint;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.Sampling;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Collects one reply, for tests that wait on real things. */
final class Replies implements Consumer<String> {
  static final ChatRequest HELLO = hello(40);

  private final List<String> pieces = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  static ChatRequest hello(int maxTokens) {
    return new ChatRequest(
        "test",
        List.of(ChatMessage.system("You are kind."), ChatMessage.user("Hello!")),
        new Sampling(0.7, 0.9, 40, 1.1, maxTokens, 7));
  }

  /** The whole reply. */
  static String whole(LanguageModel model) throws Exception {
    Replies reply = new Replies();
    ending(model.generate(HELLO, reply));
    return reply.text();
  }

  static Generation.Ending ending(Generation generation) throws Exception {
    return generation.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  static Throwable failure(Generation generation) throws Exception {
    Throwable[] failure = {new AssertionError("did not fail")};
    generation
        .ended()
        .handle((_, cause) -> {
          if (cause != null) {
            failure[0] = cause;
          }
          return cause;
        })
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    return failure[0];
  }

  @Override
  public void accept(String piece) {
    pieces.add(piece);
    begun.countDown();
  }

  String text() {
    return String.join("", pieces);
  }

  void awaitFirst() throws InterruptedException {
    if (!begun.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("no text has come");
    }
  }
}
