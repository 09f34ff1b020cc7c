package dev.creature.reasoning.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NarrowOfferTest {
  private static final ToolOffer TASK = new ToolOffer("do_physical_task", "does", "{}");
  private static final WorldView.AreaView AREA = new WorldView.AreaView(0, 0, 1, 1);

  @Test
  void namesThePlacesAndPeopleThatThereAre() {
    assertThat(NarrowOffer.of(TASK, Optional.of(world())).schema())
        .contains("\"target\":{\"enum\":[\"me\",\"kitchen\",\"kitchen sink\",\"Anna\"]}");
  }

  @Test
  void leavesOtherToolsAndAnUnknownWorldAlone() {
    ToolOffer other = new ToolOffer("calendar", "knows dates", "{}");
    assertThat(NarrowOffer.of(other, Optional.of(world()))).isEqualTo(other);
    assertThat(NarrowOffer.of(TASK, Optional.empty())).isEqualTo(TASK);
  }

  private static WorldView world() {
    return new WorldView(
        1,
        0,
        List.of(new WorldView.RoomView("kitchen", AREA)),
        List.of(),
        List.of(
            new WorldView.FurnitureView(
                "kitchen sink", "sink", "kitchen", AREA, "", false, false, false, false)),
        List.of(),
        List.of(
            new WorldView.PersonView("Anna", 0, 0, 0, false),
            new WorldView.PersonView("user", 0, 0, 0, true)),
        new WorldView.RobotView(1, 1, 0, 0, 0.2, 0.3, 1, "", List.of()),
        Optional.empty(),
        "",
        false);
  }
}
