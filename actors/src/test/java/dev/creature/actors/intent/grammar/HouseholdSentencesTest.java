package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.task.PhysicalTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what the grammar reads of sentences in many styles, with a margin of two in a hundred. */
class HouseholdSentencesTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private record Command(String text, String verb, String object, String target) {
    static Command of(String line) {
      String[] columns = line.split("\\s*\\|\\s*", -1);
      return new Command(columns[0], columns[1], columns[2].strip(), columns[3].strip());
    }

    List<PhysicalTask> tasks() {
      return GRAMMAR.read(text).tasks().stream().map(ReadTask::task).toList();
    }
  }

  private static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(HouseholdSentencesTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Command> commands(String file) {
    return lines(file).stream().map(Command::of).toList();
  }

  private static void holds(String what, double atLeast, List<Command> right, List<Command> all) {
    double percent = 100.0 * right.size() / all.size();
    List<String> wrong =
        all.stream().filter(command -> !right.contains(command)).map(Command::text).toList();
    assertTrue(percent >= atLeast, () -> what + " " + percent + " %, not: " + wrong);
  }

  @ParameterizedTest
  @CsvSource({"household.txt, 91", "unseen-commands.txt, 91"})
  void firesOnCommands(String file, double atLeast) {
    List<Command> all = commands(file);
    holds("fires", atLeast, all.stream().filter(c -> !c.tasks().isEmpty()).toList(), all);
  }

  @Test
  void firesOnCommandsWithoutMarks() {
    List<Command> all = commands("household.txt");
    List<Command> right =
        all.stream()
            .filter(command -> {
              String plain =
                  command.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", " ");
              return !GRAMMAR.read(plain).tasks().isEmpty();
            })
            .toList();
    holds("fires without marks", 88, right, all);
  }

  /** Where somebody else says what the target is, a source or a whereabouts may be called so. */
  @ParameterizedTest
  @CsvSource({"household.txt, 97, 96, 95", "unseen-commands.txt, 95, 91, 69"})
  void readsTheSlots(String file, double verb, double object, double target) {
    List<Command> all = commands(file);
    slot("verb", verb, all, Command::verb, task -> Optional.of(task.verb().split(" ", 2)[0]));
    slot("object", object, all, Command::object, PhysicalTask::object);
    slot("target", target, all, Command::target, PhysicalTask::target);
  }

  private static void slot(
      String name,
      double atLeast,
      List<Command> commands,
      Function<Command, String> meant,
      Function<PhysicalTask, Optional<String>> read) {
    List<Command> all =
        commands.stream()
            .filter(command -> !meant.apply(command).equals("-") && !command.tasks().isEmpty())
            .toList();
    List<Command> right =
        all.stream()
            .filter(command ->
                command.tasks().stream()
                    .map(read)
                    .flatMap(Optional::stream)
                    .anyMatch(said -> head(said, name).equals(head(meant.apply(command), name))))
            .toList();
    holds(name, atLeast, right, all);
  }

  private static String head(String phrase, String slot) {
    if (slot.equals("verb")) {
      return phrase.split(" ", 2)[0];
    }
    String first = phrase.split(" (?:of|and|or) ", 2)[0];
    String head = first.substring(first.lastIndexOf(' ') + 1);
    return head.endsWith("s") && head.length() > 3 ? head.substring(0, head.length() - 1) : head;
  }

  @ParameterizedTest
  @CsvSource({"border.txt, 38", "unseen-talk.txt, 12"})
  void takesTalkForTalk(String file, int most) {
    List<String> wrong =
        lines(file).stream()
            .filter(text -> {
              Reading reading = GRAMMAR.read(text);
              return !reading.tasks().isEmpty() || reading.stop();
            })
            .toList();
    assertTrue(wrong.size() <= most, () -> "taken for commands: " + wrong);
  }
}
