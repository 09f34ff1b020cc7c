package dev.creature.deploy.command;

import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.DeedParts;
import dev.creature.deploy.node.Greeting;
import dev.creature.deploy.node.NodePlan;
import dev.creature.facebridge.server.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: brings the creature up, and keeps it up until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Bring the creature up: its face and pages at once, its voice when the models are warm.",
      "Prints the addresses, a QR code for the phone, and at last a line: ready URL.",
      "Ctrl-C says goodbye to everybody and ends it."
    })
final class UpCommand implements Callable<Integer> {
  /** What finds faces in a browser; it comes with {@code models pull camera}. */
  private static final String CAMERA_MODEL = "mediapipe-face-detection";

  @Spec private CommandSpec spec;
  @Mixin private UpVoice voice;
  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--port",
      description = "Port of HTTPS, for every device (default: ${DEFAULT-VALUE}).")
  private int port = 8443;

  @Option(
      names = "--http-port",
      description = "Port of plain HTTP, for this machine only (default: ${DEFAULT-VALUE}).")
  private int httpPort = 8080;

  @Option(
      names = "--host",
      description = "Address that HTTPS listens on (default: ${DEFAULT-VALUE}, all of them).")
  private String host = "0.0.0.0";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "What outlives a run: authority, paired devices (default: the user's data folder).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--conversations",
      paramLabel = "N",
      description = "At most so many at a time (default: what this machine can serve).")
  private Optional<Integer> conversations = Optional.empty();

  @Option(names = "--no-browser", description = "Do not open the face in a browser.")
  private boolean noBrowser;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    voice.check();
    WebServer.Listen listen = listen();
    // A configuration that cannot be used is found now, not after the models came.
    CreatureSettings settings = voice.options().settings();
    DeedParts parts = DeedParts.of(settings.deeds(), voice.options().models().folder());
    // Before threads start: two that log their first line at once make the logger complain.
    LoggerFactory.getILoggerFactory();
    DataFolder folder =
        DataFolder.open(
            data.orElseGet(() ->
                DataFolder.ofUser(System.getenv(), Path.of(System.getProperty("user.home")))));
    NodePlan plan =
        cluster
            .plan(folder, settings, host, conversations)
            .withCamera(voice.options().models().folder().source(CAMERA_MODEL));
    PrintWriter out = spec.commandLine().getOut();
    NodeLives.Embodiment body = new NodeLives.Embodiment(parts, settings.deeds().spoken());
    try (NodeLives lives = new NodeLives(listen, folder, plan, body, voice, out)) {
      lives.first(node -> {
        Greeting.print(node, out);
        if (!noBrowser) {
          Browser.open(node.localUrl() + "/", System.getenv());
        }
      });
      lives.untilStopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE.code();
  }

  private WebServer.Listen listen() {
    try {
      return new WebServer.Listen(host, port, httpPort);
    } catch (IllegalArgumentException bad) {
      throw new BadInput(String.valueOf(bad.getMessage()), bad);
    }
  }

  /** Opens the page where somebody can see it. */
  private static final class Browser {
    static void open(String url, Map<String, String> environment) {
      boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
      boolean display =
          mac || environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
      if (!display) {
        return;
      }
      try {
        new ProcessBuilder(mac ? "open" : "xdg-open", url)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        LoggerFactory.getLogger(UpCommand.class)
            .info("no browser could be opened: {}", e.toString());
      }
    }
  }
}
