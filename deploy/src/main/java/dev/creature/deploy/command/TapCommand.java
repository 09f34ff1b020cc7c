package dev.creature.deploy.command;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.intent.ladder.Ladder;
import dev.creature.actors.intent.ladder.LadderInput;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.ladder.LadderState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.deploy.configuration.SentenceSense;
import dev.creature.reasoning.policy.Asker;
import dev.creature.reasoning.policy.PolicyGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the intent tap and the policy make of utterances. */
@Command(
    name = "tap",
    mixinStandardHelpOptions = true,
    description = {
      "Read utterances, a line each, and print what is to be done: a line of JSON for each, at once.",
      "Each line stands for itself. Without FILE, standard input is read. A line that is not UTF-8 or"
          + " longer than 64 KiB gets {\"line\",\"error\"}, and the exit code is 2."
    })
final class TapCommand implements Callable<Integer> {
  private static final int WORD_MILLIS = 300;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Utterances (default: standard input).")
  private @Nullable Path file;

  @Option(
      names = "--words",
      description = "Feed each line word by word, 300 ms each, and print every rung of the ladder.")
  private boolean words;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Rules instead of the standard ones.")
  private @Nullable Path policy;

  @Option(names = "--rules-only", description = "Without the classifier of sentences.")
  private boolean rulesOnly;

  private IntentGrammar grammar = new IntentGrammar();

  @Override
  public Integer call() throws IOException {
    PolicyGate rules = policy == null ? PolicyGate.standard() : PolicyGate.read(policy);
    Gate gate =
        rules.asked(Asker.OWNER, "", Clock.system(ZoneId.systemDefault()), PolicyGate.Ledger.NONE);
    if (!rulesOnly) {
      grammar = new IntentGrammar(new SentenceSense(spec.commandLine().getErr()::println));
    }
    boolean wrong = false;
    try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
      LineInput lines = new LineInput(in);
      int number = 0;
      for (Optional<LineInput.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        switch (line.get()) {
          case LineInput.Line.Text(String text) -> {
            if (words) {
              climb(number, text, gate);
            }
            print(answer(text, gate));
          }
          case LineInput.Line.Wrong(String why) -> {
            wrong = true;
            print(new TapLine.Wrong(number, "line " + number + " " + why));
          }
        }
      }
    }
    return wrong ? ExitCode.WRONG_USE.code() : ExitCode.DONE.code();
  }

  private TapLine answer(String text, Gate gate) {
    Reading reading = grammar.read(text);
    List<Permission> permissions =
        reading.tasks().stream()
            .map(read -> gate.permits(read.task(), read.reversibility()))
            .toList();
    return TapLine.of(reading, permissions);
  }

  /** Prints the rungs of a line as its words come in. */
  private void climb(int number, String text, Gate gate) {
    Ladder ladder = new Ladder(gate);
    LadderState state = LadderState.start(new ConversationId("line" + number));
    String[] spoken = text.strip().split("\\s+");
    StringBuilder sofar = new StringBuilder();
    long atMillis = 0;
    for (String word : spoken) {
      atMillis += WORD_MILLIS;
      sofar.append(sofar.isEmpty() ? "" : " ").append(word);
      state =
          step(
              ladder,
              state,
              atMillis,
              new LadderInput.PartialRead(1, grammar.read(sofar.toString())));
    }
    step(ladder, state, atMillis + WORD_MILLIS, new LadderInput.FinalRead(1, grammar.read(text)));
  }

  private LadderState step(Ladder ladder, LadderState state, long atMillis, LadderInput input) {
    Ladder.Step step = ladder.step(state, input);
    for (LadderOutput output : step.outputs()) {
      switch (output) {
        case LadderOutput.Changed(var id, var rung, PhysicalTask task, _) ->
            print(rung(atMillis, "intent", id.value(), rung.name().toLowerCase(Locale.ROOT), task));
        case LadderOutput.AskFirst(var id, PhysicalTask task) ->
            print(rung(atMillis, "policy", id.value(), "confirm", task));
        case LadderOutput.Denied(var id, PhysicalTask task) ->
            print(rung(atMillis, "policy", id.value(), "deny", task));
        case LadderOutput.Halt _ -> print(new Reflex(atMillis, "stop"));
        case LadderOutput.Release _ -> print(new Reflex(atMillis, "release"));
        case LadderOutput.Dispatch _, LadderOutput.Cancel _ -> {}
      }
    }
    return step.state();
  }

  /** The body is halted or let go. */
  record Reflex(long t, String type) {}

  private static TapLine.Rung rung(
      long atMillis, String type, String id, String state, PhysicalTask task) {
    return new TapLine.Rung(
        atMillis,
        type,
        id,
        state,
        task.verb(),
        task.object().orElse(null),
        task.target().orElse(null),
        task.source().orElse(null));
  }

  private void print(Object line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Json.line(line));
    out.flush();
  }
}
