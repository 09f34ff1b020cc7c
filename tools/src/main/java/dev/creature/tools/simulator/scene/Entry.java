package dev.creature.tools.simulator.scene;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One entry of the file, read with messages that say where it stands. */
final class Entry {
  private final Config config;

  Entry(ConfigValue value) {
    if (!(value instanceof ConfigObject object)) {
      throw wrong(value.origin(), "expected { … }");
    }
    this.config = object.toConfig();
  }

  /** Refuses keys that nobody reads: a typing error must not be silent. */
  void allowOnly(String... keys) {
    config
        .root()
        .forEach((key, value) -> {
          if (!Set.of(keys).contains(key)) {
            throw wrong(value.origin(), "unknown key \"" + key + "\"");
          }
        });
  }

  Optional<String> text(String key) {
    return config.hasPath(key) ? Optional.of(read(() -> config.getString(key))) : Optional.empty();
  }

  String needed(String key) {
    return read(() -> config.getString(key));
  }

  List<String> list(String key) {
    return config.hasPath(key) ? read(() -> config.getStringList(key)) : List.of();
  }

  double number(String key, double otherwise) {
    return config.hasPath(key) ? read(() -> config.getDouble(key)) : otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    return config.hasPath(key) ? read(() -> config.getBoolean(key)) : otherwise;
  }

  Area area(String key) {
    List<Double> numbers = numbers(key, 4);
    try {
      return new Area(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    } catch (IllegalArgumentException _) {
      throw wrong(key + " is no area: its width and depth must be above 0");
    }
  }

  Point point(String key) {
    List<Double> numbers = numbers(key, 2);
    return new Point(numbers.get(0), numbers.get(1));
  }

  List<Double> numbers(String key, int count) {
    List<Double> numbers = read(() -> config.getDoubleList(key));
    if (numbers.size() != count) {
      throw wrong(key + " needs " + count + " numbers, not " + numbers.size());
    }
    return numbers;
  }

  BadWorldFile wrong(String what) {
    return wrong(config.origin(), what);
  }

  private static BadWorldFile wrong(ConfigOrigin origin, String what) {
    return new BadWorldFile(origin.description() + ": " + what);
  }

  private <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ConfigException e) {
      throw new BadWorldFile(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
