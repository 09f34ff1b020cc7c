package dev.creature.tools.simulator.plan;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.tools.simulator.grounding.Grounder;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.scene.Spots;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.World;
import java.util.Optional;

/** From a task to its steps. Total: whatever is asked, there is a plan or a reason. */
public final class Planner {
  private final Apartment apartment;
  private final Grounder grounder;
  private final Spots spots;

  public Planner(Apartment apartment, PathPlanner paths) {
    this.apartment = apartment;
    this.grounder = new Grounder(apartment);
    this.spots = new Spots(apartment, paths);
  }

  /** The steps that do it in this world, or why it can't be done. */
  public Plan plan(PhysicalTask task, World world) {
    Optional<Skill> skill = Skill.of(task.verb());
    if (skill.isEmpty()) {
      return new Plan.Infeasible("I don't know how to " + task.verb());
    }
    try {
      return plan(
          skill.get(),
          new Meaning(task, apartment, grounder, world),
          new Draft(apartment, spots, world));
    } catch (CannotDo reason) {
      return new Plan.Infeasible(reason.reason());
    }
  }

  private static Plan plan(Skill skill, Meaning meaning, Draft draft) {
    return switch (skill) {
      case GO -> new TravelPlans(meaning, draft).go();
      case COME -> new TravelPlans(meaning, draft).come();
      case FOLLOW -> new TravelPlans(meaning, draft).follow();
      case GUIDE -> new TravelPlans(meaning, draft).guide();
      case TURN -> new TravelPlans(meaning, draft).turn();
      case TAKE -> takeOrGuide(meaning, draft);
      case PUT -> new CarryPlans(meaning, draft).put();
      case MOVE ->
          meaning.slot("object").filter(it -> !it.equalsIgnoreCase("yourself")).isPresent()
              ? new CarryPlans(meaning, draft).put()
              : new TravelPlans(meaning, draft).go();
      case BRING -> new CarryPlans(meaning, draft).bring();
      case DROP -> new CarryPlans(meaning, draft).drop();
      case THROW_AWAY -> new CarryPlans(meaning, draft).throwAway();
      case OPEN -> new HousePlans(meaning, draft).open(true);
      case CLOSE -> new HousePlans(meaning, draft).open(false);
      case PUSH -> new HousePlans(meaning, draft).slide(true);
      case PULL -> new HousePlans(meaning, draft).slide(false);
      case SWITCH_ON -> new HousePlans(meaning, draft).switchTo(true);
      case SWITCH_OFF -> new HousePlans(meaning, draft).switchTo(false);
      case POUR -> new HousePlans(meaning, draft).pour();
      case WIPE -> new HousePlans(meaning, draft).wipe();
      case WASH -> new HousePlans(meaning, draft).wash();
      case HEAT -> new HousePlans(meaning, draft).heat();
      case COOL -> new HousePlans(meaning, draft).cool();
      case LOOK -> new GesturePlans(meaning, draft).look();
      case FIND -> new GesturePlans(meaning, draft).find();
      case POINT -> new GesturePlans(meaning, draft).point();
      case WAVE -> new GesturePlans(meaning, draft).show("wave", 2, "I have waved.");
      case NOD -> new GesturePlans(meaning, draft).show("nod", 1, "I have nodded.");
      case SHAKE_HEAD ->
          new GesturePlans(meaning, draft).show("shake", 1, "I have shaken my head.");
      case BOW -> new GesturePlans(meaning, draft).show("bow", 1.5, "I have bowed.");
      case WAIT -> new GesturePlans(meaning, draft).show("wait", 3, "I have waited.");
      case DANCE -> new GesturePlans(meaning, draft).dance();
    };
  }

  /** "Take the cup" and "take Anna to the study" are two things. */
  private static Plan takeOrGuide(Meaning meaning, Draft draft) {
    boolean somebody =
        meaning.slot("object").flatMap(meaning::person).isPresent()
            && meaning.slot("target").isPresent()
            && !meaning
                .grounder()
                .thing(meaning.slot("object").orElse(""), meaning.world())
                .isFound();
    return somebody
        ? new TravelPlans(meaning, draft).guide()
        : new CarryPlans(meaning, draft).take();
  }
}
