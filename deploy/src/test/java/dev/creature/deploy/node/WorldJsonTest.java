package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.body.WorldView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldJsonTest {
  private static final WorldView.AreaView AREA = new WorldView.AreaView(1.004, 2, 3, 4);

  private static WorldView view(Optional<String> held) {
    return new WorldView(
        7,
        1_240,
        List.of(new WorldView.RoomView("kitchen", AREA)),
        List.of(
            new WorldView.DoorView("kitchen door", AREA, true, false),
            new WorldView.DoorView("front door", AREA, false, true)),
        List.of(
            new WorldView.FurnitureView(
                "fridge", "fridge", "kitchen", AREA, "white", true, true, false, false),
            new WorldView.FurnitureView(
                "table", "table", "kitchen", AREA, "", false, false, false, false),
            new WorldView.FurnitureView(
                "floor lamp", "lamp", "kitchen", AREA, "", false, false, true, true)),
        List.of(
            new WorldView.ThingView("blue cup", "cup", "blue", 1.239, 2, "on the table", false),
            new WorldView.ThingView("milk", "milk", "", 1, 2, "in the fridge", true)),
        List.of(new WorldView.PersonView("Anna", 3, 2, Math.PI, false)),
        new WorldView.RobotView(
            5.006, 4, -Math.PI / 2, 0.5, 0.25, 0.4, 0.8, "wave", List.of(1.0, 2.0, 3.001, 4.0)),
        held,
        "going to the kitchen",
        true);
  }

  @Test
  void sendsTheMapOnlyWhenItIsAskedFor() {
    ObjectNode whole = WorldJson.of(view(Optional.empty()), true);
    ObjectNode change = WorldJson.of(view(Optional.empty()), false);
    assertThat(names(whole.path("rooms"))).containsExactly("kitchen");
    assertThat(names(whole.path("doors"))).containsExactly("kitchen door", "front door");
    assertThat(names(whole.path("furniture"))).containsExactly("fridge", "table", "floor lamp");
    assertThat(whole.at("/furniture/0/colour").asText()).isEqualTo("white");
    assertThat(whole.at("/furniture/1").has("colour")).isFalse();
    assertThat(whole.at("/things/0/where").asText()).isEqualTo("on the table");
    assertThat(change.has("rooms") || change.has("doors") || change.has("furniture")).isFalse();
    assertThat(change.at("/things/0").has("kind")).isFalse();
    assertThat(names(change.path("things"))).containsExactly("blue cup", "milk");
  }

  @Test
  void namesWhatIsOpenLockedAndOnEachTime() {
    ObjectNode change = WorldJson.of(view(Optional.empty()), false);
    assertThat(texts(change.path("open"))).containsExactly("kitchen door", "fridge");
    assertThat(texts(change.path("locked"))).containsExactly("front door");
    assertThat(texts(change.path("on"))).containsExactly("floor lamp");
  }

  @Test
  void tellsWhatMovesToTheCentimetre() throws Exception {
    JsonNode world =
        new ObjectMapper().readTree(WorldJson.of(view(Optional.of("blue cup")), false).toString());
    assertThat(world.path("type").asText()).isEqualTo("world");
    assertThat(world.path("t").asLong()).isEqualTo(1_240);
    assertThat(world.path("version").asLong()).isEqualTo(7);
    assertThat(world.at("/robot/x").asDouble()).isEqualTo(5.01);
    assertThat(world.at("/robot/heading").asDouble()).isEqualTo(-1.571);
    assertThat(world.at("/robot/gesture").asText()).isEqualTo("wave");
    assertThat(world.at("/robot/path").toString()).isEqualTo("[1.0,2.0,3.0,4.0]");
    assertThat(world.at("/people/0/heading").asDouble()).isEqualTo(3.142);
    assertThat(world.at("/things/0/x").asDouble()).isEqualTo(1.24);
    assertThat(world.at("/things/0").has("hidden")).isFalse();
    assertThat(world.at("/things/1/hidden").asBoolean()).isTrue();
    assertThat(world.path("held").asText()).isEqualTo("blue cup");
    assertThat(world.path("doing").asText()).isEqualTo("going to the kitchen");
    assertThat(world.path("stopped").asBoolean()).isTrue();
  }

  @Test
  void saysNothingOfAnEmptyHand() {
    assertThat(WorldJson.of(view(Optional.empty()), true).has("held")).isFalse();
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(node -> names.add(node.path("name").asText()));
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
