package dev.creature.deploy.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads single values; what is wrong with one is said with file, line and key. */
final class ConfigurationReader {
  /** Longer waits are slips of the pen, and would overflow when doubled. */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Objects whose keys are the user's. */
  private static final List<String> OPEN =
      List.of(
          "creature.brain.endpoint.extra-fields",
          "creature.reasoner.endpoint.extra-fields",
          "creature.mcp.servers");

  private final Config config;
  private final Path home;

  /** Reads from what is resolved, the defaults included. */
  ConfigurationReader(Config config, Path home) {
    this.config = config;
    this.home = home;
  }

  /** Where something is written, as {@code file:line}. */
  static String place(ConfigOrigin origin) {
    String file = origin.filename() == null ? origin.description() : origin.filename();
    boolean known = origin.filename() != null && origin.lineNumber() > 0;
    return known ? file + ":" + origin.lineNumber() : file;
  }

  /**
   * Checks that each key is one of the defaults', and that sections are sections.
   *
   * @throws BadConfiguration for the first that is not
   */
  void allKnown(Config defaults) {
    allKnown("", config.root(), defaults.root());
  }

  private void allKnown(String path, ConfigObject values, ConfigObject defaults) {
    // Maps of the library have no order; of several mistakes, name the same one each time.
    for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(values).entrySet()) {
      String key = entry.getKey();
      ConfigValue value = entry.getValue();
      String named = (path.isEmpty() ? "" : path + ".") + ConfigUtil.joinPath(key);
      ConfigValue known = defaults.get(key);
      if (known == null) {
        throw wrong(
            value,
            named,
            "there is no such key; "
                + (path.isEmpty() ? "all keys begin with " : path + " has ")
                + defaults.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      if (known instanceof ConfigObject section) {
        if (!(value instanceof ConfigObject object)) {
          throw wrong(value, named, "must be a section in { }");
        }
        if (!OPEN.contains(named)) {
          allKnown(named, object, section);
        }
      } else if (value.valueType() == ConfigValueType.NULL) {
        throw wrong(value, named, "must have a value; leave the line out for the default");
      }
    }
  }

  /** A text; empty for none. */
  String text(String key) {
    return typed(key, "a text", () -> config.getString(key)).strip();
  }

  boolean truth(String key) {
    return typed(key, "true or false", () -> config.getBoolean(key));
  }

  double number(String key, double least, double most) {
    String what = "a number from " + least + " to " + most;
    double number = typed(key, what, () -> config.getDouble(key));
    require(number >= least && number <= most, key, "must be " + what + ", not " + number);
    return number;
  }

  int count(String key, int least, int most) {
    String what = "a whole number from " + least + " to " + most;
    double number = typed(key, what, () -> config.getDouble(key));
    boolean whole = number == Math.rint(number) && number >= least && number <= most;
    require(whole, key, "must be " + what + ", not " + config.getString(key));
    return (int) number;
  }

  /** A time longer than 0. */
  Duration time(String key) {
    Duration time = typed(key, "a time, such as 900 ms or 5 s", () -> config.getDuration(key));
    require(
        time.toMillis() > 0 && time.compareTo(LONGEST) <= 0,
        key,
        "must be from 1 ms to 24 h, not " + config.getString(key));
    return time;
  }

  Map<String, Object> fields(String key) {
    ConfigObject object = config.getObject(key);
    object.forEach((field, value) ->
        require(value.valueType() != ConfigValueType.NULL, key, "the field " + field + " is null"));
    return object.unwrapped();
  }

  /** The members of a section whose names are the user's, by name. */
  Map<String, ConfigValue> members(String key) {
    return new TreeMap<>(config.getObject(key));
  }

  /** What is wrong with a value that has no key of its own. */
  BadConfiguration wrongAt(ConfigValue value, String named, String what) {
    return wrong(value, named, what);
  }

  /** A whole number, of any size. */
  long whole(String key) {
    return typed(key, "a whole number", () -> config.getLong(key));
  }

  /**
   * A file, relative to the one that names it; {@code ~} is the home folder.
   *
   * @return nothing when the text is empty
   */
  Optional<Path> file(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.startsWith("~/")) {
      return Optional.of(home.resolve(text.substring(2)));
    }
    String namedIn = config.getValue(key).origin().filename();
    Path relative = Path.of(text);
    return Optional.of(namedIn == null ? relative : Path.of(namedIn).resolveSibling(relative));
  }

  void require(boolean met, String key, String otherwise) {
    if (!met) {
      throw wrong(key, otherwise);
    }
  }

  /** What is wrong with a value. */
  BadConfiguration wrong(String key, String what) {
    return wrong(config.getValue(key), key, what);
  }

  /** What is wrong with two values together, said of the one that the user wrote. */
  BadConfiguration wrong(String key, String other, String what) {
    boolean written = config.getValue(key).origin().filename() != null;
    return wrong(written ? key : other, what);
  }

  private static BadConfiguration wrong(ConfigValue value, String key, String what) {
    return new BadConfiguration(place(value.origin()) + ": " + key + ": " + what);
  }

  private <T> T typed(String key, String what, Supplier<T> get) {
    try {
      return get.get();
    } catch (ConfigException.WrongType | ConfigException.BadValue notThat) {
      throw wrong(key, "must be " + what);
    }
  }
}
