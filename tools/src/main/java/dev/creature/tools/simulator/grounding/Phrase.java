package dev.creature.tools.simulator.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A noun phrase, taken apart: {@code the blue cup on the table in the kitchen}.
 *
 * @param text as it was said
 * @param words of the noun and what stands before it, without articles
 * @param relations where it is, outermost last
 */
record Phrase(String text, List<String> words, List<Relation> relations) {
  /** How a place relates to the thing. */
  enum How {
    AT,
    NEAR
  }

  /**
   * Where the thing is said to be.
   *
   * @param how {@code AT} for on, in, of; {@code NEAR} for beside, behind, under
   */
  record Relation(How how, List<String> place) {}

  private static final Map<String, How> PREPOSITIONS =
      Map.ofEntries(
          Map.entry("in", How.AT),
          Map.entry("inside", How.AT),
          Map.entry("into", How.AT),
          Map.entry("on", How.AT),
          Map.entry("onto", How.AT),
          Map.entry("at", How.AT),
          Map.entry("from", How.AT),
          Map.entry("of", How.AT),
          Map.entry("with", How.AT),
          Map.entry("near", How.NEAR),
          Map.entry("by", How.NEAR),
          Map.entry("beside", How.NEAR),
          Map.entry("behind", How.NEAR),
          Map.entry("under", How.NEAR),
          Map.entry("around", How.NEAR));

  /** Words that stand before a place without being part of it. */
  private static final Set<String> LEADING =
      Set.of(
          "to", "towards", "toward", "in", "into", "inside", "on", "onto", "at", "from", "near",
          "by", "beside", "behind", "under", "next", "close", "front", "of", "for", "out", "off",
          "top", "the", "over", "up", "down", "with", "around", "along", "through", "left", "right",
          "side", "middle", "center", "centre", "end", "far", "both", "until");

  /**
   * Takes a phrase apart.
   *
   * @param isName whether these words, together, name something, such as {@code box of tissues}
   */
  static Phrase read(String text, Predicate<List<String>> isName) {
    List<String> all = Words.split(text.replaceAll("(?i)\\b(next|close) to\\b", "near"));
    int start = 0;
    while (start < all.size() - 1
        && LEADING.contains(all.get(start))
        && !isName.test(Words.telling(all.subList(start, all.size())))) {
      start++;
    }
    List<String> words = all.subList(start, all.size());
    List<Integer> cuts = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      boolean named = words.get(i).equals("of") && namesAround(words, i, isName).isPresent();
      if (PREPOSITIONS.containsKey(words.get(i)) && !named) {
        cuts.add(i);
      }
    }
    List<Relation> relations = new ArrayList<>();
    for (int c = 0; c < cuts.size(); c++) {
      int from = cuts.get(c);
      int to = c + 1 < cuts.size() ? cuts.get(c + 1) : words.size();
      List<String> place = Words.telling(words.subList(from + 1, to));
      How how = PREPOSITIONS.get(words.get(from));
      if (!place.isEmpty() && how != null) {
        relations.add(new Relation(how, place));
      }
    }
    List<String> noun = words.subList(0, cuts.isEmpty() ? words.size() : cuts.getFirst());
    return new Phrase(text, Words.telling(noun), List.copyOf(relations));
  }

  private static Optional<List<String>> namesAround(
      List<String> words, int of, Predicate<List<String>> isName) {
    for (int from = of - 1; from >= Math.max(0, of - 3); from--) {
      List<String> span = words.subList(from, Math.min(words.size(), of + 2));
      if (isName.test(span)) {
        return Optional.of(span);
      }
    }
    return Optional.empty();
  }
}
