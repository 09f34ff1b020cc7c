package dev.creature.actors.intent.grammar;

/**
 * Tells whether a clause says enough for a deed: who is to be followed, what is to be put. Pure.
 */
final class Completeness {
  private final Lexicon lexicon;

  Completeness(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether the slots that the verb needs are filled. */
  boolean isComplete(Draft d, Slots slots) {
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
              || isCall(d)
              || d.verb.base().equals("dock");
      case ENTER, LOOK -> slots.target.isPresent();
      case TURN -> true;
      case TAKE, PLACE ->
          slots.object.isPresent() || isPlugged(d) || d.verb.base().equals("let go");
      case ACT -> slots.object.isPresent() || (slots.target.isPresent() && Handling.cleans(d.verb));
      case PERSON, TRANSFER, CHORE, INSPECT, SWITCH -> slots.object.isPresent();
      case SEARCH ->
          slots.object.isPresent() || (slots.target.isPresent() && d.verb.base().equals("search"));
      case LEAVE -> slots.object.isPresent() || slots.target.isPresent();
      case GESTURE -> !(d.verb.head().equals("look") && slots.object.isPresent());
    };
  }

  /** "robot, come". */
  static boolean isCall(Draft d) {
    return d.verb.base().equals("come") && d.last == Draft.Last.NOTHING;
  }

  /** "come with me". */
  boolean isTogether(Draft d) {
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
  boolean isPlugged(Draft d) {
    return d.verb.base().endsWith("connect")
        && d.places.stream()
            .map(place -> place.landmark().head())
            .anyMatch(head ->
                (lexicon.isPhysical(head) || head.equals("web"))
                    && !head.equals("phone")
                    && !head.equals("wifi"));
  }
}
