package dev.creature.actors.intent.grammar;

import java.util.Set;

/** Tells whether a clause says the same deed again, or the one that takes it back. Pure. */
final class Sameness {
  /** Of these the second takes the first back: "push the chair, pull it". */
  private static final Set<Set<String>> OPPOSITES =
      Set.of(
          Set.of("push", "pull"),
          Set.of("raise", "lower"),
          Set.of("open", "close"),
          Set.of("open", "shut"),
          Set.of("lock", "unlock"),
          Set.of("lift", "lower"),
          Set.of("load", "unload"),
          Set.of("fold", "unfold"),
          Set.of("plug in", "unplug"),
          Set.of("switch on", "switch off"),
          Set.of("turn on", "turn off"));

  private Sameness() {}

  static boolean isOpposite(Draft a, Draft b) {
    return OPPOSITES.contains(Set.of(a.verb.base(), b.verb.base()));
  }

  /** "Dust the piano. Dust, er, …": only the verb once more. */
  static boolean isBegunAgain(Draft draft, Draft before) {
    return isSameVerb(draft, before) && before.object.isPresent() && isBare(draft);
  }

  /** "bring me, uh, …": for whom, but not yet what. */
  static boolean isBegun(Draft before) {
    return before.verb.frame() == Frame.TRANSFER
        && before.places.isEmpty()
        && before.recipient.isEmpty()
        && before
            .object
            .filter(who -> who.head().equals("me") || who.head().equals("us"))
            .isPresent();
  }

  static boolean isBare(Draft draft) {
    return needsObject(draft) && draft.last == Draft.Last.NOTHING && draft.arguments.isEmpty();
  }

  static boolean isSameVerb(Draft a, Draft b) {
    return a.verb.base().equals(b.verb.base())
        || (a.verb.head().equals(b.verb.head())
            && !isSwitch(a)
            && !isSwitch(b)
            && !isOpposite(a, b)
            && (isWhole(a) || isWhole(b) || (isGone(a) && isGone(b))));
  }

  private static boolean isSwitch(Draft draft) {
    return draft.verb.frame() == Frame.SWITCH;
  }

  /** "wipe" is "wipe down"; but "put away" is no "put on". */
  private static boolean isWhole(Draft draft) {
    return !draft.verb.hasParticle() || draft.verb.frame() == Frame.ACT;
  }

  /** "throw away", "throw out". */
  private static boolean isGone(Draft draft) {
    return draft.verb.base().endsWith(" away") || draft.verb.base().endsWith(" out");
  }

  static boolean sameObject(Draft draft, Draft before) {
    return draft.object.isPresent() && draft.object.equals(before.object);
  }

  /** "pull it, pull it away from the wall" is one deed. */
  static boolean isMore(Draft draft, Draft before) {
    return before.places.isEmpty() && !draft.places.isEmpty();
  }

  /** "put the kettle, …": says nothing without a place. */
  static boolean isUnplaced(Draft before) {
    return before.verb.frame() == Frame.PLACE
        && before.verb.head().equals("put")
        && !before.verb.hasParticle()
        && before.direction.isEmpty();
  }

  /** "butter the toast, no, jam, put jam on the toast": the correction said again as a clause. */
  static boolean isRetold(Draft draft, Draft before) {
    return before.object.isPresent()
        && draft
            .object
            .filter(object -> object.head().equals(before.object.get().head()))
            .isPresent();
  }

  /**
   * "put the olives on the terrace, it is windy, put them on the piano": the same deed with the
   * same thing, or for the same person behind second thoughts.
   */
  static boolean isRestated(Draft draft, Draft before, Flow flow) {
    boolean moves = before.verb.frame() == Frame.PLACE || before.verb.frame() == Frame.TRANSFER;
    boolean again = isRetold(draft, before) && draft.places.isEmpty() == before.places.isEmpty();
    boolean meanwhile = flow.told || (moves && flow.paused && !flow.ended);
    boolean sameReceiver = draft.recipient.isPresent() && draft.recipient.equals(before.recipient);
    boolean doubted = flow.told && (flow.misgiving || flow.hesitant);
    return (again && meanwhile) || (doubted && (sameReceiver || !flow.ended));
  }

  /** "Look for my hat in the hall. No, look upstairs." */
  static boolean isSearchedElsewhere(Draft draft, Draft before) {
    return before.verb.frame() == Frame.SEARCH
        && before.object.isPresent()
        && draft.verb.frame() == Frame.LOOK
        && draft.object.isEmpty()
        && (draft.direction.isPresent() || !draft.places.isEmpty());
  }

  /** "Drive to the bakery, oh wait, it's Sunday, go to the station." */
  static boolean isGoneElsewhere(Draft draft, Draft before) {
    return before.verb.frame() == Frame.MOTION
        && draft.verb.frame() == Frame.MOTION
        && !before.places.isEmpty()
        && !draft.places.isEmpty();
  }

  /** "give me one nail, you'd better give me three nails" */
  static boolean isRecounted(Draft draft, Draft before) {
    return draft
        .object
        .filter(thing -> !thing.count().isEmpty())
        .filter(thing ->
            before
                .object
                .filter(old -> !old.count().isEmpty() && !old.count().equals(thing.count()))
                .filter(
                    old -> Alignment.singular(old.head()).equals(Alignment.singular(thing.head())))
                .isPresent())
        .filter(_ -> draft.recipient.equals(before.recipient))
        .filter(_ -> draft.places.isEmpty() || draft.places.equals(before.places))
        .isPresent();
  }

  /** "deliver them to room nine. Well, leave them at the station then" */
  static boolean isMovedAnew(Draft draft, Draft before) {
    return sameObject(draft, before)
        && isCarried(draft)
        && isCarried(before)
        && !draft.places.isEmpty()
        && !before.places.isEmpty();
  }

  private static boolean isCarried(Draft draft) {
    return switch (draft.verb.frame()) {
      case TRANSFER, TAKE, PLACE, LEAVE, RETURN, MOVE -> true;
      case MOTION, ENTER, TURN, PERSON, ACT, CHORE, SWITCH, SEARCH, LOOK, INSPECT, GESTURE -> false;
    };
  }

  static boolean needsObject(Draft draft) {
    return switch (draft.verb.frame()) {
      case TRANSFER, TAKE, PLACE, ACT, CHORE -> true;
      case MOTION,
          MOVE,
          ENTER,
          RETURN,
          TURN,
          PERSON,
          LEAVE,
          SWITCH,
          SEARCH,
          LOOK,
          INSPECT,
          GESTURE ->
          false;
    };
  }
}
