package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.command.CreatureCommand;
import dev.creature.deploy.configuration.BrainModel;
import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.cascade.CascadeSettings;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the user's last sound to the creature's first, through a browser over both links and without
 * one, by one and the same rule. Measures, and so needs a machine that does nothing else.
 */
class BrowserDelayTest {
  private static final Path RECORDINGS =
      Path.of(System.getProperty("creature.repository", ".."), "docs/examples/recordings");
  private static final List<String> SPOKEN =
      List.of(
          "azure-whatstheweatherlike.wav",
          "gpsr_spoken-8-a34ae2.webm",
          "aiewf_turns-turn_021.wav",
          "gpsr_spoken-12-5a21eb.webm",
          "aiewf_turns-turn_001.wav");
  private static final int RATE = 48_000;
  private static final int STEP = RATE / 100;
  private static final int PAUSE_SECONDS = 6;

  /** How loud both sides are, every 10 ms or so, on the clock of the page's sound. */
  private static final String LISTEN =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        for (let i = 0; i < 400 && !(window.creature?.link.open); i++) await pause(50);
        const {link} = creature;
        document.getElementById('mic').click();
        for (let i = 0; i < 400 && !link.stream; i++) await pause(10);
        const {context} = link, both = context.createChannelMerger(2), ear = context.createScriptProcessor(512, 2, 1);
        context.createMediaStreamSource(link.stream).connect(both, 0, 0);
        link.gain.connect(both, 0, 1);
        both.connect(ear).connect(context.destination);
        window.levels = [];
        ear.onaudioprocess = ({inputBuffer, playbackTime}) => {
          const level = channel => Math.sqrt(inputBuffer.getChannelData(channel).reduce((sum, x) => sum + x * x, 0) / 512);
          levels.push([Math.round(playbackTime * 1000), +level(0).toFixed(5), +level(1).toFixed(5)]);
        };
        return {call: !!link.call, latency: (context.outputLatency || 0) * 1000};
      })()
      """;

  private record Heard(double[] user, double[] creature, double[] times) {}

  @TempDir private Path folder;

  @Test
  void addsLittleToTheCreaturesOwnDelay() throws Exception {
    assumeTrue(
        Boolean.getBoolean("creature.measure"),
        "opt-in: measures, needs a quiet machine: -Dcreature.measure=true");
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    StoredModels stored = StoredModels.in(ModelFolder.ofUser());
    List<Double> direct = delays(converse(), 0);
    System.out.println("converse " + direct);
    Path microphone = microphone();
    CreatureSettings chosen = new ConfigurationFile(Map.of(), folder).read(Optional.empty());
    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
        Cascade cascade =
            Cascade.open(
                runtime,
                stored.folder(),
                () -> BrainModel.open(chosen.brain(), runtime, stored.folder(), BrainModel::log),
                new CascadeSettings(
                    VoiceActivitySettings.standard(),
                    chosen.noise(),
                    chosen.turnTaking(),
                    PersonaFile.ofDefault(),
                    BrainSettings.usual(),
                    chosen.firstWords(),
                    chosen.voice(),
                    chosen.mouth()))) {
      node.speakWith(cascade.engine());
      for (String link : List.of("?link=socket", "")) {
        try (Chromium browser =
            Chromium.start(
                program.get(),
                microphone,
                Files.createDirectory(folder.resolve("profile" + link.length())))) {
          browser.size(390, 844);
          browser.open(node.localUrl() + "/" + link);
          JsonNode page = browser.evaluate(LISTEN);
          // The recording's own length is what there is to wait for.
          browser.evaluate("new Promise(done => setTimeout(done, %d))".formatted(20_000));
          browser.evaluate(
              "new Promise(done => setTimeout(done, %d))"
                  .formatted(Math.max(0, lengthMillis(microphone) - 20_000)));
          List<Double> through =
              delays(heard(browser.evaluate("levels")), page.path("latency").asDouble());
          System.out.println((link.isEmpty() ? "webrtc " : "socket ") + page + " " + through);
          System.out.println(
              browser.evaluate("({gaps: creature.link.gaps, delay: creature.link.call?.delay})"));
          assertThat(page.path("call").asBoolean()).isEqualTo(link.isEmpty());
          assertThat(through).hasSameSizeAs(direct);
          assertThat(median(through) - median(direct)).isLessThanOrEqualTo(120);
        }
      }
    }
  }

  private static double median(List<Double> delays) {
    return delays.stream().sorted().toList().get(delays.size() / 2);
  }

  private static Heard heard(JsonNode levels) {
    int count = levels.size();
    Heard heard = new Heard(new double[count], new double[count], new double[count]);
    for (int i = 0; i < count; i++) {
      heard.times[i] = levels.path(i).path(0).asDouble();
      heard.user[i] = levels.path(i).path(1).asDouble();
      heard.creature[i] = levels.path(i).path(2).asDouble();
    }
    return heard;
  }

  /** Whole conversation without a browser, by the program's own command. */
  private Heard converse() throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(
        script,
        SPOKEN.stream()
            .map(name ->
                "{\"audio\":\"%s\",\"when\":{\"type\":\"afterReply\",\"silenceMs\":2500,\"timeoutMs\":8000}}"
                    .formatted(RECORDINGS.resolve(name).toAbsolutePath()))
            .collect(Collectors.joining(",", "{\"input\":[", "]}")));
    Path out = folder.resolve("converse");
    int code =
        CreatureCommand.commandLine()
            .execute("converse", script.toString(), "--out", out.toString());
    assertThat(code).isZero();
    try (AudioSource source = AudioFiles.open(out.resolve("conversation.wav"))) {
      return levels(source);
    }
  }

  private static Heard levels(AudioSource source) {
    int step = source.sampleRate() / 100;
    List<double[]> both = new ArrayList<>();
    float[] block = new float[2 * step];
    while (readFully(source, block)) {
      double[] sums = new double[2];
      for (int i = 0; i < block.length; i++) {
        sums[i % 2] += block[i] * (double) block[i];
      }
      both.add(new double[] {Math.sqrt(sums[0] / step), Math.sqrt(sums[1] / step)});
    }
    int count = both.size();
    Heard heard = new Heard(new double[count], new double[count], new double[count]);
    for (int i = 0; i < count; i++) {
      heard.times[i] = 10.0 * i;
      heard.user[i] = both.get(i)[0];
      heard.creature[i] = both.get(i)[1];
    }
    return heard;
  }

  private static boolean readFully(AudioSource source, float[] block) {
    int filled = 0;
    while (filled < block.length) {
      int read = source.read(block, filled, (block.length - filled) / 2);
      if (read <= 0) {
        return false;
      }
      filled += 2 * read;
    }
    return true;
  }

  /**
   * For each stretch of the user's sound with 1.5 s of silence behind it, from its last 10 ms
   * within 26 dB of its loudest to the creature's first 10 ms above −46 dBFS.
   */
  private static List<Double> delays(Heard heard, double outputLatency) {
    List<Double> delays = new ArrayList<>();
    int at = 0;
    while (at < heard.times.length) {
      if (heard.user[at] < 0.02) {
        at++;
        continue;
      }
      int last = at;
      double loudest = 0;
      for (int i = at; i < heard.times.length && heard.times[i] - heard.times[last] < 1_500; i++) {
        loudest = Math.max(loudest, heard.user[i]);
        last = heard.user[i] > Math.max(0.004, loudest * 0.05) ? i : last;
      }
      for (int i = last;
          i < heard.times.length && heard.times[i] - heard.times[last] < 4_000;
          i++) {
        if (heard.creature[i] > 0.005) {
          delays.add(heard.times[i] - heard.times[last] + outputLatency);
          break;
        }
      }
      double until = heard.times[last] + 1_500;
      while (at < heard.times.length && heard.times[at] < until) {
        at++;
      }
    }
    return delays;
  }

  private Path microphone() throws IOException {
    Path target = folder.resolve("microphone.wav");
    try (WavWriter writer = WavWriter.create(target, RATE, 1)) {
      writer.write(new float[2 * RATE], 0, 2 * RATE);
      for (String name : SPOKEN) {
        try (MonoReader reader = new MonoReader(AudioFiles.open(RECORDINGS.resolve(name)), RATE)) {
          float[] block = new float[STEP];
          for (int read = reader.read(block, 0, STEP);
              read > 0;
              read = reader.read(block, 0, STEP)) {
            writer.write(block, 0, read);
          }
        }
        writer.write(new float[PAUSE_SECONDS * RATE], 0, PAUSE_SECONDS * RATE);
      }
    }
    return target;
  }

  private static long lengthMillis(Path wav) throws IOException {
    return (Files.size(wav) - 44) * 1000 / RATE / 2;
  }
}
