package dev.creature.deploy.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.catalog.StoredModels;
import dev.creature.models.fetch.Programs;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir private Path temporary;

  @Test
  void findsJavaInferenceAndCodecsWellWhereTheTestsRun() {
    Map<String, String> path = System.getenv();
    for (String stage : new String[] {"java", "cache", "onnxruntime", "codecs"}) {
      assertThat(diagnosis(temporary, path, stage).verdict()).isEqualTo(Verdict.OK);
    }
  }

  @Test
  void namesTheModelsThatAreMissingAndWhatToDo() {
    Diagnosis models = diagnosis(temporary, Map.of(), "models");
    assertThat(models.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(models.found()).contains("whisper-tiny.en is missing");
    assertThat(models.advice()).contains("./creature models pull");
  }

  @Test
  void namesAModelThatIsDamaged() throws IOException {
    Path source = Files.createDirectories(temporary.resolve("silero-vad/source"));
    Files.writeString(source.resolve("silero_vad.onnx"), "half of it");
    assertThat(diagnosis(temporary, Map.of(), "models").found())
        .contains("silero-vad: source/silero_vad.onnx is damaged");
  }

  @Test
  void missesPipOnlyWhileModelsAreMissing() {
    Diagnosis pip = diagnosis(temporary, Map.of("PATH", temporary.toString()), "pip");
    assertThat(pip.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(pip.advice()).contains("python3-pip");
  }

  @Test
  void saysThatTheCacheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "in the way");
    Diagnosis cache = diagnosis(file.resolve("models"), Map.of(), "cache");
    assertThat(cache.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(cache.advice()).contains("CREATURE_MODELS");
  }

  private static Diagnosis diagnosis(Path root, Map<String, String> environment, String stage) {
    StoredModels stored = StoredModels.in(new ModelFolder(root));
    return new Doctor(stored, new Programs(environment))
        .diagnoses()
        .filter(diagnosis -> diagnosis.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }
}
