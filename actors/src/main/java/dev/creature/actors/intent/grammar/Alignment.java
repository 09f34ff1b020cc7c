package dev.creature.actors.intent.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the slot of a deed that a correction without a verb resembles: a room stands for a room, a
 * name for a person, "the red one" for what has a colour, and what resembles nothing for what was
 * said last. Pure.
 */
final class Alignment {
  private static final List<String> KINDS =
      List.of("room", "place", "person", "device", "food", "item");

  private static final double SAME_NOUN = 4;
  private static final double SAME_KIND = 2;
  private static final double BOTH_PEOPLE = 3;
  private static final double UNFINISHED = 3;
  private static final double SAID_LAST = 0.6;
  private static final double SAME_ARTICLE = 0.7;

  private final Lexicon lexicon;

  Alignment(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What a correction may take the place of. */
  enum Slot {
    OBJECT,
    RECIPIENT,
    LANDMARK
  }

  /** "no, the pink": a thing of which only a property is said. */
  boolean isElliptic(NounPhrase phrase) {
    return phrase.definite()
        && !phrase.pronoun()
        && phrase.of().isEmpty()
        && isAdjective(phrase.head())
        && !lexicon.is("relation", phrase.head());
  }

  /** Whether a noun without an article names the same kind of thing as one that had one. */
  boolean echoes(NounPhrase said, NounPhrase old) {
    boolean bare = !said.definite() && said.determiner().isEmpty() && said.count().isEmpty();
    boolean determined = old.definite() || !old.determiner().isEmpty();
    return bare
        && determined
        && !old.pronoun()
        && !said.head().equals(old.head())
        && lexicon.isKnownNoun(said.head())
        && shared(said, old) > 0.4;
  }

  /** Whether the phrase can stand for a thing: no idea can. */
  boolean accepts(Draft deed, NounPhrase said) {
    boolean thing = deed.object.filter(old -> lexicon.isThing(old.head())).isPresent();
    boolean replaces = said.definite() && !lexicon.isAbstract(said.head());
    return !thing
        || replaces
        || said.pronoun()
        || said.words().size() > 1
        || lexicon.isNumber(said.head())
        || isRecoloured(deed, said)
        || !lexicon.isIdea(said.head());
  }

  /** "the red cup, no, green": another property of what had one. */
  boolean isRecoloured(Draft deed, NounPhrase said) {
    return said.words().size() == 1
        && said.determiner().isEmpty()
        && !said.definite()
        && isAdjective(said.head())
        && !lexicon.is("relation", said.head())
        && deed.object.filter(old -> isAdjective(old.words().getFirst())).isPresent();
  }

  /** Whether it names one more thing of the kind of what was said last, with the same article. */
  boolean isAnother(Draft deed, NounPhrase said) {
    Optional<NounPhrase> old =
        switch (deed.last) {
          case OBJECT -> deed.object;
          case PLACE -> Optional.of(deed.places.getLast().landmark());
          case RECIPIENT, NOTHING, DIRECTION -> Optional.empty();
        };
    boolean determined = said.definite() || !said.determiner().isEmpty();
    return determined
        && !said.pronoun()
        && said.also().isEmpty()
        && lexicon.isThing(said.head())
        && old.filter(phrase -> !phrase.pronoun() && phrase.also().isEmpty())
            .filter(phrase -> phrase.definite() == said.definite())
            .filter(phrase -> shared(said, phrase) > 0)
            .isPresent();
  }

  /** Whether a deed of which only was said for whom still lacks just such a thing. */
  boolean completes(Draft deed, NounPhrase said) {
    boolean gives = deed.verb.frame() == Frame.TRANSFER || deed.verb.frame() == Frame.TAKE;
    boolean thing = lexicon.isThing(said.head()) && !isSomebody(said) && !said.pronoun();
    return gives
        && thing
        && deed.repaired
        && deed.recipient.isEmpty()
        && deed.places.isEmpty()
        && deed.object.filter(who -> !who.pronoun() && isSomebody(who)).isPresent();
  }

  /** The slot that the phrase resembles most; the object where the deed has none yet. */
  Slot slot(Draft deed, NounPhrase said) {
    if (deed.ruledOut.isPresent()) {
      return deed.ruledOut.get();
    }
    if (deed.broken && deed.object.isEmpty() && !isSomebody(said)) {
      return Slot.OBJECT;
    }
    double object =
        deed.object
            .map(old -> likeness(said, old, deed.last == Draft.Last.OBJECT))
            .orElse(Double.NEGATIVE_INFINITY);
    double recipient =
        deed.recipient
            .map(old -> likeness(said, old, deed.last == Draft.Last.RECIPIENT))
            .orElse(Double.NEGATIVE_INFINITY);
    double landmark =
        deed.places.isEmpty() || deed.broken
            ? Double.NEGATIVE_INFINITY
            : landmark(deed.places.getLast(), deed, said);
    if (landmark > object && landmark > recipient) {
      return Slot.LANDMARK;
    }
    return recipient > object ? Slot.RECIPIENT : Slot.OBJECT;
  }

  private double landmark(Place place, Draft deed, NounPhrase said) {
    double where = isOne(said) && isPosition(said) ? SAME_KIND : 0;
    return where + likeness(said, place.landmark(), deed.last == Draft.Last.PLACE);
  }

  private double likeness(NounPhrase said, NounPhrase old, boolean last) {
    double score = last ? SAID_LAST : 0;
    if (isOne(said) || isElliptic(said)) {
      if (isSomebody(old) || old.pronoun()) {
        return score - BOTH_PEOPLE;
      }
      boolean described = old.words().size() > 1;
      return score + (described ? SAME_KIND : 0) + (isWhere(old) ? 0 : 1);
    }
    if (singular(said.head()).equals(singular(old.head()))) {
      return score + SAME_NOUN;
    }
    boolean somebody = isSomebody(said);
    boolean person = isSomebody(old);
    if (somebody || person) {
      return somebody && person ? score + BOTH_PEOPLE : score - BOTH_PEOPLE;
    }
    if (old.words().size() == 1 && isAdjective(old.head())) {
      // "with hot, no, cold water"
      return score + UNFINISHED;
    }
    boolean article =
        said.determiner().equals(old.determiner()) && said.definite() == old.definite();
    return score + (article ? SAME_ARTICLE : 0) + SAME_KIND * shared(said, old);
  }

  /** How much of their kinds two things share, 0 to 1. */
  private double shared(NounPhrase a, NounPhrase b) {
    Set<String> one = kinds(a.head());
    Set<String> other = kinds(b.head());
    if (one.isEmpty() && other.isEmpty()) {
      return 0.5;
    }
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return (double) both.size() / all.size();
  }

  private Set<String> kinds(String head) {
    Set<String> kinds = new HashSet<>();
    for (String kind : KINDS) {
      if (lexicon.names(kind, head) || lexicon.names(kind, singular(head))) {
        kinds.add(kind);
      }
    }
    if (lexicon.is("vehicle", head)) {
      kinds.add("where");
      return kinds;
    }
    if (kinds.isEmpty() && lexicon.isThing(head)) {
      kinds.add("item");
    }
    if (!kinds.isEmpty() && !kinds.contains("person")) {
      // A drink is more like a toy than like a room.
      kinds.add(kinds.contains("room") || kinds.contains("place") ? "where" : "portable");
    }
    return kinds;
  }

  private boolean isWhere(NounPhrase phrase) {
    return lexicon.names("room", phrase.head()) || lexicon.names("place", phrase.head());
  }

  boolean isSomebody(NounPhrase phrase) {
    boolean some = !phrase.definite() && !phrase.determiner().isEmpty();
    return (lexicon.names("person", phrase.head()) && !some)
        || lexicon.is("title", phrase.words().getFirst())
        || isName(phrase);
  }

  /** "Beth": a word alone that the grammar does not know. */
  boolean isName(NounPhrase phrase) {
    return !phrase.definite()
        && !phrase.pronoun()
        && phrase.determiner().isEmpty()
        && phrase.words().size() == 1
        && !lexicon.isKnownNoun(phrase.head())
        && !isAdjective(phrase.head())
        && !lexicon.isNumber(phrase.head())
        && !lexicon.isThing(phrase.head());
  }

  private boolean isAdjective(String word) {
    return lexicon.names("adjective", word) && !lexicon.isListedPhysical(word);
  }

  /** "the upper one". */
  private boolean isPosition(NounPhrase phrase) {
    return phrase.words().stream()
        .anyMatch(
            word -> lexicon.is("relation", word) || word.equals("upper") || word.equals("lower"));
  }

  static boolean isOne(NounPhrase phrase) {
    return phrase.head().equals("one") || phrase.head().equals("ones");
  }

  static String singular(String noun) {
    return noun.length() > 3 && noun.endsWith("s") && !noun.endsWith("ss")
        ? noun.substring(0, noun.length() - 1)
        : noun;
  }
}
