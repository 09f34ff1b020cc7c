package dev.creature.actors.intent.grammar;

import java.util.Optional;
import java.util.Set;

/** Tells a deed that a body could do from a turn of phrase with the same verb. Pure. */
final class Plausibility {
  private enum Touch {
    THING,
    POINTED,
    UNKNOWN,
    NOTHING,
    ABSTRACT
  }

  /** What is put on these is software. */
  private static final Set<String> SCREENS =
      Set.of("phone", "smartphone", "computer", "laptop", "tablet", "tv", "pc", "web", "calendar");

  private final Lexicon lexicon;

  Plausibility(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** How sure it is that a deed is asked for, 0 to 1; 0 when it is not. */
  double confidence(Draft d, Assembly.Slots slots) {
    Verb.Evidence evidence = d.verb.evidence();
    if (evidence == Verb.Evidence.NONE || d.asItIs || !isComplete(d, slots)) {
      return 0;
    }
    boolean paper = isPaper(d, slots);
    Touch object = paper ? Touch.THING : touch(slots.object);
    Touch target = touch(slots.target);
    if (target == Touch.ABSTRACT && isFirm(evidence) && object == Touch.THING && isListed(slots)) {
      target = Touch.UNKNOWN;
    }
    if (object == Touch.ABSTRACT
        || (target == Touch.ABSTRACT && d.verb.frame() != Frame.PERSON)
        || touch(slots.source) == Touch.ABSTRACT) {
      return 0;
    }
    boolean about = !paper && d.mentioned.stream().anyMatch(lexicon::isAbstract);
    boolean firm = isFirm(evidence);
    boolean listed = isListed(slots);
    boolean at = d.places.stream().anyMatch(place -> lexicon.isPhysical(place.landmark().head()));
    if ((about
            && !((firm || (at && isDefinite(slots.object))) && (object == Touch.THING || listed)))
        || isTurnOfPhrase(d, slots)) {
      return 0;
    }
    if (d.ability && !d.polite && !isSpecific(d, slots)) {
      return 0;
    }
    boolean anchored =
        target == Touch.THING
            || touch(slots.source) == Touch.THING
            || d.places.stream().anyMatch(place -> lexicon.isPhysical(place.landmark().head()));
    boolean believed =
        switch (evidence) {
          case STRONG, MEDIUM ->
              object != Touch.UNKNOWN || !d.ability || isDefinite(slots.object) || anchored;
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
          case NONE -> false;
        };
    if (!believed) {
      return 0;
    }
    double confidence =
        switch (evidence) {
          case STRONG -> 0.97;
          case MEDIUM -> 0.93;
          case WEAK -> 0.88;
          case SLIGHT, NONE -> 0.8;
        };
    return confidence - (object == Touch.UNKNOWN ? 0.15 : 0) - (d.ability && !d.polite ? 0.05 : 0);
  }

  private static boolean isFirm(Verb.Evidence evidence) {
    return evidence == Verb.Evidence.STRONG || evidence == Verb.Evidence.MEDIUM;
  }

  private boolean isListed(Assembly.Slots slots) {
    return slots.object.filter(thing -> lexicon.isListedPhysical(thing.head())).isPresent();
  }

  /** "stick this note on the fridge": what is written is a thing where it is put or lies. */
  private boolean isPaper(Draft d, Assembly.Slots slots) {
    boolean handled =
        switch (d.verb.frame()) {
          case TAKE, PLACE, TRANSFER, LEAVE, RETURN, MOVE -> true;
          default -> false;
        };
    return handled
        && slots
            .object
            .filter(thing -> thing.definite() && lexicon.names("paper", thing.head()))
            .isPresent()
        && d.places.stream()
            .map(place -> place.landmark().head())
            .anyMatch(head -> lexicon.isPhysical(head) && !SCREENS.contains(head));
  }

  /** Whether it might be a deed for all that: complete, and about nothing that is no thing. */
  boolean isThinkable(Draft d, Assembly.Slots slots) {
    return !d.asItIs
        && isComplete(d, slots)
        && touch(slots.object) != Touch.ABSTRACT
        && touch(slots.source) != Touch.ABSTRACT;
  }

  /** "give me something about", "get me a table for five", "get paired". */
  private boolean isTurnOfPhrase(Draft d, Assembly.Slots slots) {
    boolean told = d.places.stream().anyMatch(place -> place.begins("about"));
    boolean seats =
        slots.object.filter(thing -> thing.head().equals("table")).isPresent()
            && d.places.stream()
                .anyMatch(
                    place -> place.begins("for") && lexicon.isNumber(place.landmark().head()));
    boolean become =
        d.verb.base().equals("get")
            && slots
                .object
                .filter(object -> object.head().endsWith("ed") && !object.definite())
                .isPresent();
    boolean self =
        slots
                .object
                .filter(object -> object.head().equals("me") || object.head().equals("us"))
                .isPresent()
            && switch (d.verb.head()) {
              case "give", "hand", "pass", "get", "fetch", "pour" -> true;
              default -> false;
            };
    boolean vague =
        slots
                .object
                .filter(object ->
                    object.pronoun()
                        && (object.head().equals("something") || object.head().equals("anything")))
                .isPresent()
            && !slots.arguments.containsKey("purpose")
            && slots.source.isEmpty();
    boolean gathers =
        d.together && slots.object.isPresent() && !isDefinite(slots.object) && d.places.isEmpty();
    boolean sees = d.verb.base().equals("see") && !slots.arguments.containsKey("whether");
    boolean reflexive =
        slots.object.filter(object -> object.head().endsWith("self")).isPresent()
            && touch(slots.target) != Touch.THING
            && d.verb.frame() != Frame.TURN
            && d.verb.frame() != Frame.MOTION;
    boolean wakes =
        d.verb.head().equals("wake")
            && slots.object.filter(object -> object.head().equals("me")).isPresent();
    boolean aid =
        switch (d.verb.base()) {
          case "help", "assist" ->
              d.places.isEmpty()
                  || slots
                      .object
                      .filter(who ->
                          who.head().equals("me")
                              || who.head().equals("us")
                              || !lexicon.names("person", who.head()))
                      .isPresent();
          case "show" ->
              touch(slots.target) != Touch.THING
                  || slots.object.filter(who -> lexicon.names("person", who.head())).isEmpty();
          default -> false;
        };
    boolean company =
        d.verb.frame() == Frame.TAKE
            && d.places.stream()
                .anyMatch(place ->
                    place.begins("with") && lexicon.names("person", place.landmark().head()));
    boolean amount =
        slots
            .object
            .filter(object ->
                (lexicon.isNumber(object.head()) && !object.head().equals("one") && isTransfer(d))
                    || (object.text().equals("things") && !object.definite())
                    || (isTransfer(d) && isOnlySide(object)))
            .isPresent();
    boolean figurative =
        d.verb.frame() == Frame.MOTION
            && d.object.isPresent()
            && touch(d.object) != Touch.THING
            && slots.object.isEmpty();
    return company
        || aid
        || amount
        || figurative
        || gathers
        || sees
        || vague
        || told
        || seats
        || become
        || self
        || reflexive
        || wakes;
  }

  private static boolean isTransfer(Draft d) {
    return d.verb.frame() == Frame.TAKE || d.verb.frame() == Frame.TRANSFER;
  }

  /** "a side", "the end": of nothing. */
  private boolean isOnlySide(NounPhrase phrase) {
    return lexicon.is("relation", phrase.head())
        && phrase.of().isEmpty()
        && phrase.words().size() == 1;
  }

  private boolean slight(Draft d, Assembly.Slots slots, Touch object, Touch target) {
    return switch (d.verb.frame()) {
      case MOTION, LOOK, GESTURE, MOVE, RETURN, ENTER ->
          target == Touch.THING
              || object == Touch.THING
              || slots.arguments.containsKey("distance")
              || slots
                  .target
                  .filter(place ->
                      lexicon.is("place-adverb", place.head())
                          || lexicon.is("relation", place.head())
                          || lexicon.is("direction", place.head()))
                  .isPresent()
              || (target == Touch.POINTED && d.verb.frame() != Frame.LOOK)
              || isTogether(d)
              || (d.verb.base().equals("look at") && isName(slots.target));
      case CHORE -> object == Touch.THING && isMadeOrDone(slots.object);
      case LEAVE ->
          (object == Touch.THING && (slots.target.isPresent() || target == Touch.THING))
              || (target == Touch.THING && object == Touch.NOTHING);
      case TAKE, PLACE ->
          (object == Touch.THING && !onlyPerson(d, slots))
              || (object == Touch.POINTED && target == Touch.THING)
              || isPlugged(d);
      case SWITCH ->
          object == Touch.THING
              && !slots.object.filter(who -> lexicon.names("person", who.head())).isPresent();
      case TURN, PERSON, TRANSFER, ACT, SEARCH, INSPECT ->
          (object == Touch.THING && !onlyPerson(d, slots))
              || (object == Touch.POINTED && target == Touch.THING);
    };
  }

  /** "find somebody" is a search; "check her" or "hold me" says too little. */
  private boolean onlyPerson(Draft d, Assembly.Slots slots) {
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

  private boolean isComplete(Draft d, Assembly.Slots slots) {
    if (d.broken) {
      return false;
    }
    return switch (d.verb.frame()) {
      case MOTION, MOVE, RETURN ->
          slots.target.isPresent()
              || slots.object.isPresent()
              || d.direction.isPresent()
              || slots.arguments.containsKey("distance")
              || d.verb.hasParticle()
              || (slots.source.isPresent() && d.verb.evidence() != Verb.Evidence.SLIGHT)
              || isTogether(d)
              || d.verb.base().equals("dock");
      case ENTER, LOOK -> slots.target.isPresent();
      case TURN -> true;
      case TAKE, PLACE -> slots.object.isPresent() || isPlugged(d);
      case ACT -> slots.object.isPresent() || (slots.target.isPresent() && Assembly.cleans(d.verb));
      case PERSON, TRANSFER, CHORE, INSPECT, SWITCH -> slots.object.isPresent();
      case SEARCH ->
          slots.object.isPresent() || (slots.target.isPresent() && d.verb.base().equals("search"));
      case LEAVE -> slots.object.isPresent() || slots.target.isPresent();
      case GESTURE -> !(d.verb.head().equals("look") && slots.object.isPresent());
    };
  }

  /** "come with me". */
  private boolean isTogether(Draft d) {
    boolean goes =
        switch (d.verb.head()) {
          case "come", "walk", "go" -> true;
          case "stay", "wait" -> d.places.stream().noneMatch(place -> place.landmark().pronoun());
          default -> false;
        };
    return goes
        && d.places.stream()
            .anyMatch(
                place -> place.begins("with") && lexicon.names("person", place.landmark().head()));
  }

  /** "disconnect from the router": a plug, and not a phone by radio. */
  private boolean isPlugged(Draft d) {
    return d.verb.base().endsWith("connect")
        && d.places.stream()
            .map(place -> place.landmark().head())
            .anyMatch(
                head -> (lexicon.isPhysical(head) || head.equals("web")) && !head.equals("phone"));
  }

  /** "can you lift boxes" asks for an ability, "can you lift the box" for a deed. */
  private boolean isSpecific(Draft d, Assembly.Slots slots) {
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
                          || (lexicon.names("room", target.head()) && !d.places.isEmpty()))
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

  private Touch touch(Optional<NounPhrase> phrase) {
    if (phrase.isEmpty()) {
      return Touch.NOTHING;
    }
    NounPhrase named = phrase.get();
    String head = named.head();
    if (named.pronoun()) {
      return lexicon.names("person", head) ? Touch.THING : Touch.POINTED;
    }
    if (named.of().isPresent()
        && (lexicon.isAbstract(named.of().get().head()) || lexicon.isAbstract(head))) {
      return Touch.ABSTRACT;
    }
    if (lexicon.isPhysical(head)
        || (named.of().isPresent() && lexicon.isPhysical(named.of().get().head()))) {
      return Touch.THING;
    }
    if (lexicon.isAbstract(head)) {
      return Touch.ABSTRACT;
    }
    if (lexicon.isThing(head)
        || named.of().map(NounPhrase::head).filter(lexicon::isThing).isPresent()) {
      return Touch.THING;
    }
    return head.equals("one") || head.equals("ones") ? Touch.POINTED : Touch.UNKNOWN;
  }
}
