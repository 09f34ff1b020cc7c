package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The drafts of an utterance so far, and what pronouns may mean. Mutable; lives within one reading.
 */
final class Drafts {
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

  /** A place was named without a deed. */
  void mentionPlace(NounPhrase noun) {
    place = Optional.of(noun);
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
      if (!flow.corrects() && !flow.joined && Sameness.isBegunAgain(draft, before)) {
        return;
      }
      if (flow.hesitant && !joined && Sameness.isBare(draft) && before.object.isPresent()) {
        // "turn the lights, um, dim": another verb, by somebody who looks for the word.
        before.verb = draft.verb;
        before.repaired = true;
        return;
      }
      if ((repairing || flow.told) && !joined && Sameness.isSearchedElsewhere(draft, before)) {
        before.searchIn(draft, flow.where);
        remember(before);
        return;
      }
      boolean again = Sameness.isSameVerb(draft, before) && !joined;
      boolean same =
          again
              && (before.repaired
                  || (paused
                      && Sameness.sameObject(draft, before)
                      && Sameness.isMore(draft, before))
                  || (paused && Sameness.isUnplaced(before) && Sameness.isMore(draft, before)));
      boolean opposite =
          pointed
              && paused
              && !joined
              && !before.verb.base().equals(draft.verb.base())
              && Sameness.isOpposite(before, draft);
      boolean reworded = flow.hesitant && !joined && !pointed && Sameness.sameObject(draft, before);
      Optional<Draft> earlier =
          repairing && !before.broken && !Sameness.isSameVerb(before, draft)
              ? drafts.stream().filter(other -> Sameness.isSameVerb(other, draft)).findFirst()
              : Optional.empty();
      if (earlier.isPresent()) {
        drafts.set(drafts.indexOf(earlier.get()), draft);
        draft.repaired = true;
        remember(draft);
        return;
      }
      same |= again && Sameness.isRestated(draft, before, flow);
      boolean gone = flow.pending && !joined && Sameness.isGoneElsewhere(draft, before);
      boolean elsewhere =
          flow.misgiving && !joined && pointed && Sameness.isMovedAnew(draft, before);
      boolean retold = flow.corrected && !joined && Sameness.isRetold(draft, before);
      retold |= again && draft.object.filter(it -> it.head().equals(flow.named)).isPresent();
      retold |= again && !flow.ended && Sameness.isRecounted(draft, before);
      boolean begun = again && flow.paused && Sameness.isBegun(before);
      if (repairing
          || begun
          || before.broken
          || same
          || opposite
          || elsewhere
          || gone
          || reworded
          || retold) {
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

  /** Words without a verb that replace a slot of the last draft. */
  void correct(Draft said) {
    new Correction(lexicon).apply(last(), said);
    remember(last());
  }

  /** "bring Anna, no, Ben, the coat": who was named last gets it. */
  void give(Draft said) {
    Draft last = last();
    last.recipient = last.object;
    last.setObject(said.object.orElseThrow());
    last.mentioned.addAll(said.mentioned);
    remember(last);
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
    if (Sameness.needsObject(draft)
        && !Handling.cleans(draft.verb)
        && draft.object.isEmpty()
        && !draft.places.isEmpty()
        && !draft.broken) {
      draft.object = before.object.isPresent() ? thing : Optional.empty();
    } else if (Sameness.needsObject(before)
        && before.object.isEmpty()
        && before.places.isEmpty()
        && !before.broken
        && draft.object.isPresent()) {
      before.object = draft.object;
      before.mentioned.addAll(draft.mentioned);
      resolve(before);
    }
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
    draft.object.ifPresent(named -> {
      if (lexicon.isListedPhysical(named.head())) {
        draft.mentioned.add(named.head());
      } else {
        draft.mentioned.addAll(named.words());
      }
    });
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
