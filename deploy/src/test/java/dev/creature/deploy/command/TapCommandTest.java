package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TapCommandTest {
  @TempDir private Path folder;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private int code;

  private List<String> tap(byte[] input, String... options) throws IOException {
    Path file = folder.resolve("utterances.txt");
    Files.write(file, input);
    CommandLine line = CreatureCommand.commandLine();
    line.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
    String[] arguments = new String[options.length + 2];
    arguments[0] = "tap";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    code = line.execute(arguments);
    return output.toString().lines().toList();
  }

  private List<String> tap(String input, String... options) throws IOException {
    return tap(input.getBytes(StandardCharsets.UTF_8), options);
  }

  @Test
  void answersEachLineInOrder() throws IOException {
    List<String> lines = tap("bring me the cup\nhow are you?\nturn off the lamp\nstop\n");

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"verb\":\"bring\"", "\"object\":\"cup\"");
    assertThat(lines.get(1)).contains("\"tasks\":[]", "\"policy\":\"none\"");
    assertThat(lines.get(2)).contains("\"verb\":\"turn off\"");
    assertThat(lines.get(3)).contains("\"tasks\":[]", "\"stop\":true");
    assertThat(code).isZero();
  }

  @Test
  void answersEmptyLinesAndALastOneWithoutEnd() throws IOException {
    List<String> lines = tap("\n\r\n   \ngo to the kitchen");

    assertThat(lines).hasSize(4);
    assertThat(lines.subList(0, 3)).allSatisfy(line -> assertThat(line).contains("\"tasks\":[]"));
    assertThat(lines.get(0)).contains("\"text\":\"\"");
    assertThat(lines.get(3)).contains("\"target\":\"kitchen\"");
    assertThat(code).isZero();
  }

  @Test
  void answersNothingToNothing() throws IOException {
    assertThat(tap("")).isEmpty();
    assertThat(code).isZero();
  }

  @Test
  void namesALineThatIsNoTextAndAnswersTheOthers() throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes("open the door\n".getBytes(StandardCharsets.UTF_8));
    input.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
    input.writeBytes("close the door\n".getBytes(StandardCharsets.UTF_8));
    List<String> lines = tap(input.toByteArray());

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"verb\":\"open\"");
    assertThat(lines.get(1)).contains("\"line\":2", "\"error\":\"line 2 is not UTF-8\"");
    assertThat(lines.get(2)).contains("\"verb\":\"close\"");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void passesOverALineOfAMegabyte() throws IOException {
    List<String> lines = tap("a".repeat(1 << 20) + "\nopen the door\n");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"line\":1", "has 1048576 bytes").hasSizeLessThan(200);
    assertThat(lines.get(1)).contains("\"verb\":\"open\"");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void showsEveryRungOfWordsAsTheyAreSpoken() throws IOException {
    List<String> lines = tap("pour the milk into the sink\n", "--words");

    assertThat(lines.getFirst()).contains("\"type\":\"intent\"", "\"state\":\"hypothesis\"");
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains("\"state\":\"committed\""))
        .anySatisfy(
            line -> assertThat(line).contains("\"type\":\"policy\"", "\"state\":\"confirm\""))
        .noneSatisfy(line -> assertThat(line).contains("\"state\":\"dispatched\""));
    assertThat(lines.getLast()).contains("\"text\":\"pour the milk into the sink\"");
  }

  @Test
  void haltsAtTheFirstWordOfStop() throws IOException {
    assertThat(tap("stop right there\n", "--words").getFirst())
        .contains("\"t\":300", "\"type\":\"stop\"");
  }
}
