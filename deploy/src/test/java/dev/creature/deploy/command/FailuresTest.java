package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void tellsHowToGetAMissingModelWithThree() {
    Failures.Failure failure =
        Failures.of(new MissingModel("silero-vad", new ModelFolder(Path.of("cache"))));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.MISSING);
    assertThat(failure.line()).contains("silero-vad").contains("./creature models pull");
  }

  @Test
  void namesAFileThatIsNotThereWithTwo() {
    assertThat(Failures.of(new NoSuchFileException("a.wav")))
        .isEqualTo(new Failures.Failure(ExitCode.WRONG_USE, "a.wav: no such file or folder"));
  }

  @Test
  void looksThroughWrappersAtWhatReallyHappened() {
    Throwable wrapped =
        new CompletionException(new UncheckedIOException(new IOException("disk is full")));
    assertThat(Failures.of(wrapped))
        .isEqualTo(new Failures.Failure(ExitCode.FAILED, "disk is full"));
  }

  @Test
  void keepsAnErrorToOneLine() {
    assertThat(Failures.of(new BadInput("first\n  second\r\nthird")).line())
        .isEqualTo("first second third");
  }

  @Test
  void showsTheStackTraceOnlyWhereAskedFor() {
    assertThat(reported(false).lines()).containsExactly("creature: broken");
    assertThat(reported(true)).contains("FailuresTest");
  }

  private static String reported(boolean verbose) {
    StringWriter written = new StringWriter();
    Failures.report(new IllegalStateException("broken"), new PrintWriter(written), verbose);
    return written.toString();
  }
}
