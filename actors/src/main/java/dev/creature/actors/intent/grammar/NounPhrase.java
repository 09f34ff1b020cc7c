package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A thing, a place or a person as it was named.
 *
 * @param determiner "my", "that", or empty; articles are left out
 * @param count as said, such as {@code two}; empty for one
 * @param words adjectives and nouns; the head stands last
 * @param of what follows "of", as in "bottle of water"
 * @param also what is named with it, as in "the cup and the plate"
 * @param pronoun whether it only points to something named before
 * @param definite whether it is one that both know: "the", "my", "that"
 * @param number which of several it is, as in "room nine"; empty for none
 */
record NounPhrase(
    String determiner,
    String count,
    List<String> words,
    Optional<NounPhrase> of,
    Optional<NounPhrase> also,
    boolean pronoun,
    boolean definite,
    String number) {
  NounPhrase {
    words = List.copyOf(words);
  }

  static NounPhrase pronoun(String word) {
    return new NounPhrase(
        "", "", List.of(word), Optional.empty(), Optional.empty(), true, true, "");
  }

  static NounPhrase noun(String word) {
    return new NounPhrase(
        "", "", List.of(word), Optional.empty(), Optional.empty(), false, false, "");
  }

  /** The noun that says what it is. */
  String head() {
    return words.getLast();
  }

  /** Without article. */
  String text() {
    String text = String.join(" ", words) + (number.isEmpty() ? "" : " " + number);
    if (of.isPresent()) {
      text += " of " + of.get().text();
    }
    return also.isPresent() ? text + " and " + also.get().text() : text;
  }

  NounPhrase with(NounPhrase other) {
    NounPhrase more = also.map(first -> first.with(other)).orElse(other);
    return new NounPhrase(
        determiner, count, words, of, Optional.of(more), pronoun, definite, number);
  }

  /** Each of what is named together, alone. */
  List<NounPhrase> each() {
    List<NounPhrase> all = new ArrayList<>();
    all.add(
        new NounPhrase(determiner, count, words, of, Optional.empty(), pronoun, definite, number));
    also.ifPresent(rest -> all.addAll(rest.each()));
    return all;
  }

  /** Things that are named together; there is one at least. */
  static NounPhrase together(List<NounPhrase> all) {
    NounPhrase first = all.getFirst();
    return all.size() == 1 ? first : first.with(together(all.subList(1, all.size())));
  }

  NounPhrase withCount(String many) {
    return new NounPhrase(determiner, many, words, of, also, pronoun, definite, number);
  }

  /** "Emma's coat" behind "Lucy's coat". */
  NounPhrase withDeterminer(String whose) {
    return new NounPhrase(whose, count, words, of, also, pronoun, definite, number);
  }

  /** "room nine" behind "room eight". */
  NounPhrase withNumber(String which) {
    return new NounPhrase(determiner, count, words, of, also, pronoun, definite, which);
  }

  /** "the big one" behind "the small cup" is "the big cup". */
  NounPhrase withHead(NounPhrase named) {
    List<String> full = new ArrayList<>(words.subList(0, words.size() - 1));
    full.add(named.head());
    return new NounPhrase(determiner, count, full, named.of, Optional.empty(), false, definite, "");
  }

  /** "the pink" behind "that highlighter" is "the pink highlighter". */
  NounPhrase withNoun(NounPhrase named) {
    List<String> full = new ArrayList<>(words);
    full.add(named.head());
    return new NounPhrase(determiner, count, full, named.of, Optional.empty(), false, definite, "");
  }

  NounPhrase withoutLastWord() {
    return new NounPhrase(
        determiner, count, words.subList(0, words.size() - 1), of, also, pronoun, definite, number);
  }

  NounPhrase withLastWord(String word) {
    List<String> full = new ArrayList<>(words.subList(0, words.size() - 1));
    full.add(word);
    return new NounPhrase(determiner, count, full, of, also, pronoun, definite, number);
  }
}
