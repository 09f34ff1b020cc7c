package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a clause said, while it is read and repaired. Mutable; lives within one reading.
 *
 * <p>Slots hold what was said; {@link Assembly} decides what is object and target.
 */
final class Draft {
  Verb verb;
  Optional<NounPhrase> object = Optional.empty();
  Optional<NounPhrase> recipient = Optional.empty();
  final List<Place> places = new ArrayList<>();
  Optional<String> direction = Optional.empty();
  final Map<String, String> arguments = new TreeMap<>();

  /** Whether the speaker broke off: "pick up the". */
  boolean broken;

  /** Whether the words may only ask whether the creature is able to. */
  boolean ability;

  /** "let us". */
  boolean together;

  boolean polite;

  /** The words of its clause. */
  String said = "";

  /** "a cup": some one thing of its kind. */
  boolean indefinite;

  /** Whether it follows a repair, so that the same verb said again means the same deed. */
  boolean repaired;

  /** "the baby is asleep so close the door": behind a statement, where much else may stand. */
  boolean aside;

  /** "leave it where it is". */
  boolean asItIs;

  /** All nouns of its clause, for judging what it is about. */
  final List<String> mentioned = new ArrayList<>();

  Last last = Last.NOTHING;

  /** The slot of which somebody said "not that": what comes next takes its place. */
  Optional<Alignment.Slot> ruledOut = Optional.empty();

  /** The slot that was filled last: what a correction without more words replaces. */
  enum Last {
    NOTHING,
    OBJECT,
    RECIPIENT,
    PLACE,
    DIRECTION
  }

  Draft(Verb verb) {
    this.verb = verb;
  }

  void setObject(NounPhrase phrase) {
    object = Optional.of(phrase);
    last = Last.OBJECT;
  }

  void setDirection(String word) {
    direction = Optional.of(word);
    last = Last.DIRECTION;
  }

  /**
   * The same deed with another thing, for somebody else or at another place. In "go to the hall,
   * then the kitchen" what is named without a preposition is the next goal.
   */
  Draft goingOn(Draft said) {
    Draft next = new Draft(verb);
    next.ability = ability;
    next.polite = polite;
    next.object = said.object.or(() -> object);
    next.recipient = said.recipient.or(() -> recipient);
    next.places.addAll(said.places.isEmpty() ? places : said.places);
    next.mentioned.addAll(said.mentioned);
    boolean goes = verb.frame() == Frame.MOTION && object.isEmpty() && said.places.isEmpty();
    if (goes && next.object.isPresent() && !next.places.isEmpty()) {
      next.places.add(new Place(next.places.removeLast().preposition(), next.object.get()));
      next.object = Optional.empty();
    }
    return next;
  }

  /**
   * "to the post, to the porch, I mean": of the same preposition only the last is meant.
   *
   * @param marked whether it was said so; else only where both cannot be meant
   */
  void dropRestated(boolean marked) {
    if (places.size() > 1 && (marked || isOnly(places.getLast().preposition()))) {
      Place last = places.removeLast();
      places.removeIf(place -> place.preposition().equals(last.preposition()));
      places.add(last);
    }
  }

  private static boolean isOnly(String preposition) {
    return switch (preposition) {
      case "to", "into", "onto", "behind", "under" -> true;
      default -> false;
    };
  }

  /** Notes that what bears this name is not meant; gives whether anything does. */
  boolean ruleOut(String head) {
    if (!places.isEmpty() && places.getLast().landmark().head().equals(head)) {
      ruledOut = Optional.of(Alignment.Slot.LANDMARK);
    } else if (object.filter(named -> named.head().equals(head)).isPresent()) {
      ruledOut = Optional.of(Alignment.Slot.OBJECT);
    } else if (recipient.filter(named -> named.head().equals(head)).isPresent()) {
      ruledOut = Optional.of(Alignment.Slot.RECIPIENT);
    } else {
      return false;
    }
    return true;
  }

  /** Searches where the other clause looks; "there" is where was told of. */
  void searchIn(Draft elsewhere, String told) {
    places.clear();
    elsewhere.places.forEach(this::add);
    direction = Optional.empty();
    elsewhere
        .direction
        .map(word -> word.equals("there") && !told.isEmpty() ? told : word)
        .ifPresent(this::setDirection);
    repaired = true;
  }

  void add(Place place) {
    places.add(place);
    last = Last.PLACE;
  }
}
