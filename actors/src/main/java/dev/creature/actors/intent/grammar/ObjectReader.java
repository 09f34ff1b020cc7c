package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads what a clause is about and who gets it: "bring the guest a cup". Pure. */
final class ObjectReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final SideClauses sides;

  ObjectReader(Lexicon lexicon, PhraseReader phrases, SideClauses sides) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.sides = sides;
  }

  int noun(Sentence s, int i, Draft d) {
    Optional<Span<NounPhrase>> read = phrases.noun(s, i);
    if (read.isEmpty()) {
      boolean article = phrases.determines(s.word(i)) || s.word(i).equals("of");
      d.broken |= article && s.isBoundary(i + 1);
      return article ? i + 1 : i;
    }
    NounPhrase phrase = read.get().value();
    int end = read.get().end();
    d.indefinite |=
        lexicon.is("article", s.word(i)) && !s.word(i).equals("the") && !s.word(i).equals("any");
    // "let go of the cup" has its object behind the preposition; "look the table" never has one.
    mention(phrase, d);
    if (d.object.isEmpty()) {
      boolean recipient =
          (isPerson(phrase) || isWatered(s, phrase, d, end) || isNamed(s, phrase, d, end))
              && takesRecipient(d)
              && d.recipient.isEmpty()
              && startsObject(s, end);
      if (recipient) {
        d.recipient = Optional.of(phrase);
        d.last = Draft.Last.RECIPIENT;
      } else {
        d.setObject(phrase);
        d.broken =
            onlyAdjectives(phrase)
                && !lexicon.isNumber(phrase.head())
                && s.isBoundary(end)
                && !s.at(end).endsSentence()
                && !s.at(end).equals(Token.NONE);
      }
      return end;
    }
    if (d.verb.base().equals("show")
        && d.places.isEmpty()
        && isPerson(d.object.get())
        && phrase.definite()
        && lexicon.names("room", phrase.head())) {
      // "show the guest the garden"
      d.add(new Place("to", phrase));
      return end;
    }
    if (d.broken) {
      d.setObject(phrase);
      d.broken = false;
      return end;
    }
    return i;
  }

  /** "give the roses some water": a thing may get something, too. */
  private boolean isWatered(Sentence s, NounPhrase phrase, Draft d, int end) {
    return d.verb.base().equals("give")
        && phrase.definite()
        && !phrase.pronoun()
        && lexicon.isThing(phrase.head())
        && (lexicon.is("article", s.word(end)) || lexicon.is("possessive", s.word(end)));
  }

  /** "give Tomasz the tape": a word alone that no list has, before a thing. */
  private boolean isNamed(Sentence s, NounPhrase phrase, Draft d, int end) {
    boolean own = d.verb.frame() == Frame.TAKE && lexicon.is("possessive", s.word(end));
    return (d.verb.frame() == Frame.TRANSFER || own)
        && !lexicon.isNumber(phrase.head())
        && phrase.words().size() == 1
        && phrase.of().isEmpty()
        && phrase.count().isEmpty()
        && !phrase.definite()
        && !lexicon.isKnownNoun(phrase.head())
        && !lexicon.isThing(phrase.head())
        && !lexicon.isIdea(phrase.head())
        && (lexicon.is("article", s.word(end)) || lexicon.is("possessive", s.word(end)));
  }

  boolean onlyAdjectives(NounPhrase phrase) {
    return !phrase.pronoun()
        && phrase.of().isEmpty()
        && lexicon.names("adjective", phrase.head())
        && !lexicon.isListedPhysical(phrase.head());
  }

  boolean startsObject(Sentence s, int from) {
    int i = s.word(from).equals("please") ? from + 1 : from;
    if (s.at(i).kind() == Token.Kind.PAUSE || !s.at(i).isWord() || sides.isDoing(s, i)) {
      return false;
    }
    String word = s.word(i);
    if (lexicon.is("adverb", word) && s.isBoundary(i + 1)) {
      return false;
    }
    boolean other =
        lexicon.is("pronoun", word)
            && (lexicon.names("person", word) || word.equals("it") || word.equals("them"));
    if ((word.equals("it") || word.equals("them")) && s.isBoundary(i + 1)) {
      return true;
    }
    if (lexicon.is("place-adverb", word) || (other && !phrases.determines(word))) {
      return false;
    }
    return (phrases.noun(s, i).isPresent()
            && (phrases.determines(word) || !phrases.startsClause(s, i)))
        || phrases.determines(word);
  }

  boolean isPerson(NounPhrase phrase) {
    return lexicon.names("person", phrase.head()) || lexicon.is("title", phrase.words().getFirst());
  }

  static boolean takesRecipient(Draft d) {
    return switch (d.verb.frame()) {
      case TRANSFER, TAKE, SEARCH, PLACE, CHORE, ACT, LEAVE -> true;
      case MOTION, MOVE, ENTER, RETURN, TURN, PERSON, SWITCH, LOOK, INSPECT, GESTURE -> false;
    };
  }

  void mention(NounPhrase phrase, Draft d) {
    // "the reception desk" is a desk
    boolean toy = phrase.words().size() > 1 && phrase.words().contains("toy");
    boolean numbered = !phrase.number().isEmpty() && lexicon.is("numbered", phrase.head());
    if ((Touches.isPart(phrase.head()) && phrase.of().isPresent()) || toy || numbered) {
      d.mentioned.add("thing");
    } else if (lexicon.isListedPhysical(phrase.head())) {
      d.mentioned.add(phrase.head());
    } else {
      d.mentioned.addAll(phrase.words());
    }
    phrase.of().ifPresent(part -> mention(part, d));
    phrase.also().ifPresent(part -> mention(part, d));
  }

  void put(Place place, Draft d) {
    NounPhrase landmark = place.landmark();
    // "sort the blocks by size" is about blocks.
    if (!place.begins("by")) {
      mention(landmark, d);
    }
    boolean side =
        (landmark.of().isEmpty() && ClauseReader.isSide(landmark.head()))
            || (landmark.words().size() == 2
                && landmark.head().equals("side")
                && ClauseReader.isSide(landmark.words().getFirst()));
    if (side) {
      String word = landmark.words().getFirst();
      if (isTurning(d)) {
        d.setDirection(word);
      } else {
        d.arguments.put("side", word);
      }
    } else if (!(landmark.pronoun()
        && landmark.head().equals("it")
        && d.places.stream().anyMatch(p -> p.begins("with")))) {
      d.add(place);
    }
  }

  static boolean isTurning(Draft d) {
    return switch (d.verb.frame()) {
      case MOTION, MOVE, TURN, LOOK, GESTURE -> d.direction.isEmpty() && d.places.isEmpty();
      default -> false;
    };
  }
}
