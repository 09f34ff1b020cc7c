package dev.creature.deploy.command;

import dev.creature.actors.affect.AffectTable;
import dev.creature.deploy.bench.ConversationsBench;
import dev.creature.deploy.bench.ConverseBench;
import dev.creature.deploy.bench.HearBench;
import dev.creature.deploy.bench.IntentsBench;
import dev.creature.deploy.bench.InterruptionsBench;
import dev.creature.deploy.bench.KnownSentence;
import dev.creature.deploy.bench.LanguageBench;
import dev.creature.deploy.bench.RecordedSpeech;
import dev.creature.deploy.bench.SayBench;
import dev.creature.deploy.bench.StopBench;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.bench.TurnsBench;
import dev.creature.deploy.bench.micro.Measure;
import dev.creature.deploy.bench.micro.MicroBench;
import dev.creature.deploy.node.ScriptedDeeds;
import dev.creature.deploy.node.ScriptedFace;
import dev.creature.models.language.embedded.ConversationLimit;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperModel;
import dev.creature.voiceloop.ears.RecordingListener;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The suites of the scorecard. */
enum BenchSuite {
  HEAR {
    @Override
    SuiteResult run(Material material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        return HearBench.run(
            RecordingListener.open(runtime, material.voice().models().with("default")),
            material.recordings());
      }
    }
  },
  SAY {
    @Override
    SuiteResult run(Material material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        ModelFolder models = material.voice().models().with("default");
        Mouth mouth = Voices.open(runtime, models, Voices.HIBARI, MouthSettings.standard());
        mouth.warm("bench").join();
        return SayBench.run(
            mouth,
            mouth.reader(),
            new Recognizer(WhisperModel.open(runtime, models)),
            runtime.pool());
      }
    }
  },
  LANGUAGE {
    @Override
    SuiteResult run(Material material) throws IOException {
      String id = EmbeddedLanguageModel.SMOLLM2;
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        ModelFolder models = material.voice().models().with(id);
        try (EmbeddedLanguageModel model =
            EmbeddedLanguageModel.open(runtime, models, id, ConversationLimit.VOICE)) {
          return LanguageBench.run(model, models.source(id).resolve("model.gguf"));
        }
      }
    }
  },
  LATENCY {
    @Override
    SuiteResult run(Material material) throws IOException {
      Path folder = material.out().resolve("latency");
      try (OpenVoice open = material.voice().openToMeasure();
          ScriptedDeeds deeds = ScriptedDeeds.in(folder, material.seed())) {
        open.cascade().answerDeedsWith(deeds.words());
        ScriptedFace face = new ScriptedFace(deeds, AffectTable.usual(), material.seed());
        return ConverseBench.run(
            face.watching(open.engine()),
            face,
            open.cascade().speechJudge(),
            material.recordings(),
            folder,
            material.seed());
      }
    }
  },
  TURNS {
    @Override
    SuiteResult run(Material material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        return TurnsBench.run(
            runtime,
            material.voice().models().with("default"),
            material.recordings(),
            material.out());
      }
    }
  },
  INTENTS {
    @Override
    SuiteResult run(Material material) throws IOException {
      return IntentsBench.run(KnownSentence.in(material.texts()));
    }
  },
  STOP {
    @Override
    SuiteResult run(Material material) throws IOException, InterruptedException {
      Path folder = Files.createTempDirectory(Files.createDirectories(material.out()), "stop");
      return StopBench.run(folder, 1_000, Duration.ofMinutes(5), material.seed());
    }
  },
  PERSONS {
    @Override
    SuiteResult run(Material material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.PERSONS, material);
    }
  },
  BACKCHANNELS {
    @Override
    SuiteResult run(Material material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.BACKCHANNELS, material);
    }
  },
  ECHO {
    @Override
    SuiteResult run(Material material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.ECHO, material);
    }
  },
  CONVERSATIONS {
    @Override
    SuiteResult run(Material material) throws IOException, InterruptedException {
      try (OpenVoice open = material.voice().openToMeasure()) {
        return ConversationsBench.run(
            open.engine(),
            open.cascade().speechJudge(),
            open.runtime().pool(),
            material.recordings(),
            new ConversationsBench.Extent(
                material.effort().atOnce().orElse(8),
                material.effort().most().orElse(80),
                material.effort().minutes().orElse(1.0)),
            material.out().resolve("conversations"),
            material.seed());
      }
    }
  },
  MICRO {
    @Override
    SuiteResult run(Material material) {
      return MicroBench.run(
          material.voice().models().with("default").root(),
          material.effort().quick() ? Measure.QUICK : Measure.FULL);
    }
  };

  private static SuiteResult interruptions(InterruptionsBench.Part part, Material material)
      throws IOException, InterruptedException {
    try (OpenVoice open = material.voice().openToMeasure()) {
      return InterruptionsBench.run(
          part,
          open.engine(),
          open.cascade().speechJudge(),
          open.runtime(),
          () -> material.voice().models().with("default", "kokoro"),
          new InterruptionsBench.Extent(
              material.recordings(),
              material.effort().most().orElse(66),
              material.effort().most().orElse(100),
              material.effort().atOnce().orElse(3)),
          material.out().resolve("interruptions"),
          material.seed());
    }
  }

  /** The name that stands for all suites of the models. */
  static final String MODELS = "models";

  /** Not among {@link #MODELS}: they take long, or ask no model. */
  private static final Set<BenchSuite> ON_THEIR_OWN =
      EnumSet.of(INTENTS, STOP, MICRO, PERSONS, BACKCHANNELS, ECHO, CONVERSATIONS);

  /** The name that stands for {@link #PERSONS}, {@link #BACKCHANNELS} and {@link #ECHO}. */
  static final String INTERRUPTIONS = "interruptions";

  /** Older name of {@link #LATENCY}. */
  private static final String CONVERSE = "converse";

  /**
   * What suites work on.
   *
   * @param voice who speaks
   * @param recordings what is heard
   * @param texts a folder of sentences whose meaning is known
   * @param out where a suite may leave what it made, in a folder of its own
   */
  record Material(
      VoiceOptions voice,
      List<RecordedSpeech> recordings,
      Path texts,
      Path out,
      long seed,
      Effort effort) {}

  /**
   * How much is done; each suite has values of its own.
   *
   * @param atOnce conversations at the same time
   * @param most of each thing that is tried
   * @param minutes of a soak
   * @param quick whether a rough figure will do
   */
  record Effort(
      Optional<Integer> atOnce, Optional<Integer> most, Optional<Double> minutes, boolean quick) {}

  /** Measures. */
  abstract SuiteResult run(Material material) throws Exception;

  /** The name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The suites of a name.
   *
   * @throws BadInput when there is none
   */
  static List<BenchSuite> named(String name) {
    if (name.equals(MODELS)) {
      return Arrays.stream(values()).filter(suite -> !ON_THEIR_OWN.contains(suite)).toList();
    }
    if (name.equals(INTERRUPTIONS)) {
      return List.of(PERSONS, BACKCHANNELS, ECHO);
    }
    if (name.equals(CONVERSE)) {
      return List.of(LATENCY);
    }
    return Arrays.stream(values())
        .filter(suite -> suite.label().equals(name))
        .findFirst()
        .map(List::of)
        .orElseThrow(() ->
            new BadInput(
                "there is no suite "
                    + name
                    + "; choose "
                    + Arrays.stream(values())
                        .map(BenchSuite::label)
                        .collect(Collectors.joining(", "))
                    + ", "
                    + INTERRUPTIONS
                    + " or "
                    + MODELS));
  }
}
