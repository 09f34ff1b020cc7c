package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.body.WorldView;
import java.util.stream.Stream;

/**
 * The world as the console draws it: {@code {"type":"world",…}}, specified in {@code
 * docs/network.md}. Lengths are metres to the centimetre, headings radians to the thousandth.
 */
public final class WorldJson {
  private WorldJson() {}

  /**
   * The JSON object of a view.
   *
   * @param withMap whether what never moves goes with it: rooms, where doors and furniture stand,
   *     what things look like. Without it, some 5 kB are left of 20.
   */
  public static ObjectNode of(WorldView view, boolean withMap) {
    ObjectNode world = JsonNodeFactory.instance.objectNode();
    world.put("type", "world").put("t", view.tMillis()).put("version", view.version());
    if (withMap) {
      map(view, world);
    }
    ArrayNode open = world.putArray("open");
    Stream.concat(
            view.doors().stream().filter(WorldView.DoorView::open).map(WorldView.DoorView::name),
            view.furniture().stream()
                .filter(WorldView.FurnitureView::open)
                .map(WorldView.FurnitureView::name))
        .forEach(open::add);
    ArrayNode locked = world.putArray("locked");
    view.doors().stream().filter(WorldView.DoorView::locked).forEach(it -> locked.add(it.name()));
    ArrayNode on = world.putArray("on");
    view.furniture().stream().filter(WorldView.FurnitureView::on).forEach(it -> on.add(it.name()));
    ArrayNode things = world.putArray("things");
    view.things().forEach(it -> thing(it, withMap, things.addObject()));
    ArrayNode people = world.putArray("people");
    view.people().forEach(it -> person(it, people.addObject()));
    robot(view.robot(), world.putObject("robot"));
    view.held().ifPresent(held -> world.put("held", held));
    return world.put("doing", view.doing()).put("stopped", view.stopped());
  }

  private static void map(WorldView view, ObjectNode world) {
    ArrayNode rooms = world.putArray("rooms");
    view.rooms().forEach(it -> area(it.area(), rooms.addObject().put("name", it.name())));
    ArrayNode doors = world.putArray("doors");
    view.doors().forEach(it -> area(it.area(), doors.addObject().put("name", it.name())));
    ArrayNode furniture = world.putArray("furniture");
    view.furniture()
        .forEach(it -> {
          ObjectNode node = furniture.addObject().put("name", it.name()).put("kind", it.kind());
          if (!it.colour().isEmpty()) {
            node.put("colour", it.colour());
          }
          area(it.area(), node);
        });
  }

  private static void thing(WorldView.ThingView thing, boolean withMap, ObjectNode node) {
    node.put("name", thing.name()).put("x", hundredths(thing.x())).put("y", hundredths(thing.y()));
    if (thing.hidden()) {
      node.put("hidden", true);
    }
    if (withMap) {
      node.put("kind", thing.kind()).put("where", thing.where());
      if (!thing.colour().isEmpty()) {
        node.put("colour", thing.colour());
      }
    }
  }

  private static void person(WorldView.PersonView person, ObjectNode node) {
    node.put("name", person.name())
        .put("x", hundredths(person.x()))
        .put("y", hundredths(person.y()))
        .put("heading", thousandths(person.heading()))
        .put("user", person.user());
  }

  private static void robot(WorldView.RobotView robot, ObjectNode node) {
    node.put("x", hundredths(robot.x()))
        .put("y", hundredths(robot.y()))
        .put("heading", thousandths(robot.heading()))
        .put("speed", hundredths(robot.speed()))
        .put("radius", hundredths(robot.radius()))
        .put("reach", hundredths(robot.handReach()))
        .put("height", hundredths(robot.handHeight()))
        .put("gesture", robot.gesture());
    ArrayNode path = node.putArray("path");
    robot.path().forEach(length -> path.add(hundredths(length)));
  }

  private static void area(WorldView.AreaView area, ObjectNode node) {
    node.put("x", hundredths(area.x()))
        .put("y", hundredths(area.y()))
        .put("width", hundredths(area.width()))
        .put("depth", hundredths(area.depth()));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double thousandths(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
