package dev.creature.deploy.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.creature.tools.mcp.McpAddress;
import dev.creature.tools.rosbridge.RosbridgeSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the settings of body, policy, reasoner and further tools of the configuration's values. */
final class DeedSettingsReader {
  private static final String BODY = "creature.body.";
  private static final String REASONER = "creature.reasoner.";
  private static final String SERVERS = "creature.mcp.servers";
  private static final String RULES = "creature.policy.rules";
  private static final String QUIET = "creature.policy.quiet-hours";
  private static final String TAP = "creature.tap.enabled";
  private static final String HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private final ConfigurationReader reader;
  private final Map<String, String> environment;

  DeedSettingsReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  DeedSettings settings() {
    String quiet = reader.text(QUIET);
    reader.require(
        quiet.isEmpty() || quiet.matches(HOURS + "-" + HOURS),
        QUIET,
        "must be like 22:00-07:00, or empty, not " + quiet);
    return new DeedSettings(
        body(),
        readable(RULES),
        Optional.of(quiet).filter(it -> !it.isEmpty()),
        servers(),
        planner(),
        reader.truth(TAP));
  }

  private BodyChoice body() {
    // Read even when not used: a mistake shows when it is made.
    Optional<Path> world = readable(BODY + "world");
    long seed = reader.whole(BODY + "seed");
    return switch (reader.text(BODY + "kind")) {
      case "simulated" -> new BodyChoice.Simulated(world, seed);
      case "rosbridge" -> new BodyChoice.Rosbridge(rosbridge());
      case "reachy" -> new BodyChoice.Reachy(address("http", "http://reachy-mini.local:8000"));
      case String other ->
          throw reader.wrong(BODY + "kind", "must be simulated, rosbridge or reachy, not " + other);
    };
  }

  private RosbridgeSettings rosbridge() {
    RosbridgeSettings usual = RosbridgeSettings.at(address("ws", "ws://robot.local:9090/"));
    return new RosbridgeSettings(
        usual.address(),
        needed(BODY + "ros.action"),
        needed(BODY + "ros.action-type"),
        reader.text(BODY + "ros.velocity-topic"),
        reader.text(BODY + "ros.velocity-type"),
        usual.connecting(),
        usual.firstRetry(),
        usual.longestRetry(),
        reader.time(BODY + "ros.silence"));
  }

  private URI address(String scheme, String example) {
    String key = BODY + "url";
    String text = reader.text(key);
    if (text.isEmpty()) {
      throw reader.wrong(
          key,
          BODY + "kind",
          "must be set for this kind of body: " + key + " = \"" + example + '"');
    }
    try {
      URI address = new URI(text);
      String given = String.valueOf(address.getScheme());
      reader.require(
          (given.equals(scheme) || given.equals(scheme + "s")) && address.getHost() != null,
          key,
          "must be an address like " + example);
      return address;
    } catch (URISyntaxException e) {
      throw reader.wrong(key, "must be an address like " + example);
    }
  }

  private String needed(String key) {
    String text = reader.text(key);
    reader.require(!text.isEmpty(), key, "must not be empty");
    return text;
  }

  private Optional<Path> readable(String key) {
    Optional<Path> file = reader.file(key);
    file.ifPresent(path ->
        reader.require(
            Files.isRegularFile(path) && Files.isReadable(path),
            key,
            "there is no file " + path + " that can be read"));
    return file;
  }

  private PlannerChoice planner() {
    EndpointReader endpoint = new EndpointReader(reader, environment, REASONER);
    Duration limit = reader.time(REASONER + "step-limit");
    return switch (reader.text(REASONER + "model")) {
      case "recipes" -> new PlannerChoice.Recipes();
      case "embedded" -> new PlannerChoice.Embedded(limit);
      case "endpoint" -> new PlannerChoice.Endpoint(endpoint.settings(), limit);
      case String other ->
          throw reader.wrong(
              REASONER + "model", "must be recipes, embedded or endpoint, not " + other);
    };
  }

  private Map<String, McpAddress> servers() {
    Map<String, McpAddress> servers = new TreeMap<>();
    reader
        .members(SERVERS)
        .forEach((name, value) -> servers.put(name, server(SERVERS + "." + name, name, value)));
    return servers;
  }

  private McpAddress server(String key, String name, ConfigValue value) {
    String form = "must be { url = \"http://…\" } or { command = [program, argument, …] }";
    if (!name.matches("[A-Za-z0-9_-]{1,30}")) {
      throw reader.wrongAt(
          value, key, "an MCP server's name has up to 30 letters, digits, dashes or underscores");
    }
    if (!(value instanceof ConfigObject object)) {
      throw reader.wrongAt(value, key, form);
    }
    for (String field : object.keySet()) {
      if (!field.equals("url") && !field.equals("command") && !field.equals("environment")) {
        throw reader.wrongAt(value, key, "there is no such key: " + field + "; it " + form);
      }
    }
    Config config = object.toConfig();
    if (config.hasPath("url") == config.hasPath("command")) {
      throw reader.wrongAt(value, key, form);
    }
    try {
      if (config.hasPath("url")) {
        return new McpAddress.Http(new URI(config.getString("url")));
      }
      Map<String, String> given = new TreeMap<>();
      if (config.hasPath("environment")) {
        config
            .getObject("environment")
            .forEach((variable, text) -> given.put(variable, String.valueOf(text.unwrapped())));
      }
      return new McpAddress.Program(config.getStringList("command"), given);
    } catch (ConfigException | URISyntaxException e) {
      throw reader.wrongAt(value, key, form);
    } catch (IllegalArgumentException e) {
      throw reader.wrongAt(value, key, String.valueOf(e.getMessage()));
    }
  }
}
