package dev.creature.reasoning.errand;

import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** A model whose answers the test gives, one by one. */
final class ScriptedModel implements ToolModel {
  /** A question that waits for the test's answer. */
  record Question(List<ToolMessage> messages, CompletableFuture<ToolAnswer> answer) {
    void say(String words) {
      answer.complete(new ToolAnswer(words, List.of()));
    }

    void call(String... verbs) {
      answer.complete(
          new ToolAnswer(
              "",
              List.of(verbs).stream()
                  .map(it -> new ToolCall("c-" + it, "do", "{\"verb\":\"" + it + "\"}"))
                  .toList()));
    }
  }

  final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools) {
    Question question = new Question(messages, new CompletableFuture<>());
    questions.add(question);
    return new Asking() {
      @Override
      public CompletionStage<ToolAnswer> answer() {
        return question.answer();
      }

      @Override
      public void cancel() {
        question.answer().cancel(false);
      }
    };
  }

  @Override
  public void forget(String task) {
    // Nothing is kept.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
