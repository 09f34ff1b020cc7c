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

  Selection selection() {
    return new Selection(drafts);
  }

  /**
   * A further clause that asks.
   *
   * @param repairing whether it was announced that something else is meant
   * @param hesitant whether the speaker hesitated before it, as who looks for the right word
   */
  void apply(Draft draft, boolean repairing, boolean joined, boolean paused, boolean hesitant) {
    boolean pointed = draft.object.filter(NounPhrase::pronoun).isPresent();
    inherit(draft, joined || paused);
    resolve(draft);
    if (!drafts.isEmpty()) {
      Draft before = last();
      boolean again = draft.verb.base().equals(before.verb.base()) && !joined;
      boolean same =
          again
              && (before.repaired
                  || (paused && sameObject(draft, before) && isMore(draft, before)));
      boolean opposite =
          pointed
              && paused
              && !joined
              && !before.verb.base().equals(draft.verb.base())
              && OPPOSITES.contains(Set.of(before.verb.base(), draft.verb.base()));
      boolean reworded = hesitant && !joined && !pointed && sameObject(draft, before);
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
      if (repairing || before.broken || same || opposite || reworded) {
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

  private static boolean isSameVerb(Draft a, Draft b) {
    return a.verb.base().equals(b.verb.base());
  }

  private static boolean sameObject(Draft draft, Draft before) {
    return draft.object.isPresent() && draft.object.equals(before.object);
  }

  /** "pull it, pull it away from the wall" is one deed. */
  private static boolean isMore(Draft draft, Draft before) {
    return before.places.isEmpty() && !draft.places.isEmpty();
  }

  /** Words without a verb that replace a slot of the last draft. */
  void correct(Draft said, ClauseReader clauses, Lexicon words) {
    Draft last = last();
    boolean number =
        said.object.filter(phrase -> isNumber(phrase, words)).isPresent() && last.object.isPresent();
    if (number) {
      String count = said.object.orElseThrow().head();
      last.object = last.object.map(phrase -> phrase.withCount(count));
    } else {
      said.object.ifPresent(phrase -> replace(last, phrase, clauses, words));
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
    remember(last);
  }

  /** "make that two". */
  private static boolean isNumber(NounPhrase phrase, Lexicon words) {
    return phrase.words().size() == 1
        && phrase.of().isEmpty()
        && !phrase.head().equals("one")
        && words.isNumber(phrase.head());
  }

  private void replace(Draft last, NounPhrase phrase, ClauseReader clauses, Lexicon words) {
    boolean one = phrase.head().equals("one") || phrase.head().equals("ones");
    Optional<NounPhrase> landmark =
        last.places.isEmpty() ? Optional.empty() : Optional.of(last.places.getLast().landmark());
    boolean toPlace =
        landmark.isPresent()
            && !last.broken
            && (last.object.isEmpty()
                || (last.last == Draft.Last.PLACE
                    && words.names("person", landmark.get().head())
                    && isName(words, phrase))
                || (alike(words, phrase, landmark.get())
                    && !alike(words, phrase, last.object.get()))
                || (last.last == Draft.Last.PLACE
                    && isWhere(words, phrase)
                    && isWhere(words, landmark.get())
                    && !isWhere(words, last.object.get()))
                || (last.last == Draft.Last.PLACE && alike(words, phrase, landmark.get()) && !one));
    boolean again =
        last.object.filter(object -> isOfTheSame(object, phrase)).isPresent() && !one;
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
        && (clauses.isPerson(phrase) || (isName(words, phrase) && last.last != Draft.Last.OBJECT))) {
      last.recipient = Optional.of(phrase);
    } else {
      last.setObject(phrase);
    }
  }

  /** "one cup of milk" and "two cups". */
  private static boolean isOfTheSame(NounPhrase old, NounPhrase said) {
    String a = old.head();
    String b = said.head();
    return a.equals(b) || (a + "s").equals(b) || a.equals(b + "s");
  }

  /** "Beth": a word alone that the grammar does not know. */
  private static boolean isName(Lexicon words, NounPhrase phrase) {
    return !phrase.definite()
        && !phrase.pronoun()
        && phrase.determiner().isEmpty()
        && phrase.words().size() == 1
        && !words.isKnownNoun(phrase.head())
        && !words.isThing(phrase.head());
  }

  private static boolean isWhere(Lexicon words, NounPhrase phrase) {
    return words.names("room", phrase.head()) || words.names("place", phrase.head());
  }

  private static boolean alike(Lexicon words, NounPhrase a, NounPhrase b) {
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
          old.isSource() == spoken.isSource() && !old.begins("with") && !old.begins("for");
      if (same) {
        last.places.set(i, spoken);
        last.last = Draft.Last.PLACE;
        return;
      }
    }
    last.recipient = spoken.isGoal() ? Optional.empty() : last.recipient;
    last.add(spoken);
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

  private void resolve(Draft draft) {
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
    draft.object.ifPresent(this::note);
  }

  private void note(NounPhrase named) {
    if (lexicon.is("openable", named.head())) {
      openable = Optional.of(named);
    }
  }
}
