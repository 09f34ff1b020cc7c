package dev.creature.actors.affect;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How the creature feels about what happens, as {@code affect.conf} describes it.
 *
 * @param margin how much nearer another label must be, 0 to 1
 * @param stimuli by name
 * @param labels by name
 * @param userWords phrases of the user, by the stimulus that they are
 * @param ownWords phrases of the creature, by the stimulus that they are
 */
public record AffectTable(
    Feeling baseline,
    long halfLifeMillis,
    long shortestLabelMillis,
    double margin,
    long silenceAfterMillis,
    long waitingAfterMillis,
    SortedMap<String, Stimulus> stimuli,
    SortedMap<String, Feeling> labels,
    SortedMap<String, List<String>> userWords,
    SortedMap<String, List<String>> ownWords) {
  private static final String DEFAULTS = "affect.conf";

  public AffectTable {
    if (halfLifeMillis <= 0 || shortestLabelMillis <= 0 || margin < 0 || labels.isEmpty()) {
      throw new IllegalArgumentException(
          "affect needs times above 0, a margin of 0 or more, and at least one label");
    }
    stimuli = Collections.unmodifiableSortedMap(stimuli);
    labels = Collections.unmodifiableSortedMap(labels);
    userWords = Collections.unmodifiableSortedMap(userWords);
    ownWords = Collections.unmodifiableSortedMap(ownWords);
  }

  /**
   * What a happening does.
   *
   * @param push how far it moves a feeling at rest
   * @param refractoryMillis how long the same one does nothing again
   */
  public record Stimulus(Feeling push, long refractoryMillis) {}

  /** The table that comes with the creature. */
  public static AffectTable usual() {
    return of(defaults());
  }

  /**
   * The usual table, with what a user's file says instead.
   *
   * @throws IllegalArgumentException when it cannot be used; the message says where and why
   */
  public static AffectTable read(Path file) {
    try {
      Config own =
          ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      return of(own.withFallback(defaults()).resolve());
    } catch (ConfigException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(file + ": " + unusable.getMessage(), unusable);
    }
  }

  private static AffectTable of(Config whole) {
    Config affect = whole.getConfig("affect");
    return new AffectTable(
        feeling(affect.getConfig("baseline")),
        millis(affect, "half-life"),
        millis(affect, "shortest-label"),
        affect.getDouble("margin"),
        millis(affect, "silence-after"),
        millis(affect, "waiting-after"),
        each(
            affect.getConfig("stimuli"),
            entry -> new Stimulus(feeling(entry), millis(entry, "refractory"))),
        each(affect.getConfig("labels"), AffectTable::feeling),
        words(affect.getConfig("user-words")),
        words(affect.getConfig("own-words")));
  }

  private static Feeling feeling(Config place) {
    return new Feeling(place.getDouble("valence"), place.getDouble("arousal"));
  }

  private static long millis(Config config, String key) {
    return config.getDuration(key, TimeUnit.MILLISECONDS);
  }

  private static <T> SortedMap<String, T> each(Config section, Function<Config, T> read) {
    SortedMap<String, T> all = new TreeMap<>();
    for (String name : section.root().keySet()) {
      all.put(name, read.apply(section.getConfig(ConfigUtil.quoteString(name))));
    }
    return all;
  }

  private static SortedMap<String, List<String>> words(Config section) {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (String name : section.root().keySet()) {
      all.put(name, List.copyOf(section.getStringList(ConfigUtil.quoteString(name))));
    }
    return all;
  }

  private static Config defaults() {
    InputStream found = AffectTable.class.getResourceAsStream(DEFAULTS);
    try (InputStream in =
        Optional.ofNullable(found)
            .orElseThrow(() -> new IllegalStateException(DEFAULTS + " is missing here"))) {
      return ConfigFactory.parseReader(
          new InputStreamReader(in, StandardCharsets.UTF_8),
          ConfigParseOptions.defaults().setOriginDescription(DEFAULTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What words are, by one of the two lists. */
  List<String> stimuliIn(String text, Map<String, List<String>> phrases) {
    String padded = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z']+", " ") + " ";
    return phrases.entrySet().stream()
        .filter(entry ->
            entry.getValue().stream().anyMatch(phrase -> padded.contains(" " + phrase + " ")))
        .map(Map.Entry::getKey)
        .toList();
  }
}
