package dev.creature.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.deploy.configuration.BrainChoice;
import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.session.ReplayDifferences;
import dev.creature.deploy.session.Session;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.voiceloop.replay.Lockstep;
import dev.creature.voiceloop.replay.ReplayedConversation;
import dev.creature.voiceloop.script.ConversationTape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a recorded session again, deterministically. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Run a recorded session again, the same each time, as fast as the machine can.",
      "DIR is what `converse` has written. Says where the repetition differs from the original.",
      "No body moves: words that asked for a deed get the answer that was recorded."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** One thread computes everything: how much the machine has to do changes nothing. */
  private static final RuntimeSettings ONE_THREAD = new RuntimeSettings(1, 1);

  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(paramLabel = "DIR", description = "The recorded session.")
  private Path recorded;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the repetition is written (default: replay in the session's folder).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Session session = Session.read(recorded);
    Path folder = out.orElse(recorded.resolve("replay"));
    if (Files.isDirectory(folder) && Files.isSameFile(folder, recorded)) {
      throw new BadInput(
          folder + ": the repetition would replace the original; name another --out");
    }
    ReplayedConversation.Material material =
        new ReplayedConversation.Material(
            ConversationTape.channel(recorded.resolve(ConversationTape.ALONE), 0),
            ConversationTape.channel(recorded.resolve(ConversationTape.BOTH), 0),
            session.room(),
            session.told(),
            session.seed());
    Files.createDirectories(folder);
    CreatureSettings settings = settings(session, folder);
    Lockstep lockstep = new Lockstep();
    long millis;
    long tookMillis;
    try (OpenVoice open =
        OpenVoice.open(
            settings,
            models,
            ONE_THREAD,
            new OpenVoice.Time(Clock.fixed(session.startedAt(), session.zone()), lockstep))) {
      open.cascade().answerDeedsWith((_, asked) -> session.deeds().to(asked));
      long start = System.nanoTime();
      millis =
          new ReplayedConversation(lockstep, open.runtime().pool())
              .hold(material, open.engine(), folder);
      tookMillis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
    }
    ReplayDifferences differences = ReplayDifferences.between(recorded, folder);
    ObjectNode node = report(differences, millis, tookMillis);
    MAPPER.writeValue(folder.resolve("replay.json").toFile(), node);
    print(differences, node, folder, (double) millis / tookMillis);
    return ExitCode.DONE.code();
  }

  private static CreatureSettings settings(Session session, Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("creature.conf"), session.configuration());
    Optional<Path> persona = Optional.empty();
    if (session.persona().isPresent()) {
      persona =
          Optional.of(Files.writeString(folder.resolve("persona.conf"), session.persona().get()));
    }
    CreatureSettings settings =
        ConfigurationFile.ofUser()
            .read(Optional.of(config))
            .with(Optional.of(session.voice()), persona);
    if (settings.brain() instanceof BrainChoice.Endpoint) {
      throw new BadInput(
          "the recorded session was answered by an endpoint, whose words nobody can repeat;"
              + " record one with brain.model = embedded or large");
    }
    if (settings.brain() instanceof BrainChoice.Opened) {
      throw new BadInput(
          "the recorded session was answered by two models, and which of them said what depends on"
              + " the moment; record one with brain.opener = false");
    }
    return settings;
  }

  private ObjectNode report(ReplayDifferences differences, long millis, long tookMillis) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("durationMs", millis).put("computeMs", tookMillis);
    node.put("turns", differences.turns());
    node.put("sameWords", differences.sameWords()).put("sameReplies", differences.sameReplies());
    node.set("takenLaterMs", MAPPER.valueToTree(differences.commitMillis()));
    node.set("differences", MAPPER.valueToTree(differences.lines()));
    return node;
  }

  private void print(ReplayDifferences differences, ObjectNode node, Path folder, double speed) {
    PrintWriter lines = spec.commandLine().getOut();
    if (json) {
      lines.println(Json.line(node));
      return;
    }
    differences.lines().forEach(lines::println);
    lines.println(differences.summary());
    lines.println(
        String.format(Locale.ROOT, "%.1f times as fast as real; written to %s", speed, folder));
  }
}
