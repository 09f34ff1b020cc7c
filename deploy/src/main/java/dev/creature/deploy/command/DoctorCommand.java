package dev.creature.deploy.command;

import dev.creature.deploy.doctor.Diagnosis;
import dev.creature.deploy.doctor.Doctor;
import dev.creature.deploy.doctor.Verdict;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.fetch.Programs;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what keeps the creature from running on this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check this machine stage by stage, and say what to do about what is missing.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Option(names = "--json", description = "Print a line of JSON a stage.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Doctor doctor = new Doctor(StoredModels.in(models.folder()), Programs.ofUser());
    List<String> failed = new ArrayList<>();
    doctor
        .diagnoses()
        .forEach(diagnosis -> {
          out.println(json ? Json.line(diagnosis) : line(diagnosis));
          out.flush();
          if (diagnosis.verdict() == Verdict.FAILED) {
            failed.add(diagnosis.stage());
          }
        });
    if (failed.isEmpty()) {
      return ExitCode.DONE.code();
    }
    spec.commandLine()
        .getErr()
        .println("creature: not ready to run: " + String.join(", ", failed) + "; see above");
    return ExitCode.MISSING.code();
  }

  private static String line(Diagnosis diagnosis) {
    String advice = diagnosis.advice().isEmpty() ? "" : "; " + diagnosis.advice();
    return String.format(
        Locale.ROOT,
        "%-8s %-13s %s",
        diagnosis.verdict().name().toLowerCase(Locale.ROOT),
        diagnosis.stage(),
        diagnosis.found() + advice);
  }
}
