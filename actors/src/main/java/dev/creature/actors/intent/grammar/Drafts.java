package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The drafts of an utterance so far, and what pronouns may mean. Mutable; lives within one reading.
 */
final class Drafts {
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

  private final Lexicon lexicon;
  private final List<Draft> drafts = new ArrayList<>();
  private Optional<NounPhrase> thing;
  private Optional<NounPhrase> place = Optional.empty();
  private Optional<NounPhrase> openable = Optional.empty();
  private Optional<NounPhrase> somebody = Optional.empty();

  /** Whether the next clause stands behind a statement, as only an aside may. */
  boolean aside;

  /**
   * None yet.
   *
   * @param thing what was spoken of before
   */
  Drafts(Lexicon lexicon, Optional<NounPhrase> thing) {
    this.lexicon = lexicon;
    this.thing = thing;
  }

  boolean isEmpty() {
    return drafts.isEmpty();
  }

  Draft last() {
    return drafts.getLast();
  }

  List<Draft> all() {
    return drafts.stream().filter(draft -> !draft.broken).toList();
  }

  void cancel() {
    drafts.clear();
  }

  /** A thing was named without a deed. */
  void mention(NounPhrase noun) {
    thing = Optional.of(noun);
  }

  /** Notes that what bears this name is not meant in the last deed; gives whether anything does. */
  boolean ruleOut(String head) {
    return !drafts.isEmpty() && last().ruleOut(head);
  }

  Selection selection() {
    return new Selection(drafts);
  }

  /** A further clause that asks. */
  void apply(Draft draft, Flow flow) {
    boolean repairing = flow.corrects();
    boolean joined = flow.joined;
    boolean paused = flow.paused;
    boolean pointed = draft.object.filter(NounPhrase::pronoun).isPresent();
    inherit(draft, joined || paused);
    resolve(draft);
    if (!drafts.isEmpty()) {
      Draft before = last();
      if (!flow.corrects() && !flow.joined && isBegunAgain(draft, before)) {
        return;
      }
      if (flow.hesitant && !joined && isBare(draft) && before.object.isPresent()) {
        // "turn the lights, um, dim": another verb, by somebody who looks for the word.
        before.verb = draft.verb;
        before.repaired = true;
        return;
      }
      boolean again = draft.verb.base().equals(before.verb.base()) && !joined;
      boolean same =
          again
              && (before.repaired
                  || (paused && sameObject(draft, before) && isMore(draft, before))
                  || (paused && isUnplaced(before) && isMore(draft, before)));
      boolean opposite =
          pointed
              && paused
              && !joined
              && !before.verb.base().equals(draft.verb.base())
              && OPPOSITES.contains(Set.of(before.verb.base(), draft.verb.base()));
      boolean reworded = flow.hesitant && !joined && !pointed && sameObject(draft, before);
      Optional<Draft> earlier =
          repairing && !before.broken && !isSameVerb(before, draft)
              ? drafts.stream().filter(other -> isSameVerb(other, draft)).findFirst()
              : Optional.empty();
      if (earlier.isPresent()) {
        drafts.set(drafts.indexOf(earlier.get()), draft);
        draft.repaired = true;
        remember(draft);
        return;
      }
      boolean retold = flow.corrected && !joined && isRetold(draft, before);
      retold |= again && draft.object.filter(it -> it.head().equals(flow.named)).isPresent();
      if (repairing || before.broken || same || opposite || reworded || retold) {
        boolean there = draft.direction.filter(word -> word.equals("there")).isPresent();
        if (same && pointed && there && draft.places.isEmpty() && !before.places.isEmpty()) {
          // "… the counter would be better, put them there": nothing new.
          return;
        }
        drafts.removeLast();
        draft.repaired = true;
      }
    }
    drafts.add(draft);
    remember(draft);
  }

  /** "Dust the piano. Dust, er, …": only the verb once more. */
  private static boolean isBegunAgain(Draft draft, Draft before) {
    return isSameVerb(draft, before) && before.object.isPresent() && isBare(draft);
  }

  private static boolean isBare(Draft draft) {
    return needsObject(draft) && draft.last == Draft.Last.NOTHING && draft.arguments.isEmpty();
  }

  private static boolean isSameVerb(Draft a, Draft b) {
    return a.verb.base().equals(b.verb.base());
  }

  private static boolean sameObject(Draft draft, Draft before) {
    return draft.object.isPresent() && draft.object.equals(before.object);
  }

  /** "butter the toast, no, jam, put jam on the toast": the correction said again as a clause. */
  private static boolean isRetold(Draft draft, Draft before) {
    return before.object.isPresent()
        && draft.object
            .filter(object -> object.head().equals(before.object.get().head()))
            .isPresent();
  }

  /** "pull it, pull it away from the wall" is one deed. */
  private static boolean isMore(Draft draft, Draft before) {
    return before.places.isEmpty() && !draft.places.isEmpty();
  }

  /** "put the kettle, …": says nothing without a place. */
  private static boolean isUnplaced(Draft before) {
    return before.verb.frame() == Frame.PLACE
        && before.verb.head().equals("put")
        && !before.verb.hasParticle()
        && before.direction.isEmpty();
  }

  /** Words without a verb that replace a slot of the last draft. */
  void correct(Draft said) {
    new Correction(lexicon).apply(last(), said);
    remember(last());
  }

  /** The same deed with another thing or at another place. */
  void carryOn(Draft said) {
    Draft before = last();
    Draft next = before.goingOn(said);
    resolve(next);
    drafts.add(next);
    remember(next);
  }

  /** "cool it and serve on the table", "rinse and dry the cup": the object is said once. */
  private void inherit(Draft draft, boolean follows) {
    if (drafts.isEmpty() || !follows) {
      return;
    }
    Draft before = last();
    if (needsObject(draft) && draft.object.isEmpty() && !draft.places.isEmpty() && !draft.broken) {
      draft.object = before.object.isPresent() ? thing : Optional.empty();
    } else if (needsObject(before)
        && before.object.isEmpty()
        && before.places.isEmpty()
        && !before.broken
        && draft.object.isPresent()) {
      before.object = draft.object;
      before.mentioned.addAll(draft.mentioned);
      resolve(before);
    }
  }

  private static boolean needsObject(Draft draft) {
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

  private void resolvePlaces(Draft draft) {
    Optional<NounPhrase> container = openable.isPresent() ? openable : place;
    for (int i = 0; i < draft.places.size(); i++) {
      Place said = draft.places.get(i);
      if ((said.landmark().head().equals("it") || said.landmark().head().equals("there"))
          && !said.begins("with")) {
        Optional<NounPhrase> named = container.isPresent() ? container : thing;
        int at = i;
        named
            .filter(noun -> !Optional.of(noun).equals(draft.object))
            .ifPresent(noun -> draft.places.set(at, new Place(said.preposition(), noun)));
      }
    }
    boolean inside =
        draft
            .direction
            .filter(word -> word.equals("inside") || word.equals("in") || word.equals("there"))
            .isPresent();
    if (draft.verb.frame() == Frame.PLACE
        && inside
        && draft.places.isEmpty()
        && container.isPresent()) {
      draft.places.add(new Place("in", container.get()));
    }
  }

  /** "Get Paul a beer. No, get him a water." */
  private NounPhrase person(NounPhrase said) {
    boolean points = said.pronoun() && (said.head().equals("him") || said.head().equals("her"));
    return points ? somebody.orElse(said) : said;
  }

  private void resolve(Draft draft) {
    draft.recipient = draft.recipient.map(this::person);
    draft.object = draft.object.map(this::person);
    draft.places.replaceAll(said -> new Place(said.preposition(), person(said.landmark())));
    resolvePlaces(draft);
    if (draft.object.isEmpty()) {
      return;
    }
    NounPhrase object = draft.object.get();
    String head = object.head();
    if (object.pronoun()) {
      boolean opens =
          draft.verb.base().equals("open")
              || draft.verb.base().equals("close")
              || draft.verb.base().equals("shut");
      boolean switches = draft.verb.frame() == Frame.SWITCH;
      Optional<NounPhrase> meant =
          switch (head) {
            case "it", "them", "that", "those", "these", "one", "ones", "some", "both" ->
                opens && openable.isPresent()
                    ? openable
                    : switches && place.isPresent() && lexicon.names("device", place.get().head())
                        ? place
                        : thing.isPresent() ? thing : place;
            default -> Optional.empty();
          };
      meant.ifPresent(named -> draft.object = Optional.of(named));
    } else if ((head.equals("one") || head.equals("ones")) && thing.isPresent()) {
      draft.object = Optional.of(object.withHead(thing.get()));
    }
    draft.object.ifPresent(named -> draft.mentioned.addAll(named.words()));
  }

  private void remember(Draft draft) {
    boolean person =
        draft.object.filter(object -> lexicon.names("person", object.head())).isPresent();
    if (draft.object.isPresent() && !person && draft.verb.frame() != Frame.ENTER) {
      thing = draft.object;
    }
    for (Place said : draft.places) {
      if (!said.landmark().pronoun()) {
        place = Optional.of(said.landmark());
        note(said.landmark());
      }
    }
    draft.recipient.ifPresent(this::note);
    draft.object.ifPresent(this::note);
  }

  private void note(NounPhrase named) {
    if (lexicon.names("person", named.head()) && !named.pronoun()) {
      somebody = Optional.of(named);
    }
    if (lexicon.is("openable", named.head())) {
      openable = Optional.of(named);
    }
  }
}
