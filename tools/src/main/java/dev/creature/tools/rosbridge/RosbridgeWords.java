package dev.creature.tools.rosbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.task.TaskId;

/** What is said to a rosbridge server, version 2 of its protocol. */
record RosbridgeWords(RosbridgeSettings settings) {
  String advertise() {
    return op("advertise")
        .put("topic", settings.velocityTopic())
        .put("type", settings.velocityType())
        .toString();
  }

  String standStill() {
    ObjectNode twist = JsonNodeFactory.instance.objectNode();
    zero(twist.putObject("linear"));
    zero(twist.putObject("angular"));
    ObjectNode message = twist;
    if (settings.velocityType().endsWith("TwistStamped")) {
      message = JsonNodeFactory.instance.objectNode();
      message.set("twist", twist);
    }
    ObjectNode publish = op("publish").put("topic", settings.velocityTopic());
    publish.set("msg", message);
    return publish.toString();
  }

  String goal(TaskId task, ObjectNode arguments) {
    ObjectNode goal =
        op("send_action_goal")
            .put("id", task.value())
            .put("action", settings.action())
            .put("action_type", settings.actionType());
    goal.set("args", arguments);
    return goal.put("feedback", true).toString();
  }

  String cancel(TaskId task) {
    return op("cancel_action_goal")
        .put("id", task.value())
        .put("action", settings.action())
        .toString();
  }

  private static ObjectNode op(String name) {
    return JsonNodeFactory.instance.objectNode().put("op", name);
  }

  private static void zero(ObjectNode vector) {
    vector.put("x", 0.0).put("y", 0.0).put("z", 0.0);
  }
}
