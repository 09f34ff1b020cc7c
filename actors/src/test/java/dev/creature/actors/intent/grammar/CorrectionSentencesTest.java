package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.task.PhysicalTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a deed when the speaker corrects it, takes it back or rules something out. */
class CorrectionSentencesTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private record Correction(String text, String left, String verb, String object, String target) {
    static Correction of(String line) {
      String[] columns = line.split("\\s*\\|\\s*", -1);
      return new Correction(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    boolean isRight() {
      Reading reading = GRAMMAR.read(text);
      if (left.equals("stop")) {
        return reading.stop() && reading.tasks().isEmpty();
      }
      if (reading.stop() || reading.tasks().size() != Integer.parseInt(left)) {
        return false;
      }
      if (!left.equals("1")) {
        return true;
      }
      PhysicalTask task = reading.tasks().getFirst().task();
      return fits(verb, Optional.of(task.verb().split(" ", 2)[0]))
          && fits(object, task.object())
          && fits(target, task.target());
    }

    /** Whether the head noun, or the verb without its particle, was read. */
    private static boolean fits(String meant, Optional<String> read) {
      String first = meant.split(" ", 2)[0];
      String head = meant.substring(meant.lastIndexOf(' ') + 1);
      return meant.equals("-")
          || read.filter(said -> said.equals(first) || List.of(said.split(" ")).contains(head))
              .isPresent();
    }
  }

  private static List<Correction> corrections(String file) {
    try (InputStream in =
        Objects.requireNonNull(CorrectionSentencesTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Correction::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The levels that the rules alone reach, with a margin. */
  @ParameterizedTest
  @CsvSource({
    "corrections.txt, 92",
    "spoken-corrections.txt, 62",
    "unseen-corrections.txt, 72",
    "plain-corrections.txt, 88"
  })
  void leavesWhatIsMeant(String file, double least) {
    List<Correction> all = corrections(file);
    List<String> wrong = all.stream().filter(one -> !one.isRight()).map(Correction::text).toList();
    double percent = 100.0 * (all.size() - wrong.size()) / all.size();
    assertTrue(percent >= least, () -> percent + " % right, not: " + wrong);
  }

  private static List<String> read(String text) {
    return GRAMMAR.read(text).tasks().stream()
        .map(read ->
            read.task().verb()
                + " "
                + read.task().object().orElse("-")
                + " "
                + read.task().target().orElse("-"))
        .toList();
  }

  @Test
  void takesBackOneOfTwo() {
    assertEquals(
        List.of("bring cup -"), read("Bring the cup and the plate. Never mind the plate."));
    assertEquals(List.of("open door -"), read("Open the door and wave to Kim, no, don't wave."));
    assertEquals(List.of("bring cups -"), read("Bring the cups and the bowls, no, only the cups."));
  }

  @Test
  void rulesOutByAContrast() {
    assertEquals(List.of("bring knife -"), read("Bring not the fork but the knife."));
    assertEquals(List.of("give letter lisa"), read("Give the letter not to Tom but to Lisa."));
    assertEquals(List.of("bring coffee -"), read("Don't bring the tea but the coffee."));
  }

  @Test
  void takesBackForAReason() {
    assertEquals(List.of(), read("Get me the cookies, no, I'm on a diet."));
    assertEquals(List.of(), read("Go to the garage. Actually, no."));
  }

  @Test
  void givesEachTheirs() {
    assertEquals(
        List.of("give ball tom", "give doll lisa"), read("Give Tom the ball and Lisa the doll."));
  }

  @Test
  void readsHowBrightALampShallBe() {
    assertEquals(List.of("brighten lights -"), read("Make the lights brighter."));
    assertEquals(List.of("dim lamp -"), read("I'd like the lamp a bit dimmer."));
  }

  @Test
  void readsAWishWithThePlaceInside() {
    assertEquals(
        List.of("switch off lamp -"), read("I'd like the lamp in the corner switched off."));
  }
}
