package dev.creature.actors.intent.grammar;

/** Tells what means something else than its words do. Pure. */
final class TurnsOfPhrase {
  private final Lexicon lexicon;
  private final Touches touches;
  private final OtherServices services;

  TurnsOfPhrase(Lexicon lexicon, Touches touches) {
    this.lexicon = lexicon;
    this.touches = touches;
    this.services = new OtherServices(lexicon);
  }

  /** "give me something about", "get me a table for five", "get paired". */
  boolean means(Draft d, Slots slots) {
    boolean told = d.places.stream().anyMatch(place -> place.begins("about"));
    boolean seats =
        slots.object.filter(thing -> thing.head().equals("table")).isPresent()
            // "Set the table for six" asks for no seats.
            && d.verb.frame() != Frame.PLACE
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
        d.together
            && slots.object.isPresent()
            && !slots.object.filter(NounPhrase::definite).isPresent()
            && d.places.isEmpty();
    boolean sees = d.verb.base().equals("see") && !slots.arguments.containsKey("whether");
    boolean reflexive =
        slots.object.filter(object -> object.head().endsWith("self")).isPresent()
            && touches.of(slots.target) != Touches.Touch.THING
            && d.verb.frame() != Frame.TURN
            && d.verb.frame() != Frame.MOTION;
    // Nobody asks for a deed to be done to the one who does it.
    boolean you = slots.object.filter(object -> object.head().equals("you")).isPresent();
    boolean wakes =
        d.verb.head().equals("wake")
            && slots.object.filter(object -> object.head().equals("me")).isPresent();
    boolean phones =
        (d.verb.base().equals("ring")
                || d.verb.base().equals("ring up")
                || d.verb.base().equals("buzz"))
            && slots
                .object
                .filter(thing ->
                    thing.head().endsWith("bell")
                        || thing.head().endsWith("buzzer")
                        || thing.head().equals("chime")
                        || thing.head().equals("gong")
                        || thing.head().equals("bells"))
                .isEmpty();
    // "stop the music" is no business of a hand.
    boolean halts =
        d.verb.base().equals("stop")
            && slots.object.filter(thing -> lexicon.names("device", thing.head())).isEmpty();
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
          case "contact" -> d.places.isEmpty();
          case "show" ->
              touches.of(slots.target) != Touches.Touch.THING
                  || slots
                      .object
                      .filter(who ->
                          lexicon.names("person", who.head())
                              || lexicon.is("title", who.words().getFirst()))
                      .isEmpty();
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
            && touches.of(d.object) != Touches.Touch.THING
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
        || isKept(d)
        || you
        || wakes
        || halts
        || phones
        || services.means(d, slots);
  }

  /** "keep your hands to yourself". */
  static boolean isKept(Draft d) {
    return d.places.stream()
        .anyMatch(place -> place.begins("to") && place.landmark().head().equals("yourself"));
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
}
