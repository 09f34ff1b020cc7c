package dev.creature.tools.reachy;

import dev.creature.actors.task.PhysicalTask;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a task is to this robot: poses one after another and what is said at the end, or why it
 * can't be done. It has no hand and can't go anywhere.
 */
sealed interface Moves {
  /** It can. */
  record Can(List<Pose> poses, String words) implements Moves {
    public Can {
      poses = List.copyOf(poses);
    }
  }

  /** It can't, for this reason. */
  record Cannot(String reason) implements Moves {}

  /** Which way is meant; empty when no way is named. */
  private static Optional<String> way(PhysicalTask what) {
    String words =
        Stream.of(
                what.target(),
                what.object(),
                Optional.ofNullable(what.arguments().get("direction")))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Stream.of("left", "right", "up", "down", "ahead", "around")
        .filter(it -> List.of(words.split("[^a-z]+")).contains(it))
        .findFirst();
  }

  /** Of a task. */
  static Moves of(PhysicalTask what) {
    Pose rest = Pose.rest(Duration.ofMillis(500));
    return switch (what.verb().toLowerCase(Locale.ROOT).strip()) {
      case "look", "look at", "face", "watch" -> look(what);
      case "nod" ->
          new Can(
              List.of(
                  Pose.head(0, 0.3, 0, 300),
                  Pose.head(0, -0.15, 0, 300),
                  Pose.head(0, 0.3, 0, 300),
                  rest),
              "I have nodded.");
      case "shake", "shake head" ->
          new Can(
              List.of(
                  Pose.head(0, 0, 0.4, 300),
                  Pose.head(0, 0, -0.4, 400),
                  Pose.head(0, 0, 0.4, 400),
                  rest),
              "I have shaken my head.");
      case "wave" ->
          new Can(
              List.of(
                  Pose.antennas(-0.9, 0.9, 350),
                  Pose.antennas(0.4, -0.4, 350),
                  Pose.antennas(-0.9, 0.9, 350),
                  Pose.antennas(0.4, -0.4, 350),
                  rest),
              "I have waved with my antennas.");
      case "bow" ->
          new Can(
              List.of(Pose.head(0, 0.45, 0, 700), Pose.head(0, 0.45, 0, 500), rest),
              "I have bowed.");
      case "tilt" -> new Can(List.of(Pose.head(0.35, 0, 0, 500)), "I have tilted my head.");
      case "turn" -> turn(what);
      case "dance" ->
          new Can(
              List.of(
                  new Pose(0.3, 0, 0.2, -0.6, 0.6, 0.4, Duration.ofMillis(500)),
                  new Pose(-0.3, 0, -0.2, 0.6, -0.6, -0.4, Duration.ofMillis(700)),
                  new Pose(0.3, 0.2, 0.2, -0.6, 0.6, 0.4, Duration.ofMillis(700)),
                  new Pose(-0.3, 0.2, -0.2, 0.6, -0.6, -0.4, Duration.ofMillis(700)),
                  Pose.rest(Duration.ofMillis(800))),
              "I have danced.");
      case "go", "come", "walk", "drive", "follow", "guide", "enter", "leave", "approach" ->
          new Cannot("I have no legs and no wheels: I stay where I stand");
      case "take",
          "pick up",
          "grab",
          "put",
          "place",
          "bring",
          "give",
          "fetch",
          "get",
          "open",
          "close",
          "push",
          "pull",
          "pour",
          "wipe",
          "wash",
          "throw away",
          "drop",
          "carry" ->
          new Cannot("I have no hands");
      default -> new Cannot("I don't know how to " + what.verb());
    };
  }

  private static Moves look(PhysicalTask what) {
    Optional<String> way = way(what);
    if (way.isEmpty()) {
      boolean here = what.object().isEmpty() && what.target().isEmpty();
      String named = what.object().or(what::target).orElse("");
      boolean user = List.of("me", "us", "here", "you").contains(named);
      return here || user
          ? new Can(List.of(Pose.rest(Duration.ofMillis(500))), "I look straight ahead.")
          : new Cannot("I don't know where the " + named + " is");
    }
    return switch (way.get()) {
      case "left" -> new Can(List.of(Pose.head(0, 0, 0.6, 600)), "I look to the left.");
      case "right" -> new Can(List.of(Pose.head(0, 0, -0.6, 600)), "I look to the right.");
      case "up" -> new Can(List.of(Pose.head(0, -0.35, 0, 600)), "I look up.");
      case "down" -> new Can(List.of(Pose.head(0, 0.35, 0, 600)), "I look down.");
      case "around" ->
          new Can(
              List.of(
                  Pose.head(0, 0, 0.6, 800),
                  Pose.head(0, 0, -0.6, 1400),
                  Pose.rest(Duration.ofMillis(800))),
              "I have looked around.");
      default -> new Can(List.of(Pose.rest(Duration.ofMillis(500))), "I look straight ahead.");
    };
  }

  private static Moves turn(PhysicalTask what) {
    if (what.object().isPresent() && way(what).isEmpty()) {
      return new Cannot("I have no hands");
    }
    return switch (way(what).orElse("")) {
      case "left" -> new Can(List.of(Pose.base(1.2, 1500)), "I have turned to the left.");
      case "right" -> new Can(List.of(Pose.base(-1.2, 1500)), "I have turned to the right.");
      case "ahead" -> new Can(List.of(Pose.base(0, 1500)), "I have turned back.");
      case "around" -> new Cannot("I can't turn all the way around");
      default -> new Cannot("I don't know which way to turn");
    };
  }
}
