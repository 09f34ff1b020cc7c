package dev.creature.tools.simulator.plan;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.tools.simulator.grounding.Grounder;
import dev.creature.tools.simulator.grounding.Grounding;
import dev.creature.tools.simulator.grounding.Named;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The slots of one task, looked up in the world. */
record Meaning(PhysicalTask task, Apartment apartment, Grounder grounder, World world) {
  private static final Map<String, Integer> NUMBERS =
      Map.of("a", 1, "one", 1, "two", 2, "both", 2, "three", 3, "four", 4, "five", 5, "six", 6);

  /**
   * The first slot of these that is filled: {@code object}, {@code target}, {@code source}, or an
   * argument.
   */
  Optional<String> slot(String... names) {
    for (String name : names) {
      Optional<String> filled =
          switch (name) {
            case "object" -> task.object();
            case "target" -> task.target();
            case "source" -> task.source();
            default -> Optional.ofNullable(task.arguments().get(name));
          };
      if (filled.filter(it -> !it.isBlank()).isPresent()) {
        return filled;
      }
    }
    return Optional.empty();
  }

  /** The thing that a slot names, there where the source says, if one is given. */
  Named.Thing thing(String phrase) {
    return (Named.Thing) things(phrase).nearest();
  }

  Grounding things(String phrase) {
    Optional<String> source = slot("source");
    String whole = phrase;
    if (source.isPresent() && grounder.anything(source.get(), world).isFound()) {
      whole = phrase + " in " + source.get();
    }
    Grounding found = grounder.thing(whole, world);
    if (!found.isFound()) {
      Grounding somethingElse = grounder.anything(whole, world);
      throw new CannotDo(
          somethingElse.isFound()
              ? "I can't carry " + theName(somethingElse.nearest())
              : found.missing());
    }
    return found;
  }

  /** As many things as are asked for, nearest first. */
  List<Item> items(String phrase) {
    Grounding found = things(phrase);
    String first = phrase.strip().toLowerCase(Locale.ROOT).split("\\s+")[0];
    int count =
        slot("count")
            .flatMap(Meaning::number)
            .or(() -> first.equals("a") ? Optional.empty() : number(first))
            .orElse(found.plural() ? 5 : 1);
    List<Item> items =
        found.candidates().stream().map(it -> ((Named.Thing) it).item()).limit(count).toList();
    if (slot("count").isPresent() && items.size() < count) {
      throw new CannotDo(
          "I know of only "
              + (items.size() == 1 ? "one" : items.size())
              + " "
              + items.getFirst().kind());
    }
    return items;
  }

  Named anything(String phrase) {
    Grounding found = grounder.anything(phrase, world);
    if (!found.isFound()) {
      throw new CannotDo(found.missing());
    }
    return found.nearest();
  }

  Named fixture(String phrase) {
    Grounding found = grounder.fixture(phrase, world);
    if (!found.isFound()) {
      throw new CannotDo(found.missing());
    }
    return found.nearest();
  }

  Optional<Person> person(String phrase) {
    Grounding found = grounder.person(phrase, world);
    return found.isFound()
        ? Optional.of(((Named.Someone) found.nearest()).person())
        : Optional.empty();
  }

  Person user() {
    return apartment.user().orElseThrow(() -> new CannotDo("I don't know where you are"));
  }

  /** How the user would name it: with an article, and {@code you} for the user. */
  static String theName(Named named) {
    return named instanceof Named.Someone(Person person) ? theName(person) : "the " + named.name();
  }

  static String theName(Person person) {
    return person.user() ? "you" : person.name();
  }

  /** The verb that goes with a name: scissors, keys and blinds are many. */
  static String is(String name) {
    return name.endsWith("s") && !name.endsWith("ss") ? " are " : " is ";
  }

  /** The same, as seen from where a thing is: what is nearest to it comes first. */
  Meaning seenFrom(Item item) {
    Robot there = Robot.standing(apartment.pointOf(item.name(), world), 0);
    return new Meaning(task, apartment, grounder, world.with(there));
  }

  /** A whole sentence of it. */
  static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  static Optional<Integer> number(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return plain.matches("\\d{1,2}")
        ? Optional.of(Integer.parseInt(plain))
        : Optional.ofNullable(NUMBERS.get(plain));
  }
}
