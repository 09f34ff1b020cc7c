package dev.creature.deploy.command;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Unspeakable;
import dev.creature.voiceloop.mouth.Voices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks a text into a file. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = "Speak English text into a WAV file (24 kHz, 16 bit, mono).")
final class SayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(paramLabel = "TEXT", description = "What to say; - reads it from standard input.")
  private String text;

  @Option(
      names = "--out",
      paramLabel = "F.wav",
      required = true,
      description = "The file to write.")
  private Path out;

  @Option(
      names = "--json",
      description = "Print when each phoneme, viseme and word sounds, as one line of JSON.")
  private boolean json;

  @Option(
      names = "--voice",
      paramLabel = "VOICE",
      defaultValue = Voices.HIBARI,
      description =
          "hibari, kokoro, kokoro:SPEAKER or a mixture such as kokoro:af_heart:0.6+am_adam:0.4"
              + " (default: ${DEFAULT-VALUE}).")
  private String voice;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "0.5 to 2; 1 is the voice's own pace (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The same seed gives the same samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    String wanted = text.equals("-") ? standardInput() : text;
    Unspeakable unspeakable = Unspeakable.in(wanted);
    if (unspeakable.isAll()) {
      throw new BadInput("TEXT: " + unspeakable.reason());
    }
    MouthSettings settings = settings();
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      throw new BadInput(
          "--out: cannot write " + out + ": it must be a file in a folder that exists");
    }
    ModelFolder stored =
        voice.startsWith(Voices.KOKORO)
            ? models.with("hibari", "kokoro-82m", "kokoro-voices")
            : models.with("hibari");
    try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
      Mouth mouth = open(runtime, stored, settings);
      mouth.warm("say").join();
      SpeechFile.Result result = SpeechFile.write(mouth, wanted, out);
      if (result.audioMillis() == 0) {
        throw new BadInput("TEXT: there is nothing in it that can be spoken; write some words");
      }
      report(result, unspeakable);
    }
    return ExitCode.DONE.code();
  }

  private Mouth open(InferenceRuntime runtime, ModelFolder stored, MouthSettings settings) {
    try {
      return Voices.open(runtime, stored, voice, settings);
    } catch (ModelFailure e) {
      throw new BadInput("--voice: " + e.getMessage(), e);
    }
  }

  private MouthSettings settings() {
    try {
      return new MouthSettings(speed, seed);
    } catch (IllegalArgumentException e) {
      throw new BadInput("--speed: " + e.getMessage(), e);
    }
  }

  private void report(SpeechFile.Result result, Unspeakable unspeakable) {
    if (json) {
      spec.commandLine().getOut().println(Json.line(SpokenJson.of(result)));
    } else {
      spec.commandLine()
          .getOut()
          .printf("%s: %.2f s of speech%n", out, result.audioMillis() / 1000.0);
    }
    spec.commandLine().getOut().flush();
    if (unspeakable.isSome()) {
      spec.commandLine().getErr().println("creature: TEXT: " + unspeakable.reason());
      spec.commandLine().getErr().flush();
    }
  }

  private static String standardInput() throws IOException {
    try (InputStream in = System.in) {
      byte[] bytes = in.readAllBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInput("TEXT: standard input is no text in UTF-8", e);
    }
  }
}
