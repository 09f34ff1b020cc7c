package dev.creature.deploy.command;

import dev.creature.actors.affect.AffectTable;
import dev.creature.deploy.bench.ConversationsBench;
import dev.creature.deploy.bench.ConverseBench;
import dev.creature.deploy.bench.FullDuplexOverlaps;
import dev.creature.deploy.bench.FullDuplexTurns;
import dev.creature.deploy.bench.HearBench;
import dev.creature.deploy.bench.IntentsBench;
import dev.creature.deploy.bench.InterruptionsBench;
import dev.creature.deploy.bench.KnownSentence;
import dev.creature.deploy.bench.LanguageBench;
import dev.creature.deploy.bench.NoiseBench;
import dev.creature.deploy.bench.OpenerBench;
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
import dev.creature.models.vad.SileroVad;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperModel;
import dev.creature.voiceloop.ears.RecordingListener;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Voices;
import dev.creature.voiceloop.noise.NoiseSuppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The suites of the scorecard. */
enum BenchSuite {
  HEAR {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        return HearBench.run(
            RecordingListener.open(runtime, material.voice().models().with("default")),
            material.recordings());
      }
    }
  },
  SAY {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException {
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
    SuiteResult run(BenchMaterial material) throws IOException {
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
  OPENER {
    @Override
    SuiteResult run(BenchMaterial material) throws InterruptedException {
      String small = EmbeddedLanguageModel.SMOLLM2;
      String large = EmbeddedLanguageModel.QWEN_CODER;
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        ModelFolder models = material.voice().models().with(small, large);
        try (EmbeddedLanguageModel quick =
                EmbeddedLanguageModel.open(runtime, models, small, ConversationLimit.VOICE);
            EmbeddedLanguageModel better =
                EmbeddedLanguageModel.open(runtime, models, large, ConversationLimit.VOICE)) {
          return OpenerBench.run(quick, better, Clock.systemUTC(), material.seed());
        }
      }
    }
  },
  LATENCY {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException {
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
    SuiteResult run(BenchMaterial material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        return TurnsBench.run(
            runtime,
            material.voice().models().with("default"),
            material.recordings(),
            material.out());
      }
    }
  },
  NOISE {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException {
      try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
        ModelFolder models = material.voice().models().with("default");
        return NoiseBench.run(
            RecordingListener.open(runtime, models),
            SileroVad.open(runtime, models),
            material.recordings(),
            List.of(
                new NoiseBench.Way("none", NoiseSuppression.NONE),
                new NoiseBench.Way("spectral", NoiseSuppression.SPECTRAL)),
            material.seed());
      }
    }
  },
  INTENTS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException {
      return IntentsBench.run(KnownSentence.in(material.texts()));
    }
  },
  STOP {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      Path folder = Files.createTempDirectory(Files.createDirectories(material.out()), "stop");
      return StopBench.run(folder, 1_000, Duration.ofMinutes(5), material.seed());
    }
  },
  PERSONS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.PERSONS, material);
    }
  },
  BACKCHANNELS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.BACKCHANNELS, material);
    }
  },
  ECHO {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      return interruptions(InterruptionsBench.Part.ECHO, material);
    }
  },
  DUPLEX_TURNS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      try (OpenVoice open = material.voice().openToMeasure()) {
        return FullDuplexTurns.run(
            open.engine(),
            open.cascade().speechJudge(),
            new Recognizer(
                WhisperModel.open(open.runtime(), material.voice().models().with("default"))),
            material.recordings(),
            material.out().resolve("duplex-turns"),
            material.effort().atOnce().orElse(3),
            material.seed());
      }
    }
  },
  DUPLEX_OVERLAPS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
      try (OpenVoice open = material.voice().openToMeasure()) {
        return FullDuplexOverlaps.run(
            open.engine(),
            open.cascade().speechJudge(),
            open.runtime(),
            () -> material.voice().models().with("default", "kokoro"),
            material.recordings(),
            material.effort().most().orElse(24),
            material.out().resolve("duplex-overlaps"),
            material.effort().atOnce().orElse(3),
            material.seed());
      }
    }
  },
  CONVERSATIONS {
    @Override
    SuiteResult run(BenchMaterial material) throws IOException, InterruptedException {
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
    SuiteResult run(BenchMaterial material) {
      return MicroBench.run(
          material.voice().models().with("default").root(),
          material.effort().quick() ? Measure.QUICK : Measure.FULL);
    }
  };

  private static SuiteResult interruptions(InterruptionsBench.Part part, BenchMaterial material)
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

  /** Measures. */
  abstract SuiteResult run(BenchMaterial material) throws Exception;

  /** The name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
