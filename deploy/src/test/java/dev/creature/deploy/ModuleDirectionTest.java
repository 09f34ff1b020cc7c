package dev.creature.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.creature.tools.madeup.ReachesIntoTheVoiceLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the direction in which modules may depend on one another: see docs/architecture.md. */
class ModuleDirectionTest {
  private static final List<String> MODULES =
      List.of("actors", "models", "voiceloop", "reasoning", "tools", "facebridge", "deploy");

  static {
    // Names are all that the rules ask for; reading the libraries, too, takes most of a minute.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.creature");

  private static final ArchRule DIRECTION =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("actors")
          .definedBy("dev.creature.actors..")
          .layer("models")
          .definedBy("dev.creature.models..")
          .layer("voice-loop")
          .definedBy("dev.creature.voiceloop..")
          .layer("reasoning")
          .definedBy("dev.creature.reasoning..")
          .layer("tools")
          .definedBy("dev.creature.tools..")
          .layer("face-bridge")
          .definedBy("dev.creature.facebridge..")
          .layer("deploy")
          .definedBy("dev.creature.deploy..")
          .whereLayer("actors")
          .mayOnlyBeAccessedByLayers("voice-loop", "reasoning", "tools", "face-bridge", "deploy")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers("voice-loop", "reasoning", "deploy")
          .whereLayer("voice-loop")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("reasoning")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("tools")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("face-bridge")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("deploy")
          .mayNotBeAccessedByAnyLayer();

  private static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.creature.(**)").should().beFreeOfCycles().allowEmptyShould(false);

  @Test
  void seesEveryModule() {
    assertThat(MODULES)
        .allSatisfy(module ->
            assertThat(PROGRAM)
                .anyMatch(type -> type.getPackageName().startsWith("dev.creature." + module)));
  }

  @Test
  void dependenciesPointTowardsActorsAndModels() {
    DIRECTION.check(PROGRAM);
  }

  @Test
  void onlyModelsSeesOnnxRuntime() {
    onlySeesOnnxRuntime("dev.creature.models..").check(PROGRAM);
  }

  @Test
  void packagesDependOnOneAnotherInOneDirectionOnly() {
    NO_PACKAGE_CYCLES.check(PROGRAM);
  }

  @Test
  void catchesAModuleThatReachesIntoItsNeighbour() {
    assertThatThrownBy(() -> DIRECTION.check(programWith(ReachesIntoTheVoiceLoop.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ReachesIntoTheVoiceLoop");
  }

  @Test
  void catchesAModuleThatSeesOnnxRuntime() {
    assertThatThrownBy(() -> onlySeesOnnxRuntime("dev.creature.nobody..").check(PROGRAM))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("InferenceRuntime");
  }

  private static ArchRule onlySeesOnnxRuntime(String packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "ai.onnx..")
        .allowEmptyShould(false);
  }

  /** The made-up class with the modules that it touches. */
  private static JavaClasses programWith(Class<?> madeUp) {
    return new ClassFileImporter().importPackages("dev.creature").that(isProgramOr(madeUp));
  }

  private static DescribedPredicate<JavaClass> isProgramOr(Class<?> madeUp) {
    return DescribedPredicate.describe(
        "of the program, or made up",
        type -> PROGRAM.contain(type.getName()) || type.isEquivalentTo(madeUp));
  }
}
