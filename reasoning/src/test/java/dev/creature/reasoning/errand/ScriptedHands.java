package dev.creature.reasoning.errand;

import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands whose deeds end when the test says so. */
final class ScriptedHands implements Hands {
  /** A call that was begun. */
  record Begun(String id, ToolCall call, CompletableFuture<Deed> deed) {
    void done(String note) {
      deed.complete(new Deed(true, "{\"state\":\"done\",\"note\":\"" + note + "\"}", note));
    }

    void failed(String note) {
      deed.complete(new Deed(false, "{\"state\":\"failed\",\"note\":\"" + note + "\"}", note));
    }
  }

  final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
  final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
  final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();

  @Override
  public List<ToolOffer> offers() {
    return List.of(new ToolOffer("do", "does", "{\"type\":\"object\"}"));
  }

  @Override
  public Doing begin(String callId, ToolCall call) {
    Begun now = new Begun(callId, call, new CompletableFuture<>());
    begun.add(now);
    return new Doing() {
      @Override
      public CompletionStage<Deed> result() {
        return now.deed();
      }

      @Override
      public void cancel() {
        cancelled.add(callId);
      }
    };
  }

  @Override
  public void told(List<String> callIds) {
    told.add(callIds);
  }
}
