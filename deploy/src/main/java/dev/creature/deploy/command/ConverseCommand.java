package dev.creature.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.affect.AffectTable;
import dev.creature.deploy.bench.Machine;
import dev.creature.deploy.bench.ProcessMeter;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.node.DeedParts;
import dev.creature.deploy.node.ScriptedDeeds;
import dev.creature.deploy.node.ScriptedFace;
import dev.creature.deploy.session.DeedAnswers;
import dev.creature.deploy.session.Session;
import dev.creature.voiceloop.script.Company;
import dev.creature.voiceloop.script.ConversationReport;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.HeldConversation;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.ScriptedConversation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a whole conversation from recordings. */
@Command(
    name = "converse",
    mixinStandardHelpOptions = true,
    description = {
      "Hold a whole conversation in real time, from recordings.",
      "DIR gets conversation.wav (left the user, right the creature), events.jsonl, report.json,",
      "and what `replay` needs."
    })
final class ConverseCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec;
  @Mixin private VoiceOptions voice;

  @Parameters(paramLabel = "SCRIPT.json", description = "What the user says, and when.")
  private Path script;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where it is written down.")
  private Path out;

  @Option(
      names = "--seed",
      description = "For all that is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print the report as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ConversationScript parsed = ConversationScript.read(script);
    // An unwritable folder is found now, not after the models are warm.
    Files.createDirectories(out);
    try (OpenVoice open = voice.openToMeasure();
        ScriptedDeeds deeds =
            ScriptedDeeds.in(
                out,
                DeedParts.of(voice.settings().deeds().seeded(seed), voice.models().folder()))) {
      boolean spoken = voice.settings().deeds().spoken();
      DeedAnswers answers = new DeedAnswers();
      if (spoken) {
        open.cascade().answerDeedsWith(answers.recording(deeds.words()));
      }
      Instant started = Clock.systemUTC().instant();
      ProcessMeter meter = new ProcessMeter();
      ScriptedFace face =
          new ScriptedFace(spoken ? deeds : Company.NONE, AffectTable.usual(), seed);
      HeldConversation held =
          ScriptedConversation.hold(
              parsed, out, face.watching(open.engine()), face, open.cascade().speechJudge(), seed);
      ConversationReport report = held.report();
      ProcessMeter.Use use = meter.stop();
      writeSession(started, parsed, held, answers);
      ObjectNode node = report(held, use, open.engine().name());
      MAPPER.writeValue(out.resolve("report.json").toFile(), node);
      PrintWriter lines = spec.commandLine().getOut();
      lines.println(json ? Json.line(node) : summary(report, use));
      return ExitCode.DONE.code();
    }
  }

  private void writeSession(
      Instant started, ConversationScript parsed, HeldConversation held, DeedAnswers answers)
      throws IOException {
    CreatureSettings settings = voice.settings();
    Optional<String> persona = Optional.empty();
    if (settings.persona().isPresent()) {
      persona = Optional.of(Files.readString(settings.persona().get()));
    }
    new Session(
            started,
            ZoneId.systemDefault(),
            seed,
            parsed.room(),
            voice.configuration(),
            settings.voice(),
            persona,
            held.told(),
            answers)
        .write(out);
  }

  private ObjectNode report(HeldConversation held, ProcessMeter.Use use, String engine) {
    ConversationReport report = held.report();
    ObjectNode node = MAPPER.createObjectNode();
    Percentiles delays = report.voiceToVoiceMillis();
    node.putObject("voiceToVoiceMs")
        .put("n", delays.n())
        .put("p50", delays.p50())
        .put("p90", delays.p90())
        .put("p95", delays.p95())
        .put("p99", delays.p99())
        .put("max", delays.max())
        .set("each", MAPPER.valueToTree(delays.each()));
    node.put("falseTakeovers", report.falseTakeovers());
    node.put("shortOverlaps", report.shortOverlaps());
    node.put("inputsWithPauses", report.inputsWithPauses());
    node.put("interruptions", report.interruptions());
    node.set("tasks", TaskLines.of(held.events()));
    node.put("inputs", report.inputs());
    node.put("replies", report.replies());
    node.set("unanswered", MAPPER.valueToTree(report.unanswered()));
    node.put("durationMs", report.durationMillis());
    node.put("worstTickLatenessMs", Math.round(report.worstTickLatenessMillis() * 10) / 10.0);
    node.put("averageCores", Math.round(use.averageCores() * 100) / 100.0);
    node.put("peakResidentMiB", use.peakResidentMiB());
    node.put("engine", engine).put("seed", seed);
    node.putObject("versions")
        .put("creature", new CreatureCommand.Version().getVersion()[0])
        .put("java", Runtime.version().toString());
    node.set("machine", MAPPER.valueToTree(Machine.here()));
    return node;
  }

  private String summary(ConversationReport report, ProcessMeter.Use use) {
    Percentiles delays = report.voiceToVoiceMillis();
    return String.format(
        Locale.ROOT,
        "%d of %d inputs answered, voice to voice p50 %.0f ms, p95 %.0f ms; "
            + "%d interruptions, %d false take-overs and %d short overlaps in %d turns with pauses; %.2f cores, %d MiB; written to %s",
        report.inputs() - report.unanswered().size(),
        report.inputs(),
        delays.p50(),
        delays.p95(),
        report.interruptions(),
        report.falseTakeovers(),
        report.shortOverlaps(),
        report.inputsWithPauses(),
        use.averageCores(),
        use.peakResidentMiB(),
        out);
  }
}
