package dev.creature.actors.task;

import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a body is asked to do, in the user's words.
 *
 * @param verb what to do: the base form in lower case, with its particle where the state depends on
 *     it, such as {@code bring}, {@code switch on}
 * @param object what with, without article, such as {@code blue cup}
 * @param target where to, or for whom, such as {@code kitchen table}, {@code me}
 * @param source where from, such as {@code fridge}
 * @param arguments all other slots by name in alphabetical order, such as {@code count}, {@code
 *     person}, {@code manner}, {@code direction}, {@code distance}
 */
public record PhysicalTask(
    String verb,
    Optional<String> object,
    Optional<String> target,
    Optional<String> source,
    SequencedMap<String, String> arguments) {
  public PhysicalTask {
    if (verb.isBlank()) {
      throw new IllegalArgumentException("a physical task needs a verb");
    }
    arguments = Collections.unmodifiableSequencedMap(new TreeMap<>(arguments));
  }
}
