package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes back one of several things or deeds, or all but one: "never mind the plate", "no, only the
 * first". Changes the drafts that it is given.
 */
final class Selection {
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  private final List<Draft> drafts;

  Selection(List<Draft> drafts) {
    this.drafts = drafts;
  }

  /** Takes back what the phrase names; gives whether anything was. */
  boolean withdraw(NounPhrase said) {
    List<NounPhrase> named = named();
    return retain(item -> !isMeant(said, item, named));
  }

  /** Keeps only what the phrase names; changes nothing when nothing is. */
  boolean keepOnly(NounPhrase said) {
    List<NounPhrase> named = named();
    return named.stream().anyMatch(item -> isMeant(said, item, named))
        && (named.size() == 1 || retain(item -> isMeant(said, item, named)));
  }

  /** "skip the ironing": takes back what is done by this verb; gives whether anything is. */
  boolean withdrawDoing(String verb) {
    return drafts.removeIf(draft -> draft.verb.head().equals(verb));
  }

  /** "… and then sweep, no, do not sweep": takes back the last deed when it says no more. */
  boolean withdrawBegun(String verb) {
    Draft last = drafts.getLast();
    boolean begun = last.verb.base().equals(verb) && last.object.isEmpty() && last.places.isEmpty();
    if (begun) {
      drafts.removeLast();
    }
    return begun;
  }

  /** Takes back the same deed: "do not turn on the fan". */
  boolean withdraw(Draft denied) {
    boolean more =
        denied.places.stream().anyMatch(place -> !place.landmark().pronoun())
            || denied.direction.isPresent();
    Optional<NounPhrase> thing = denied.object;
    if (more) {
      return false;
    }
    if (thing.isEmpty() || thing.get().pronoun()) {
      boolean last = !drafts.isEmpty() && drafts.getLast().verb.base().equals(denied.verb.base());
      if (last) {
        drafts.removeLast();
      }
      return last;
    }
    boolean several = named().size() > drafts.size();
    return drafts.stream().anyMatch(draft -> several || isSameDeed(draft, denied))
        && new Selection(drafts).withdraw(thing.get());
  }

  private static boolean isSameDeed(Draft draft, Draft denied) {
    return draft.verb.base().equals(denied.verb.base());
  }

  private boolean retain(Predicate<NounPhrase> kept) {
    boolean changed = false;
    for (Draft draft : List.copyOf(drafts)) {
      Optional<NounPhrase> slot = slot(draft);
      if (slot.isEmpty()) {
        continue;
      }
      List<NounPhrase> each = slot.get().each();
      List<NounPhrase> rest = each.stream().filter(kept).toList();
      if (rest.size() == each.size()) {
        continue;
      }
      changed = true;
      if (rest.isEmpty()) {
        drafts.remove(draft);
      } else if (draft.object.isPresent()) {
        draft.object = Optional.of(NounPhrase.together(rest));
      } else {
        Place old = draft.places.removeLast();
        draft.places.add(new Place(old.preposition(), NounPhrase.together(rest)));
      }
    }
    return changed;
  }

  /** What a deed is about, in the order in which it was said. */
  private List<NounPhrase> named() {
    List<NounPhrase> all = new ArrayList<>();
    drafts.forEach(draft -> slot(draft).ifPresent(phrase -> all.addAll(phrase.each())));
    return all;
  }

  private static Optional<NounPhrase> slot(Draft draft) {
    return draft.object.isPresent() || draft.places.isEmpty()
        ? draft.object
        : Optional.of(draft.places.getLast().landmark());
  }

  private static boolean isMeant(NounPhrase said, NounPhrase item, List<NounPhrase> named) {
    int ordinal = ORDINALS.indexOf(said.words().getFirst());
    boolean bare = said.words().size() == 1 || said.head().equals("one");
    boolean last = said.words().getFirst().equals("last") && bare;
    if (named.size() > 1 && bare && (ordinal >= 0 || last)) {
      int at = last ? named.size() - 1 : ordinal;
      return at < named.size() && named.get(at).equals(item);
    }
    return said.each().stream().anyMatch(one -> names(one, item));
  }

  private static boolean names(NounPhrase said, NounPhrase item) {
    boolean one = said.head().equals("one") || said.head().equals("ones");
    boolean shown = !said.determiner().isEmpty() && !said.determiner().equals(item.determiner());
    List<String> marks = said.words().subList(0, said.words().size() - 1);
    return (one ? !marks.isEmpty() : singular(said.head()).equals(singular(item.head())))
        && item.words().containsAll(marks)
        && !(shown && List.of("that", "this", "those", "these").contains(said.determiner()));
  }

  private static String singular(String noun) {
    return noun.length() > 3 && noun.endsWith("s") && !noun.endsWith("ss")
        ? noun.substring(0, noun.length() - 1)
        : noun;
  }
}
