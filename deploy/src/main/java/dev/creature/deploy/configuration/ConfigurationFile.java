package dev.creature.deploy.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads settings from a file in the form that {@code docs/configuration.md} describes. */
public final class ConfigurationFile {
  private static final String DEFAULTS = "creature-defaults.conf";

  private final Map<String, String> environment;
  private final Path home;

  /**
   * For a user.
   *
   * @param environment where the user's folder and keys of endpoints may be named
   * @param home what {@code ~} stands for
   */
  public ConfigurationFile(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /** For the user who runs this process. */
  public static ConfigurationFile ofUser() {
    return new ConfigurationFile(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * Settings of a file, the defaults where it says nothing.
   *
   * @param named the file that takes the place of the user's own
   * @throws BadConfiguration when it cannot be used
   */
  public CreatureSettings read(Optional<Path> named) {
    Path users = users();
    if (named.isEmpty() && !Files.exists(users)) {
      return settings(ConfigFactory.empty());
    }
    Path file = named.orElse(users).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new BadConfiguration(file + ": cannot be read; name a readable configuration file");
    }
    try {
      return settings(
          ConfigFactory.parseFile(
              file.toFile(),
              ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false)));
    } catch (ConfigException unusable) {
      throw new BadConfiguration(inWords(unusable, file));
    }
  }

  /** Where the user's own file is, or would be. */
  public Path users() {
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        // The XDG specification: relative paths are invalid and to be ignored.
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(".config"))
        .resolve("creature")
        .resolve("creature.conf");
  }

  private CreatureSettings settings(Config file) {
    Config defaults = defaults();
    ConfigurationReader reader =
        new ConfigurationReader(file.withFallback(defaults).resolve(), home);
    reader.allKnown(defaults);
    return new SettingsReader(reader, environment).settings();
  }

  private static Config defaults() {
    try (InputStream in = ConfigurationFile.class.getResourceAsStream(DEFAULTS)) {
      if (in == null) {
        throw new IllegalStateException(DEFAULTS + " is missing in this build");
      }
      return ConfigFactory.parseReader(
          new InputStreamReader(in, StandardCharsets.UTF_8),
          ConfigParseOptions.defaults().setOriginDescription(DEFAULTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library's words, behind file and line as all errors have them. */
  private static String inWords(ConfigException unusable, Path file) {
    String message = String.valueOf(unusable.getMessage());
    if (unusable.origin() == null) {
      return file + ": " + message;
    }
    String described = unusable.origin().description() + ": ";
    return ConfigurationReader.place(unusable.origin())
        + ": "
        + (message.startsWith(described) ? message.substring(described.length()) : message);
  }
}
