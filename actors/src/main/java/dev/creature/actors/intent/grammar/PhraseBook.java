package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns of phrase of several words, in named lists, found at a place of a sentence. */
final class PhraseBook {
  private final Map<String, Map<String, List<List<String>>>> lists = new HashMap<>();

  private PhraseBook() {}

  static PhraseBook read(String file) {
    PhraseBook book = new PhraseBook();
    Map<String, List<List<String>>> current = new HashMap<>();
    for (String line : GrammarFile.lines(file)) {
      if (line.startsWith("[")) {
        current =
            book.lists.computeIfAbsent(line.substring(1, line.indexOf(']')), _ -> new HashMap<>());
      } else {
        for (String said : expanded(line.strip())) {
          List<String> phrase = List.of(said.strip().split(" +"));
          current.computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>()).add(phrase);
        }
      }
    }
    for (Map<String, List<List<String>>> list : book.lists.values()) {
      for (List<List<String>> phrases : list.values()) {
        phrases.sort(Comparator.comparingInt((List<String> phrase) -> phrase.size()).reversed());
      }
    }
    return book;
  }

  /** "(could|would) you (please|)" is four phrases. */
  private static List<String> expanded(String line) {
    int open = line.indexOf('(');
    if (open < 0) {
      return List.of(line);
    }
    int close = line.indexOf(')', open);
    List<String> all = new ArrayList<>();
    for (String choice : line.substring(open + 1, close).split("\\|", -1)) {
      all.addAll(expanded(line.substring(0, open) + choice + line.substring(close + 1)));
    }
    return all;
  }

  /** The number of tokens of the longest phrase of the list that begins here, or 0. */
  int at(String list, Sentence sentence, int position) {
    List<List<String>> phrases = phrases(list).get(sentence.at(position).word());
    if (phrases == null) {
      return 0;
    }
    for (List<String> phrase : phrases) {
      if (matches(phrase, sentence, position)) {
        return phrase.size();
      }
    }
    return 0;
  }

  /** Whether a phrase of the list begins anywhere from one place up to, not including, another. */
  boolean within(String list, Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      int length = at(list, sentence, i);
      if (length > 0 && i + length <= to) {
        return true;
      }
    }
    return false;
  }

  private Map<String, List<List<String>>> phrases(String list) {
    Map<String, List<List<String>>> phrases = lists.get(list);
    if (phrases == null) {
      throw new IllegalArgumentException("there is no list of phrases " + list);
    }
    return phrases;
  }

  private static boolean matches(List<String> phrase, Sentence sentence, int position) {
    for (int i = 0; i < phrase.size(); i++) {
      Token token = sentence.at(position + i);
      if (!token.isWord() || !token.is(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
