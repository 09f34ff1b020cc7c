package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Tells that a phrase alone names anew what was said: "the bird" behind "the fish", "Hannah" behind
 * "Anna". Pure.
 */
final class Renaming {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Alignment alignment;

  Renaming(Lexicon lexicon, PhraseReader phrases, Alignment alignment) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.alignment = alignment;
  }

  /** "feed the fish, the bird": one thing more of the kind, with the same article, and no "and". */
  boolean isAnother(Sentence s, int end, Draft said, Draft last) {
    boolean more =
        s.at(end).kind() == Token.Kind.PAUSE
            && phrases.determines(s.word(end + 1))
            && phrases
                .single(s, end + 1)
                .filter(next -> s.isBoundary(next.end()))
                .filter(next ->
                    said.object.filter(it -> it.head().equals(next.value().head())).isEmpty())
                .isPresent();
    return s.isBoundary(end)
        && !more
        && said.places.isEmpty()
        && said.object.filter(phrase -> alignment.isAnother(last, phrase)).isPresent();
  }

  /** "onto the patio, hmm, onto the grass": the same slot, by somebody who looks for the word. */
  static boolean isPlacedAnew(Sentence s, int i, Draft said, Draft last) {
    return (s.at(i - 1).equals(Token.HESITATION) || s.at(i - 1).endsSentence())
        && said.places.size() == 1
        && said.object.isEmpty()
        && last.places.stream()
            .anyMatch(place -> place.preposition().equals(said.places.getFirst().preposition()));
  }

  /** "Take this to Anna. Hannah.": another name alone behind a name. */
  boolean isNamedAnew(Sentence s, int i, Draft last) {
    Optional<NounPhrase> receiver =
        switch (last.last) {
          case RECIPIENT -> last.recipient;
          case PLACE -> Optional.of(last.places.getLast().landmark());
          case OBJECT -> last.object;
          case NOTHING, DIRECTION -> Optional.empty();
        };
    int name = lexicon.is("title", s.word(i)) ? i + 1 : i;
    return (lexicon.names("person", s.word(name)) || isUnknown(s, name))
        && !lexicon.is("pronoun", s.word(name))
        && s.isBoundary(i - 1)
        && s.isBoundary(name + 1)
        && receiver
            .filter(who -> !who.pronoun() && !who.head().equals(s.word(i)))
            .filter(who -> lexicon.names("person", who.head()))
            .isPresent();
  }

  /** "Put it in the freezer. Fridge.": a noun alone, of the kind of one that had an article. */
  boolean isEchoed(Sentence s, int i, Draft last) {
    Optional<Span<NounPhrase>> said = phrases.single(s, i);
    boolean alone =
        s.at(i - 1).endsSentence()
            && said.filter(read -> s.isBoundary(read.end())).isPresent()
            && !phrases.startsClause(s, i);
    if (!alone) {
      return false;
    }
    NounPhrase noun = said.orElseThrow().value();
    return last.object.filter(old -> alignment.echoes(noun, old)).isPresent()
        || last.places.stream().anyMatch(place -> alignment.echoes(noun, place.landmark()));
  }

  private boolean isUnknown(Sentence s, int i) {
    String word = s.word(i);
    return !word.isEmpty()
        && lexicon.phrases().at("opening", s, i) == 0
        && !phrases.isFunctionWord(word)
        && !lexicon.isKnownNoun(word)
        && !lexicon.isThing(word)
        && !lexicon.isIdea(word)
        && !lexicon.names("adjective", word)
        && !lexicon.startsVerb(word);
  }

  /** "the table, the kitchen table", "the cup, the blue one": the same kind of thing again. */
  static boolean isOfTheSame(NounPhrase said, Draft last) {
    String head = said.head();
    return head.equals("one")
        || head.equals("ones")
        || last.object.filter(object -> isSameNoun(object.head(), head)).isPresent()
        || last.places.stream().anyMatch(place -> place.landmark().head().equals(head));
  }

  /** "a towel, two towels" */
  private static boolean isSameNoun(String a, String b) {
    return Alignment.singular(a).equals(Alignment.singular(b));
  }

  /** "Bring five eggs. Six." */
  boolean isRecounted(Draft said, Draft last) {
    boolean counted =
        last.object.filter(old -> lexicon.isNumber(old.count())).isPresent()
            || last.arguments.getOrDefault("distance", "").contains(" ");
    return counted
        && said.places.isEmpty()
        && said.object
            .filter(phrase -> phrase.words().size() == 1 && lexicon.isNumber(phrase.head()))
            .isPresent();
  }

  /** "The other way." */
  boolean isOtherWay(NounPhrase phrase) {
    return phrase.words().size() == 2
        && phrase.words().getFirst().equals("other")
        && lexicon.is("way", phrase.head());
  }

  /** "… the screwdriver. The long one." */
  static boolean isTheOne(NounPhrase phrase) {
    return phrase.definite()
        && !phrase.pronoun()
        && phrase.words().size() > 1
        && (phrase.head().equals("one") || phrase.head().equals("ones"));
  }
}
