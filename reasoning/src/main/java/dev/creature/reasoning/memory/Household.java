package dev.creature.reasoning.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known, by what it is about. Immutable.
 *
 * @param facts of each thing the newest; never more than {@link #MOST}
 */
public record Household(Map<String, Fact> facts) {
  /** So many facts are kept; then the oldest goes. */
  public static final int MOST = 200;

  private static final int TOLD_AT_ONCE = 6;

  public static final Household EMPTY = new Household(Map.of());

  public Household {
    facts = Map.copyOf(facts);
  }

  /** With a fact more, which takes the place of what was known about the same. */
  public Household with(Fact fact) {
    Map<String, Fact> next = new LinkedHashMap<>(facts);
    next.put(fact.about(), fact);
    while (next.size() > MOST) {
      next.values().stream()
          .min(Comparator.comparingLong(Fact::atMillis))
          .ifPresent(oldest -> next.remove(oldest.about()));
    }
    return new Household(next);
  }

  /** Without these. */
  public Household without(List<Fact> gone) {
    Map<String, Fact> next = new LinkedHashMap<>(facts);
    gone.forEach(fact -> next.remove(fact.about()));
    return new Household(next);
  }

  /** All that is known about something, the nearest first: each of its words is among theirs. */
  public List<Fact> about(String subject) {
    Set<String> wanted = words(subject);
    return facts.values().stream()
        .filter(fact ->
            !wanted.isEmpty() && words(fact.about() + " " + fact.words()).containsAll(wanted))
        .sorted(
            Comparator.comparing((Fact fact) -> !words(fact.about()).containsAll(wanted))
                .thenComparing(Fact::atMillis, Comparator.reverseOrder()))
        .toList();
  }

  /** What may matter for a request, the weightiest first, a few at most. */
  public List<Fact> relevant(String request) {
    Set<String> asked = words(request);
    List<Fact> near = new ArrayList<>();
    for (Fact fact : facts.values()) {
      if (shared(fact, asked) > 0) {
        near.add(fact);
      }
    }
    near.sort(
        Comparator.comparingInt((Fact fact) -> -shared(fact, asked))
            .thenComparing(Fact::atMillis, Comparator.reverseOrder()));
    return List.copyOf(near.subList(0, Math.min(TOLD_AT_ONCE, near.size())));
  }

  /** What it is about counts more than where that is. */
  private static int shared(Fact fact, Set<String> asked) {
    Set<String> about = words(fact.about());
    Set<String> rest = words(fact.words());
    rest.removeAll(about);
    about.retainAll(asked);
    rest.retainAll(asked);
    return 3 * about.size() + rest.size();
  }

  private static Set<String> words(String text) {
    return Told.Reader.weighty(text).collect(Collectors.toCollection(HashSet::new));
  }
}
