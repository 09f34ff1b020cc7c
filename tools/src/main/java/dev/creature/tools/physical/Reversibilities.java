package dev.creature.tools.physical;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.util.Locale;
import java.util.Set;

/** What it costs to have done a physical task by mistake, by its verb. */
public final class Reversibilities {
  private static final Set<String> REVERSIBLE =
      Set.of(
          "look", "point", "wave", "nod", "turn", "face", "find", "bow", "wait", "check", "watch");
  private static final Set<String> IRREVERSIBLE =
      Set.of(
          "pour",
          "fill",
          "empty",
          "throw",
          "discard",
          "dispose",
          "trash",
          "toss",
          "bin",
          "cook",
          "heat",
          "microwave",
          "bake",
          "wash",
          "rinse");

  private Reversibilities() {}

  /** By the first word of the verb; what is not known is costly. */
  public static Reversibility of(PhysicalTask task) {
    String verb = task.verb().toLowerCase(Locale.ROOT).strip().split("[ _-]")[0];
    boolean switches = task.verb().matches("(?i)(turn|switch|look after) ?(on|off|out).*");
    if (IRREVERSIBLE.contains(verb)) {
      return Reversibility.IRREVERSIBLE;
    }
    return REVERSIBLE.contains(verb) && !switches ? Reversibility.REVERSIBLE : Reversibility.COSTLY;
  }
}
