package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SayCommandTest {
  private final StringWriter errors = new StringWriter();
  @TempDir private Path folder;

  private int say(String... arguments) {
    CommandLine line = CreatureCommand.commandLine();
    line.setOut(new PrintWriter(new StringWriter(), true)).setErr(new PrintWriter(errors, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "say";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }

  private String error() {
    assertThat(errors.toString().lines()).hasSize(1);
    return errors.toString();
  }

  private String out() {
    return folder.resolve("out.wav").toString();
  }

  @Test
  void refusesTextWithoutWords() {
    for (String text : new String[] {"", "  \n ", "😀🎉", "...!"}) {
      errors.getBuffer().setLength(0);
      assertThat(say(text, "--out", out())).isEqualTo(2);
      assertThat(error()).contains("TEXT").contains("nothing in it that can be spoken");
    }
    assertThat(Files.exists(Path.of(out()))).isFalse();
  }

  @Test
  void namesTheScriptThatItCannotSpeak() {
    assertThat(say("你好，世界", "--out", out())).isEqualTo(2);
    assertThat(error()).contains("TEXT").contains("han");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(say("Hello.", "--out", folder.resolve("none/out.wav").toString())).isEqualTo(2);
    assertThat(error()).contains("--out");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() {
    assertThat(say("Hello.", "--out", folder.toString())).isEqualTo(2);
    assertThat(error()).contains("--out");
  }

  @Test
  void refusesASpeedThatNobodySpeaks() {
    assertThat(say("Hello.", "--out", out(), "--speed", "9")).isEqualTo(2);
    assertThat(error()).contains("--speed").contains("0.5").contains("2.0");
  }

  @Test
  void asksForAFile() {
    assertThat(say("Hello.")).isEqualTo(2);
    assertThat(error()).contains("--out");
  }
}
