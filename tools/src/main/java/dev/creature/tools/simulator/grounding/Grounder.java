package dev.creature.tools.simulator.grounding;

import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what words mean: the head noun with its synonyms, then the words before it (colour, size,
 * material, room), then where it is said to be. Where several fit, the nearest comes first.
 */
public final class Grounder {
  private static final Set<String> USER =
      Set.of("me", "us", "myself", "here", "you", "user", "my place", "this place");
  private static final Set<String> SOMEBODY =
      Set.of(
          "him",
          "her",
          "them",
          "somebody",
          "someone",
          "person",
          "people",
          "man",
          "woman",
          "guy",
          "girl",
          "boy",
          "everybody",
          "everyone");
  private static final Set<String> IT =
      Set.of(
          "it",
          "this",
          "that",
          "them",
          "this one",
          "that one",
          "one",
          "these",
          "those",
          "thing",
          "object",
          "item");

  private final Apartment apartment;
  private final Whereabouts whereabouts;
  private final List<Named> everything;
  private final Set<List<String>> allNames;
  private final Set<String> describing;

  public Grounder(Apartment apartment) {
    this.apartment = apartment;
    this.whereabouts = new Whereabouts(apartment);
    this.everything =
        Stream.of(
                apartment.items().stream().map(it -> (Named) new Named.Thing(it)),
                apartment.fixtures().stream().map(it -> (Named) new Named.Furniture(it)),
                apartment.doors().stream().map(it -> (Named) new Named.Passage(it)),
                apartment.rooms().stream().map(it -> (Named) new Named.Chamber(it)),
                apartment.people().stream().map(it -> (Named) new Named.Someone(it)))
            .flatMap(it -> it)
            .toList();
    this.allNames =
        everything.stream()
            .flatMap(it -> it.names().stream())
            .map(Words::split)
            .collect(Collectors.toUnmodifiableSet());
    this.describing =
        Stream.concat(
                apartment.items().stream().flatMap(it -> it.attributes().stream()),
                Stream.concat(
                    apartment.fixtures().stream().map(it -> it.colour()),
                    Stream.of(
                        "red", "blue", "green", "yellow", "white", "black", "grey", "brown",
                        "orange", "pink", "purple", "small", "big", "large", "tall")))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A thing that can be carried; {@code it} is what is in the hand, else what was handled last. */
  public Grounding thing(String phrase, World world) {
    if (IT.contains(bare(phrase))) {
      Optional<String> meant = world.held().or(world::last);
      return meant
          .map(name -> new Grounding(List.of(new Named.Thing(apartment.item(name))), false, ""))
          .orElse(Grounding.missing("I don't know what you mean by \"" + phrase + "\""));
    }
    return find(phrase, world, it -> it instanceof Named.Thing);
  }

  /** Furniture, a device or a door. */
  public Grounding fixture(String phrase, World world) {
    return find(phrase, world, it -> it instanceof Named.Furniture || it instanceof Named.Passage);
  }

  /** Somebody: a name, {@code me}, or a word for a person. */
  public Grounding person(String phrase, World world) {
    String bare = bare(phrase);
    if (USER.contains(bare)) {
      return apartment
          .user()
          .map(user -> new Grounding(List.of(new Named.Someone(user)), false, ""))
          .orElse(Grounding.missing("I don't know where you are"));
    }
    if (SOMEBODY.stream().anyMatch(word -> Words.split(bare).contains(word))) {
      List<Named> others =
          everything.stream()
              .filter(it -> it instanceof Named.Someone(Person person) && !person.user())
              .filter(it -> isWhereSaid(it, Phrase.read(phrase, allNames::contains), world))
              .sorted(whereabouts.nearestFirst(world))
              .toList();
      return others.isEmpty()
          ? Grounding.missing("there is nobody" + rest(phrase))
          : new Grounding(others, false, "");
    }
    return find(phrase, world, it -> it instanceof Named.Someone);
  }

  /** Anything at all. */
  public Grounding anything(String phrase, World world) {
    if (IT.contains(bare(phrase)) && (world.held().isPresent() || world.last().isPresent())) {
      return thing(phrase, world);
    }
    Grounding person = person(phrase, world);
    return person.isFound() ? person : find(phrase, world, _ -> true);
  }

  private Grounding find(String text, World world, Predicate<Named> sort) {
    Phrase phrase = Phrase.read(text, allNames::contains);
    List<Named> exact = byName(phrase.words(), sort, false);
    boolean plural = exact.isEmpty();
    List<Named> named = plural ? byName(phrase.words(), sort, true) : exact;
    plural &= !Words.singular(phrase.words()).equals(phrase.words());
    if (named.isEmpty()) {
      return Grounding.missing("I don't know of any " + String.join(" ", phrase.words()) + " here");
    }
    List<Named> described =
        named.stream().filter(it -> isDescribed(it, phrase.words(), world)).toList();
    String wholeName = String.join(" ", phrase.words());
    List<Named> own = described.stream().filter(it -> it.name().equals(wholeName)).toList();
    if (described.isEmpty()) {
      String instead =
          named.stream().map(Named::name).distinct().limit(3).collect(Collectors.joining(", the "));
      return Grounding.missing("there is no " + wholeName + ", only the " + instead);
    }
    List<Named> placed =
        (own.isEmpty() ? described : own)
            .stream()
                .filter(it -> isWhereSaid(it, phrase, world))
                .sorted(whereabouts.nearestFirst(world))
                .toList();
    if (placed.isEmpty()) {
      return Grounding.missing("there is no " + plain(text));
    }
    return new Grounding(placed, plural, "");
  }

  /** Those with the longest name that the words end with. */
  private List<Named> byName(List<String> words, Predicate<Named> sort, boolean singular) {
    int longest = 0;
    List<Named> found = new ArrayList<>();
    for (Named named : everything) {
      if (!sort.test(named)) {
        continue;
      }
      int length = matched(named, words, singular);
      if (length > longest) {
        longest = length;
        found.clear();
      }
      if (length > 0 && length == longest) {
        found.add(named);
      }
    }
    return found;
  }

  private static int matched(Named named, List<String> words, boolean singular) {
    List<String> said = singular ? Words.singular(words) : words;
    return named.names().stream()
        .map(Words::split)
        .map(name -> singular ? Words.singular(name) : Words.telling(name))
        .filter(name -> Words.endsWith(said, name))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  private boolean isDescribed(Named named, List<String> words, World world) {
    int matched = Math.max(matched(named, words, false), matched(named, words, true));
    List<String> before = words.subList(0, words.size() - matched);
    Set<String> own = ownWords(named, world);
    return before.stream()
        .filter(word -> describing.contains(word) || isRoomWord(word))
        .allMatch(own::contains);
  }

  private boolean isRoomWord(String word) {
    return apartment.rooms().stream()
        .anyMatch(room -> Words.split(room.name()).getFirst().equals(word));
  }

  private Set<String> ownWords(Named named, World world) {
    Stream<String> room =
        roomOf(named, world).stream().flatMap(it -> Words.split(it.name()).stream());
    Stream<String> own =
        switch (named) {
          case Named.Thing(var item) ->
              Stream.concat(item.attributes().stream(), Words.split(item.name()).stream());
          case Named.Furniture(var fixture) ->
              Stream.concat(Stream.of(fixture.colour()), Words.split(fixture.name()).stream());
          case Named.Passage _, Named.Chamber _, Named.Someone _ ->
              named.names().stream().flatMap(it -> Words.split(it).stream());
        };
    return Stream.concat(room, own).collect(Collectors.toSet());
  }

  private boolean isWhereSaid(Named named, Phrase phrase, World world) {
    return phrase.relations().stream().allMatch(relation -> isAt(named, relation, world));
  }

  private boolean isAt(Named named, Phrase.Relation relation, World world) {
    String words = String.join(" ", relation.place());
    if (USER.contains(words)) {
      return apartment.user().stream()
          .anyMatch(user ->
              Whereabouts.near(pointOf(named, world), apartment.stance(user.name(), world).at()));
    }
    List<Named> places = byName(relation.place(), it -> !it.equals(named), false);
    if (places.isEmpty()) {
      places = byName(relation.place(), it -> !it.equals(named), true);
    }
    // A place that nobody knows tells nothing, such as "on the left".
    return places.isEmpty()
        || places.stream().anyMatch(place -> whereabouts.isAt(named, relation.how(), place, world));
  }

  /** The room that it is in; a wall's devices belong to theirs. */
  public Optional<Room> roomOf(Named named, World world) {
    return whereabouts.roomOf(named, world);
  }

  /** Where it is on the floor plan. */
  public Point pointOf(Named named, World world) {
    return whereabouts.pointOf(named, world);
  }

  private static String bare(String phrase) {
    String plain = phrase.toLowerCase(Locale.ROOT).strip();
    return plain.replaceAll("^(to|for|with|at|the|a|an|of) +", "").replaceAll("^(the|a) +", "");
  }

  private static String plain(String phrase) {
    return phrase.strip().replaceAll("(?i)^(the|a|an|my|some) +", "");
  }

  private static String rest(String phrase) {
    int at = phrase.indexOf(" in ");
    return at < 0 ? " else here" : phrase.substring(at);
  }
}
