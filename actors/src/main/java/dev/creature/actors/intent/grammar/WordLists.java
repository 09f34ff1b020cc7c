package dev.creature.actors.intent.grammar;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Named lists of words: a line {@code name: word word …} and indented lines that go on. */
final class WordLists {
  private final Map<String, Set<String>> lists;

  private WordLists(Map<String, Set<String>> lists) {
    this.lists = lists;
  }

  static WordLists read(String file) {
    Map<String, Set<String>> lists = new HashMap<>();
    Set<String> current = new LinkedHashSet<>();
    for (String line : GrammarFile.lines(file)) {
      String words = line;
      int colon = line.indexOf(':');
      if (colon >= 0) {
        current = lists.computeIfAbsent(line.substring(0, colon), _ -> new LinkedHashSet<>());
        words = line.substring(colon + 1);
      }
      for (String word : words.strip().split("\\s+")) {
        if (!word.isEmpty()) {
          current.add(word);
        }
      }
    }
    return new WordLists(lists);
  }

  /**
   * Whether the list holds the word.
   *
   * @throws IllegalArgumentException when there is no such list
   */
  boolean has(String list, String word) {
    return words(list).contains(word);
  }

  /** All words of a list. */
  Set<String> words(String list) {
    Set<String> words = lists.get(list);
    if (words == null) {
      throw new IllegalArgumentException("there is no list of words " + list);
    }
    return words;
  }
}
