package dev.creature.deploy.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the scorecard's suites on the command line, and of groups of them. */
final class SuiteNames {
  /** Stands for all suites of the models. */
  static final String MODELS = "models";

  /** Stands for those in which somebody speaks into a reply. */
  static final String INTERRUPTIONS = "interruptions";

  /** Stands for those by the definitions of Full-Duplex-Bench. */
  static final String DUPLEX = "duplex";

  /** Older name of {@link BenchSuite#LATENCY}. */
  private static final String CONVERSE = "converse";

  /** Not among {@link #MODELS}: they take long, or ask no model, or a large one. */
  private static final Set<BenchSuite> ON_THEIR_OWN =
      EnumSet.of(
          BenchSuite.NOISE,
          BenchSuite.OPENER,
          BenchSuite.INTENTS,
          BenchSuite.STOP,
          BenchSuite.MICRO,
          BenchSuite.PERSONS,
          BenchSuite.BACKCHANNELS,
          BenchSuite.ECHO,
          BenchSuite.CONVERSATIONS,
          BenchSuite.DUPLEX_TURNS,
          BenchSuite.DUPLEX_OVERLAPS);

  private SuiteNames() {}

  /**
   * The suites of a name.
   *
   * @throws BadInput when there is none
   */
  static List<BenchSuite> named(String name) {
    return switch (name) {
      case MODELS ->
          Arrays.stream(BenchSuite.values())
              .filter(suite -> !ON_THEIR_OWN.contains(suite))
              .toList();
      case INTERRUPTIONS -> List.of(BenchSuite.PERSONS, BenchSuite.BACKCHANNELS, BenchSuite.ECHO);
      case DUPLEX -> List.of(BenchSuite.DUPLEX_TURNS, BenchSuite.DUPLEX_OVERLAPS);
      case CONVERSE -> List.of(BenchSuite.LATENCY);
      default ->
          Arrays.stream(BenchSuite.values())
              .filter(suite -> suite.label().equals(name))
              .findFirst()
              .map(List::of)
              .orElseThrow(() -> new BadInput("there is no suite " + name + "; choose " + all()));
    };
  }

  private static String all() {
    String single =
        Arrays.stream(BenchSuite.values()).map(BenchSuite::label).collect(Collectors.joining(", "));
    return "%s, %s, %s or %s".formatted(single, INTERRUPTIONS, DUPLEX, MODELS);
  }
}
