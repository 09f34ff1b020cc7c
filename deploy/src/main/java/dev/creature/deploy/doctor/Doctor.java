package dev.creature.deploy.doctor;

import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.fetch.Programs;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeCheck;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Goes through all stages. One that fails keeps none of the others from being looked at. */
public final class Doctor {
  private final StoredModels stored;
  private final Programs programs;

  /**
   * Prepares.
   *
   * @param stored the models to look at
   * @param programs where programs are looked for
   */
  public Doctor(StoredModels stored, Programs programs) {
    this.stored = stored;
    this.programs = programs;
  }

  /** Each stage's diagnosis, made when it is asked for. */
  public Stream<Diagnosis> diagnoses() {
    MachineStages machine = new MachineStages(stored.folder());
    ModelStages models = new ModelStages(stored, ModelCatalog.load(), programs);
    List<Supplier<Diagnosis>> stages =
        List.of(
            machine::java,
            machine::cores,
            machine::instructions,
            machine::memory,
            machine::cacheFolder,
            models::room,
            Doctor::inference,
            CodecStage::codecs,
            models::maven,
            models::pip,
            models::npm,
            models::models);
    return stages.stream().map(Supplier::get);
  }

  private static Diagnosis inference() {
    try {
      return Diagnosis.ok("onnxruntime", RuntimeCheck.run() + ", loads and runs");
    } catch (ModelFailure e) {
      return Diagnosis.failed(
          "onnxruntime",
          String.valueOf(e.getMessage()),
          "it needs 64-bit x86 or ARM with glibc 2.28 or later (not musl), macOS 13 or Windows 10");
    }
  }
}
