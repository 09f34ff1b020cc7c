package dev.creature.reasoning.errand;

import dev.creature.actors.intent.IntentId;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An errand as far as it has come: its dialogue with the model, and what was done. Pure.
 *
 * @param messages the dialogue, oldest first
 * @param waiting calls of the last answer that were not begun yet
 * @param rounds how often the model was asked
 * @param begun ids of the calls that were begun
 * @param outcomes by what was called: a model that asks for the same again is told what came of it
 * @param done how many calls did what they were to do
 * @param lastWords what came of the last call that was not done; empty when all were
 */
record Errand(
    IntentId id,
    List<ToolMessage> messages,
    List<ToolCall> waiting,
    int rounds,
    List<String> begun,
    Map<String, String> outcomes,
    int done,
    String lastWords) {
  /** A plan that has not come to an end after so many answers will not. */
  static final int MOST_ROUNDS = 12;

  static final int MOST_CALLS = 24;

  Errand {
    messages = List.copyOf(messages);
    waiting = List.copyOf(waiting);
    begun = List.copyOf(begun);
    outcomes = Map.copyOf(outcomes);
  }

  static Errand begin(IntentId id, String instructions, String request) {
    return new Errand(
        id,
        List.of(new ToolMessage.Instructions(instructions), new ToolMessage.User(request)),
        List.of(),
        0,
        List.of(),
        Map.of(),
        0,
        "");
  }

  boolean exhausted() {
    return rounds >= MOST_ROUNDS || begun.size() >= MOST_CALLS;
  }

  Errand answered(ToolAnswer answer) {
    return new Errand(
        id,
        and(new ToolMessage.Answered(answer)),
        answer.calls(),
        rounds + 1,
        begun,
        outcomes,
        done,
        lastWords);
  }

  Optional<ToolCall> next() {
    return waiting.stream().findFirst();
  }

  /** Whether this very call did its work before, and what came of it. */
  Optional<String> before(ToolCall call) {
    return Optional.ofNullable(outcomes.get(key(call)));
  }

  /** The id of the next call: the same errand makes the same ids. */
  String nextCallId() {
    return id.value() + ".s" + (begun.size() + 1);
  }

  Errand begins(String callId) {
    List<String> all = new ArrayList<>(begun);
    all.add(callId);
    return new Errand(id, messages, waiting, rounds, all, outcomes, done, lastWords);
  }

  /** The first of those that wait is over. */
  Errand over(ToolCall call, Hands.Deed deed) {
    Map<String, String> known = new HashMap<>(outcomes);
    if (deed.done()) {
      known.put(key(call), deed.text());
    }
    return new Errand(
        id,
        and(new ToolMessage.Result(call.id(), call.tool(), deed.text())),
        waiting.subList(1, waiting.size()),
        rounds,
        begun,
        known,
        done + (deed.done() ? 1 : 0),
        deed.done() ? "" : deed.words());
  }

  /** It was asked for before, and is not done again. */
  Errand repeated(ToolCall call, String outcome) {
    return new Errand(
        id,
        and(
            new ToolMessage.Result(
                call.id(), call.tool(), "this was done before, and is not done twice: " + outcome)),
        waiting.subList(1, waiting.size()),
        rounds,
        begun,
        outcomes,
        done,
        lastWords);
  }

  /** The user says it otherwise: what still waits is not begun. */
  Errand corrected(String words) {
    List<ToolMessage> next = new ArrayList<>(messages);
    waiting.forEach(call ->
        next.add(
            new ToolMessage.Result(
                call.id(), call.tool(), "not done: the user wants something else")));
    next.add(new ToolMessage.User(words));
    // What was done before may now be wanted again, in another way.
    return new Errand(id, next, List.of(), rounds, begun, Map.of(), done, "");
  }

  private List<ToolMessage> and(ToolMessage message) {
    List<ToolMessage> next = new ArrayList<>(messages);
    next.add(message);
    return next;
  }

  private static String key(ToolCall call) {
    return call.tool() + " " + call.arguments();
  }
}
