package dev.creature.tools.simulator.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the body can do, and the verbs that ask for it. */
public enum Skill {
  GO(
      "go",
      "walk",
      "drive",
      "enter",
      "head",
      "navigate",
      "run",
      "reach",
      "approach",
      "go along",
      "step",
      "proceed",
      "go to",
      "go into",
      "return",
      "go back",
      "leave",
      "get to",
      "travel"),
  COME("come", "come here", "come back", "come over"),
  FOLLOW("follow", "go after", "accompany", "come with", "come along"),
  GUIDE("guide", "lead", "escort", "show", "conduct", "usher"),
  TAKE(
      "pick",
      "pick up",
      "grasp",
      "grab",
      "take",
      "catch",
      "lift",
      "hold",
      "collect",
      "seize",
      "raise",
      "get up",
      "take out"),
  PUT(
      "put",
      "place",
      "set",
      "lay",
      "store",
      "hang",
      "put down",
      "put back",
      "put away",
      "load",
      "insert",
      "set down",
      "position",
      "stow",
      "deposit",
      "rest",
      "leave behind",
      "hang up",
      "stack",
      "drop off"),
  MOVE("move", "carry", "transport", "shift", "transfer"),
  BRING(
      "bring",
      "give",
      "hand",
      "fetch",
      "get",
      "deliver",
      "pass",
      "serve",
      "hand over",
      "bring back",
      "hand out",
      "retrieve"),
  DROP("drop", "release", "let go", "let go of"),
  THROW_AWAY(
      "throw",
      "throw away",
      "throw out",
      "discard",
      "dispose",
      "dispose of",
      "trash",
      "toss",
      "bin",
      "get rid of",
      "throw off"),
  OPEN("open", "unlock", "open up"),
  CLOSE("close", "shut", "lock"),
  PUSH("push", "slide"),
  PULL("pull", "drag"),
  SWITCH_ON(
      "switch on",
      "turn on",
      "activate",
      "start",
      "put on",
      "light",
      "power on",
      "restart",
      "illuminate"),
  SWITCH_OFF(
      "switch off",
      "turn off",
      "deactivate",
      "shut off",
      "put off",
      "power off",
      "shut down",
      "turn out",
      "put out"),
  POUR("pour", "fill", "empty"),
  WIPE(
      "wipe",
      "clean",
      "dust",
      "scrub",
      "polish",
      "mop",
      "sweep",
      "wipe off",
      "clean up",
      "wipe down",
      "tidy"),
  WASH("wash", "rinse", "wash off"),
  HEAT("heat", "microwave", "cook", "warm", "heat up", "warm up", "bake"),
  COOL("cool", "chill", "refrigerate", "cool down"),
  LOOK(
      "look",
      "look at",
      "check",
      "inspect",
      "examine",
      "see",
      "watch",
      "observe",
      "stare",
      "face",
      "check on",
      "view",
      "scan"),
  FIND("find", "search", "locate", "look for", "search for", "seek", "hunt"),
  POINT("point", "point at", "point to", "indicate"),
  WAVE("wave", "greet", "say hello", "wave at", "say goodbye"),
  NOD("nod"),
  SHAKE_HEAD("shake", "shake head", "shake your head"),
  BOW("bow"),
  TURN("turn", "rotate", "veer", "spin", "turn around"),
  WAIT("wait", "stay", "stand", "pause"),
  DANCE("dance");

  private static final Map<String, Skill> BY_VERB = byVerb();

  private final String verbs;

  Skill(String... verbs) {
    this.verbs = String.join(",", verbs);
  }

  /** The skill that a verb asks for, whatever its case; a particle more is let pass. */
  public static Optional<Skill> of(String verb) {
    String plain = verb.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    Skill whole = BY_VERB.get(plain);
    if (whole != null) {
      return Optional.of(whole);
    }
    int space = plain.lastIndexOf(' ');
    return space < 0 ? Optional.empty() : of(plain.substring(0, space));
  }

  /** The verbs that ask for it, its own first. */
  public List<String> verbs() {
    return List.of(verbs.split(","));
  }

  private static Map<String, Skill> byVerb() {
    Map<String, Skill> verbs = new HashMap<>();
    for (Skill skill : values()) {
      for (String verb : skill.verbs()) {
        verbs.put(verb, skill);
      }
    }
    return verbs;
  }
}
