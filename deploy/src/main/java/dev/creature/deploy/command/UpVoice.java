package dev.creature.deploy.command;

import dev.creature.deploy.load.SimulatedVoice;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose voice speaks at a node. */
final class UpVoice {
  private static final String CASCADE = "cascade";

  @Mixin private VoiceOptions voice;

  @Option(
      names = "--engine",
      description =
          "Whose voice speaks: cascade, the local models; simulated, none at all, to try out what"
              + " is around it (default: ${DEFAULT-VALUE}).")
  private String engine = CASCADE;

  @Option(
      names = "--simulated-work",
      paramLabel = "MS",
      description = "For --engine simulated: how long a turn is thought about (default: 0).")
  private int workMillis;

  @Option(
      names = "--simulated-cores",
      paramLabel = "N",
      description =
          "For --engine simulated: on how many cores, which take time and no power (default:"
              + " ${DEFAULT-VALUE}).")
  private int cores = 1;

  /** A voice that is ready. */
  interface Ready extends AutoCloseable {
    VoiceEngine engine();

    /** How it answers words that ask for a deed. */
    void answerDeedsWith(BiFunction<String, String, Optional<String>> words);

    @Override
    void close();
  }

  VoiceOptions options() {
    return voice;
  }

  /** Refuses what cannot be, before anything is opened. */
  void check() {
    if (!engine.equals(CASCADE) && !engine.equals(SimulatedVoice.NAME)) {
      throw new BadInput(
          "--engine " + engine + ": there is no such engine; use cascade or simulated");
    }
    if (cores < 1 || workMillis < 0) {
      throw new BadInput("--simulated-cores is at least 1, --simulated-work at least 0");
    }
  }

  /** Opens it; with models this takes a while. */
  Ready open() {
    if (engine.equals(SimulatedVoice.NAME)) {
      return new Simulated(new SimulatedVoice(cores, Duration.ofMillis(workMillis)));
    }
    return new Models(voice.open());
  }

  private record Simulated(SimulatedVoice engine) implements Ready {
    @Override
    public void answerDeedsWith(BiFunction<String, String, Optional<String>> words) {
      // It says the same to everything.
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  private record Models(OpenVoice open) implements Ready {
    @Override
    public VoiceEngine engine() {
      return open.engine();
    }

    @Override
    public void answerDeedsWith(BiFunction<String, String, Optional<String>> words) {
      open.cascade().answerDeedsWith(words);
    }

    @Override
    public void close() {
      open.close();
    }
  }
}
