package dev.creature.actors.intent.grammar;

import java.util.Optional;
import java.util.Set;

/** Tells a deed that a body could do from a turn of phrase with the same verb. Pure. */
final class Plausibility {

  /** What is put on these is software. */
  private static final Set<String> SCREENS =
      Set.of("phone", "smartphone", "computer", "laptop", "tablet", "tv", "pc", "web", "calendar");

  private final Lexicon lexicon;
  private final Touches touches;
  private final TurnsOfPhrase turns;
  private final Completeness complete;

  Plausibility(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.touches = new Touches(lexicon);
    this.complete = new Completeness(lexicon);
    this.turns = new TurnsOfPhrase(lexicon, touches);
  }

  /** How sure it is that a deed is asked for, 0 to 1; 0 when it is not. */
  double confidence(Draft d, Slots slots) {
    Verb.Evidence evidence = d.verb.evidence();
    if (evidence == Verb.Evidence.NONE
        || evidence == Verb.Evidence.DOUBTED
        || d.asItIs
        || d.aside
        || isVolume(d, slots)
        || !complete.isComplete(d, slots)) {
      return 0;
    }
    boolean paper = isPaper(d, slots);
    Touches.Touch object = paper ? Touches.Touch.THING : touches.of(slots.object);
    Touches.Touch target = touches.of(slots.target);
    if (target == Touches.Touch.ABSTRACT
        && isFirm(evidence)
        && object == Touches.Touch.THING
        && isListed(slots)) {
      target = Touches.Touch.UNKNOWN;
    }
    if (object == Touches.Touch.ABSTRACT
        || (target == Touches.Touch.ABSTRACT && d.verb.frame() != Frame.PERSON)
        || touches.of(slots.source) == Touches.Touch.ABSTRACT) {
      return 0;
    }
    boolean about = !paper && d.mentioned.stream().anyMatch(lexicon::isAbstract);
    boolean firm = isFirm(evidence);
    boolean listed = isListed(slots);
    boolean at = d.places.stream().anyMatch(place -> lexicon.isPhysical(place.landmark().head()));
    if ((about
            && !((firm || (at && isDefinite(slots.object)))
                && (object == Touches.Touch.THING || listed)))
        || turns.means(d, slots)) {
      return 0;
    }
    if (d.ability && !d.polite && !isSpecific(d, slots)) {
      return 0;
    }
    boolean anchored =
        target == Touches.Touch.THING
            || touches.of(slots.source) == Touches.Touch.THING
            || d.places.stream().anyMatch(place -> lexicon.isPhysical(place.landmark().head()));
    boolean believed =
        switch (evidence) {
          case STRONG, MEDIUM ->
              object != Touches.Touch.UNKNOWN || !d.ability || isDefinite(slots.object) || anchored;
          case WEAK ->
              switch (object) {
                case THING -> true;
                case POINTED ->
                    d.polite
                        || anchored
                        || slots.target.isPresent()
                        || d.verb.frame() == Frame.TAKE
                        || d.verb.frame() == Frame.ACT;
                case UNKNOWN -> isDefinite(slots.object) || placed(d);
                case NOTHING -> anchored || d.direction.isPresent();
                case ABSTRACT -> false;
              };
          case SLIGHT -> slight(d, slots, object, target);
          case DOUBTED, NONE -> false;
        };
    if (!believed) {
      return 0;
    }
    double confidence =
        switch (evidence) {
          case STRONG -> 0.97;
          case MEDIUM -> 0.93;
          case WEAK -> 0.88;
          case SLIGHT, DOUBTED, NONE -> 0.8;
        };
    return confidence
        - (object == Touches.Touch.UNKNOWN ? 0.15 : 0)
        - (d.ability && !d.polite ? 0.05 : 0);
  }

  private static boolean isFirm(Verb.Evidence evidence) {
    return evidence == Verb.Evidence.STRONG || evidence == Verb.Evidence.MEDIUM;
  }

  private boolean isListed(Slots slots) {
    return slots.object.filter(thing -> lexicon.isListedPhysical(thing.head())).isPresent();
  }

  /** "stick this note on the fridge", "give this letter to Peter": where it is put or lies. */
  private boolean isPaper(Draft d, Slots slots) {
    boolean handled =
        switch (d.verb.frame()) {
          case TAKE, PLACE, TRANSFER, LEAVE, RETURN, MOVE -> true;
          default -> false;
        };
    boolean handedOver =
        d.verb.frame() == Frame.TRANSFER
            && slots.target.filter(who -> lexicon.names("person", who.head())).isPresent();
    return handled
        && slots
            .object
            .filter(thing -> thing.definite() && lexicon.names("paper", thing.head()))
            .isPresent()
        && (handedOver
            || d.places.stream()
                .map(place -> place.landmark().head())
                .anyMatch(head -> lexicon.isPhysical(head) && !SCREENS.contains(head)));
  }

  /** Whether it might be a deed for all that: complete, and about nothing that is no thing. */
  boolean isThinkable(Draft d, Slots slots) {
    return !d.asItIs
        && !isVolume(d, slots)
        && !turns.means(d, slots)
        && complete.isComplete(d, slots)
        && touches.of(slots.object) != Touches.Touch.ABSTRACT
        && touches.of(slots.source) != Touches.Touch.ABSTRACT;
  }

  /** "turn it up": what is heard, not what is touched. */
  private boolean isVolume(Draft d, Slots slots) {
    return d.verb.head().equals("turn")
        && touches.of(slots.object) == Touches.Touch.POINTED
        && (d.verb.base().endsWith(" up")
            || d.verb.base().endsWith(" down")
            || d.places.stream().anyMatch(place -> place.begins("up") || place.begins("down")));
  }

  private boolean slight(Draft d, Slots slots, Touches.Touch object, Touches.Touch target) {
    return switch (d.verb.frame()) {
      case MOTION, LOOK, GESTURE, MOVE, RETURN, ENTER ->
          target == Touches.Touch.THING
              || object == Touches.Touch.THING
              || slots.arguments.containsKey("distance")
              || slots
                  .target
                  .filter(place ->
                      lexicon.is("place-adverb", place.head())
                          || lexicon.is("relation", place.head())
                          || lexicon.is("direction", place.head()))
                  .isPresent()
              || (target == Touches.Touch.POINTED && (d.verb.frame() != Frame.LOOK || isBeside(d)))
              || (slots.target.filter(who -> who.head().equals("you")).isPresent() && isBeside(d))
              || isUpOrDown(d, slots)
              || complete.isTogether(d)
              || Completeness.isCall(d)
              || (d.verb.base().equals("look at") && isName(slots.target));
      case CHORE -> object == Touches.Touch.THING && isMadeOrDone(slots.object);
      case LEAVE ->
          (object == Touches.Touch.THING
                  && (slots.target.isPresent() || target == Touches.Touch.THING))
              || (target == Touches.Touch.THING && object == Touches.Touch.NOTHING);
      case TAKE, PLACE ->
          (object == Touches.Touch.THING && !onlyPerson(d, slots))
              || (object == Touches.Touch.POINTED && target == Touches.Touch.THING)
              || (object == Touches.Touch.POINTED && d.verb.base().equals("hold"))
              || complete.isPlugged(d);
      case SWITCH ->
          object == Touches.Touch.THING
              && !slots.object.filter(who -> lexicon.names("person", who.head())).isPresent();
      case TURN, PERSON, TRANSFER, ACT, SEARCH, INSPECT ->
          (object == Touches.Touch.THING && !onlyPerson(d, slots))
              || (object == Touches.Touch.POINTED && target == Touches.Touch.THING);
    };
  }

  /** "look up" */
  private static boolean isUpOrDown(Draft d, Slots slots) {
    return (d.verb.base().equals("look up") || d.verb.base().equals("look down"))
        && slots.object.isEmpty()
        && d.places.isEmpty();
  }

  /** "look behind you": a place that only the one who is there can know. */
  private static boolean isBeside(Draft d) {
    return d.places.stream()
        .anyMatch(place ->
            place.begins("behind")
                || place.begins("under")
                || place.begins("above")
                || place.begins("below")
                || place.begins("beside")
                || place.begins("next")
                || place.preposition().startsWith("in front"));
  }

  /** "find somebody" is a search; "check her" or "hold me" says too little. */
  private boolean onlyPerson(Draft d, Slots slots) {
    return d.verb.frame() != Frame.PERSON
        && d.verb.frame() != Frame.INSPECT
        && d.verb.frame() != Frame.SEARCH
        && slots.object.filter(object -> object.pronoun()).isPresent();
  }

  private boolean isMadeOrDone(Optional<NounPhrase> named) {
    Optional<NounPhrase> object = named.flatMap(thing -> thing.of().or(() -> named));
    return object
        .map(NounPhrase::head)
        .filter(head ->
            lexicon.names("food", head)
                || head.equals("bed")
                || head.equals("beds")
                || head.equals("dishes")
                || head.equals("laundry")
                || head.equals("table")
                || head.equals("cup"))
        .isPresent();
  }

  /** "marco": a word of its own that the grammar does not know. */
  private static boolean isName(Optional<NounPhrase> phrase) {
    return phrase
        .filter(named ->
            !named.definite()
                && !named.pronoun()
                && named.words().size() == 1
                && named.of().isEmpty()
                && !named.head().endsWith("s"))
        .isPresent();
  }

  /** "can you lift boxes" asks for an ability, "can you lift the box" for a deed. */
  private boolean isSpecific(Draft d, Slots slots) {
    boolean definite =
        slots.object.filter(NounPhrase::definite).isPresent()
            || slots.object.filter(object -> object.pronoun() || object.definite()).isPresent();
    return switch (d.verb.frame()) {
      case MOTION, MOVE, ENTER, RETURN, LOOK ->
          slots
                  .target
                  .filter(target ->
                      target.definite()
                          || target.pronoun()
                          || lexicon.is("place-adverb", target.head())
                          || lexicon.is("direction", target.head())
                          || (lexicon.names("room", target.head())
                              && d.places.stream().anyMatch(Place::isGoal)))
                  .isPresent()
              || definite;
      case GESTURE -> slots.target.isPresent();
      case TURN -> d.verb.hasParticle() || slots.target.isPresent() || definite;
      case PERSON, TRANSFER, TAKE, PLACE, LEAVE, ACT, SWITCH, CHORE, SEARCH, INSPECT ->
          definite
              || slots.target.isPresent()
              || slots.source.isPresent()
              || !d.places.isEmpty()
              || d.recipient.isPresent()
              || d.indefinite
              || slots.arguments.containsKey("count");
    };
  }

  private boolean isDefinite(Optional<NounPhrase> phrase) {
    return phrase.filter(NounPhrase::definite).isPresent();
  }

  private boolean placed(Draft d) {
    return d.places.stream()
        .anyMatch(place ->
            !place.begins("for")
                && lexicon.isPhysical(place.landmark().head())
                && !lexicon.names("person", place.landmark().head()));
  }
}
