package dev.creature.actors.intent;

import dev.creature.actors.task.PhysicalTask;
import java.util.Optional;
import java.util.Set;

/** A task as a verb phrase in the base form: "bring you the cup". Pure. */
final class SpokenAct {
  /** Behind these the person who gets it stands before the thing. */
  private static final Set<String> GIVING =
      Set.of("bring", "give", "hand", "pass", "get", "fetch", "make", "pour", "serve", "cook");

  /** These have a place for an object. */
  private static final Set<String> ENTERING =
      Set.of("enter", "exit", "reach", "approach", "cross", "face", "visit", "climb", "leave");

  /** Of a verb's words these may stand behind what they act on: "switch it on". */
  private static final Set<String> MOVABLE =
      Set.of("up", "down", "on", "off", "out", "away", "back", "over", "around", "in");

  private final PhysicalTask task;
  private final Optional<PhysicalTask> before;
  private final String verb;
  private final String particle;

  SpokenAct(PhysicalTask task, Optional<PhysicalTask> before) {
    this.task = task;
    this.before = before;
    String base = SpokenNoun.clean(task.verb());
    int space = base.indexOf(' ');
    this.verb = space < 0 ? base : base.substring(0, space);
    this.particle = space < 0 ? "" : base.substring(space + 1);
  }

  String words() {
    String core =
        switch (verb) {
          case "find", "locate", "seek", "search" -> search();
          case "look", "stare", "gaze", "glance" -> particle.equals("through") ? general() : look();
          case "come" -> come();
          default -> general();
        };
    return (core + " " + extent()).strip().replaceAll("\\s+", " ");
  }

  private String search() {
    if (object().isEmpty()) {
      return "search " + target().map(SpokenNoun::words).orElse("around");
    }
    return "look for " + object().get().words() + goal("in");
  }

  private String look() {
    if (particle.equals("for")) {
      return search();
    }
    boolean seen = task.object().isPresent() && task.object().equals(task.target());
    if (seen) {
      return verb + " at " + object().orElseThrow().words();
    }
    String at = object().map(object -> " at " + object.words()).orElse("");
    boolean away = !particle.isEmpty() && !particle.equals("at");
    return verb + (away ? " " + particle : "") + at + goal("at");
  }

  private String come() {
    boolean here = task.target().filter(place -> place.equals("here")).isPresent();
    boolean me = task.target().filter(place -> place.equals("me")).isPresent();
    String with = task.arguments().getOrDefault("with", "");
    if (!with.isEmpty()) {
      return "come with " + new SpokenNoun(with, "", "").words() + goal("to");
    }
    return here || me ? "come to you" : verb() + goal("to");
  }

  private String general() {
    if (ENTERING.contains(verb) && object().isEmpty()) {
      return verb() + target().map(place -> " " + place.words()).orElse("") + source();
    }
    if (object().isEmpty()) {
      return verb() + source() + goal("to");
    }
    SpokenNoun object = object().get();
    boolean given =
        GIVING.contains(verb)
            && particle.isEmpty()
            && !object.points()
            && !task.arguments().containsKey("relation")
            && target().filter(SpokenNoun::points).isPresent();
    if (given) {
      return verb + " " + target().orElseThrow().words() + " " + object.words() + source();
    }
    if (verb().equals("let go")) {
      return "let go of " + object.words() + source();
    }
    boolean behind = object.points() && MOVABLE.contains(particle) && !isAbout();
    String what =
        behind ? verb + " " + object.words() + " " + particle : verb() + " " + object.words();
    // Who is followed is also where it goes; that is said once.
    boolean said = task.object().equals(task.target());
    return what + source() + (said ? "" : goal(placing()));
  }

  /** What stands before a target when nothing was said: things are brought to somebody. */
  private String placing() {
    boolean benefits =
        task.target()
                .filter(who -> who.equals(task.arguments().getOrDefault("person", "")))
                .isPresent()
            || verb.equals("make")
            || verb.equals("cook")
            || verb.equals("prepare")
            || verb.equals("open");
    return benefits ? "for" : "to";
  }

  /** "check on him": what is checked stands last. */
  private boolean isAbout() {
    return verb().equals("check on");
  }

  private String verb() {
    return particle.isEmpty() ? verb : verb + " " + particle;
  }

  private String source() {
    return task.source()
        .map(from ->
            " from "
                + new SpokenNoun(from, task.arguments().getOrDefault("sourceDeterminer", ""), "")
                    .words())
        .orElse("");
  }

  private String goal(String otherwise) {
    Optional<SpokenNoun> target = target();
    if (target.isEmpty()) {
      return "";
    }
    String relation = task.arguments().get("relation");
    boolean bare = target.get().isWay();
    String preposition =
        relation != null ? SpokenNoun.clean(relation) + " " : bare ? "" : otherwise + " ";
    return " " + preposition + target.get().words();
  }

  private Optional<SpokenNoun> target() {
    return task.target()
        .map(text ->
            new SpokenNoun(text, task.arguments().getOrDefault("targetDeterminer", ""), ""));
  }

  private Optional<SpokenNoun> object() {
    if (task.object().isEmpty()) {
      return Optional.empty();
    }
    String count = task.arguments().getOrDefault("count", "");
    SpokenNoun object =
        new SpokenNoun(
            task.object().get(),
            task.arguments().getOrDefault("determiner", ""),
            isTimes() ? "" : count);
    boolean again =
        before.flatMap(PhysicalTask::object).equals(task.object()) && !object.isSomebody();
    return Optional.of(again ? object.again() : object);
  }

  /** "press it three times", not "press three buttons". */
  private boolean isTimes() {
    String count = task.arguments().getOrDefault("count", "");
    boolean counted = !count.isEmpty() && SpokenNoun.isNumber(count) && !count.equals("one");
    return counted
        && (count.equals("1")
            || task.object().map(text -> !new SpokenNoun(text, "", "").isPlural()).orElse(true));
  }

  /** How far, how much, how often. */
  private String extent() {
    StringBuilder said = new StringBuilder();
    String direction = task.arguments().getOrDefault("direction", "");
    boolean told = task.target().filter(direction::equals).isPresent() || direction.isEmpty();
    for (String argument : new String[] {"distance", "angle"}) {
      said.append(' ').append(task.arguments().getOrDefault(argument, ""));
    }
    if (!told && !verb.equals("come")) {
      said.append(' ').append(direction);
    }
    String duration = task.arguments().getOrDefault("duration", "");
    said.append(duration.isEmpty() ? "" : " for " + duration);
    if (isTimes()) {
      String count = task.arguments().getOrDefault("count", "");
      said.append(
          switch (count) {
            case "1" -> " once";
            case "2", "two" -> " twice";
            default -> " " + count + " times";
          });
    }
    return SpokenNoun.clean(said.toString());
  }
}
