package dev.creature.actors.intent.grammar;

import java.util.List;
import java.util.Optional;

/** Puts what was said without a verb in the place of what it resembles: a room replaces a room. */
final class Correction {
  private final Lexicon words;
  private final ClauseReader clauses;

  Correction(Lexicon words, ClauseReader clauses) {
    this.words = words;
    this.clauses = clauses;
  }

  /** Words without a verb that replace a slot of the last draft. */
  void apply(Draft last, Draft said) {
    boolean number = said.object.filter(phrase -> isNumber(phrase)).isPresent();
    String distance = last.arguments.getOrDefault("distance", "");
    if (number && last.object.isEmpty() && distance.contains(" ")) {
      // "two steps back, no, three"
      last.arguments.put(
          "distance", said.object.orElseThrow().head() + distance.substring(distance.indexOf(' ')));
    } else if (number && last.object.isPresent()) {
      String count = said.object.orElseThrow().head();
      last.object = last.object.map(phrase -> phrase.withCount(count));
    } else {
      said.object.ifPresent(phrase -> replace(last, phrase));
    }
    if (said.recipient.isPresent()) {
      last.recipient = said.recipient;
    }
    for (Place spoken : said.places) {
      // Behind a new thing, a place says where that is.
      if (said.object.isPresent() && last.last == Draft.Last.PLACE && spoken.isLocation()) {
        last.places.add(spoken);
      } else {
        replace(last, spoken);
      }
    }
    said.direction.ifPresent(last::setDirection);
    last.arguments.putAll(said.arguments);
    last.mentioned.addAll(said.mentioned);
    last.broken = false;
    last.repaired = true;
  }

  /** "make that two". */
  private boolean isNumber(NounPhrase phrase) {
    return phrase.words().size() == 1
        && phrase.of().isEmpty()
        && !phrase.head().equals("one")
        && words.isNumber(phrase.head());
  }

  private void replace(Draft last, NounPhrase phrase) {
    boolean one = phrase.head().equals("one") || phrase.head().equals("ones");
    Optional<NounPhrase> landmark =
        last.places.isEmpty() ? Optional.empty() : Optional.of(last.places.getLast().landmark());
    boolean toPlace =
        landmark.isPresent()
            && !last.broken
            && (last.object.isEmpty()
                || (last.last == Draft.Last.PLACE
                    && words.names("person", landmark.get().head())
                    && isName(phrase))
                || (alike(phrase, landmark.get()) && !alike(phrase, last.object.get()))
                || (last.last == Draft.Last.PLACE
                    && isWhere(phrase)
                    && isWhere(landmark.get())
                    && !isWhere(last.object.get()))
                || (last.last == Draft.Last.PLACE
                    && alike(phrase, landmark.get())
                    && !one
                    && !isSaidAs(phrase, last.object.get(), landmark.get())));
    boolean again = last.object.filter(object -> isOfTheSame(object, phrase)).isPresent() && !one;
    if (again) {
      NounPhrase old = last.object.orElseThrow();
      last.setObject(
          phrase.of().isEmpty() && phrase.also().isEmpty()
              ? new NounPhrase(
                  phrase.determiner(),
                  phrase.count(),
                  phrase.words(),
                  old.of(),
                  phrase.also(),
                  false,
                  phrase.definite())
              : phrase);
    } else if (one && last.object.isPresent()) {
      last.object = Optional.of(phrase.withHead(last.object.get()));
    } else if (toPlace) {
      Place old = last.places.removeLast();
      last.add(new Place(old.preposition(), phrase));
    } else if (last.recipient.isPresent()
        && (clauses.isPerson(phrase) || (isName(phrase) && last.last != Draft.Last.OBJECT))) {
      last.recipient = Optional.of(phrase);
    } else {
      last.setObject(phrase);
    }
  }

  /** "a spoon next to each plate, a fork": with the article of the thing, not of the place. */
  private boolean isSaidAs(NounPhrase phrase, NounPhrase object, NounPhrase landmark) {
    return alike(phrase, object)
        && phrase.determiner().equals("a")
        && object.determiner().equals("a")
        && !landmark.determiner().equals("a");
  }

  /** "one cup of milk" and "two cups". */
  private static boolean isOfTheSame(NounPhrase old, NounPhrase said) {
    String a = old.head();
    String b = said.head();
    return a.equals(b) || (a + "s").equals(b) || a.equals(b + "s");
  }

  /** "Beth": a word alone that the grammar does not know. */
  private boolean isName(NounPhrase phrase) {
    return !phrase.definite()
        && !phrase.pronoun()
        && phrase.determiner().isEmpty()
        && phrase.words().size() == 1
        && !words.isKnownNoun(phrase.head())
        && !words.isThing(phrase.head());
  }

  private boolean isWhere(NounPhrase phrase) {
    return words.names("room", phrase.head()) || words.names("place", phrase.head());
  }

  private boolean alike(NounPhrase a, NounPhrase b) {
    for (String kind : List.of("room", "place", "person", "device", "food", "item")) {
      if (words.names(kind, a.head()) && words.names(kind, b.head())) {
        return true;
      }
    }
    return !words.isKnownNoun(a.head()) && !words.isListedPhysical(b.head());
  }

  private static void replace(Draft last, Place spoken) {
    for (int i = 0; i < last.places.size(); i++) {
      Place old = last.places.get(i);
      boolean same =
          old.isSource() == spoken.isSource()
              && old.begins("with") == spoken.begins("with")
              && !old.begins("for");
      if (same) {
        last.places.set(i, spoken);
        last.last = Draft.Last.PLACE;
        return;
      }
    }
    last.recipient = spoken.isGoal() ? Optional.empty() : last.recipient;
    last.add(spoken);
  }
}
