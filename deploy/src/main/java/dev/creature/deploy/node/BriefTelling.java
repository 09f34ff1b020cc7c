package dev.creature.deploy.node;

import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.reasoning.errand.BriefInstructions;
import dev.creature.reasoning.errand.NarrowOffer;
import java.util.List;
import java.util.Optional;

/** What a small model is told. */
final class BriefTelling implements SlowThinking.Telling {
  @Override
  public String of(Optional<WorldView> world, List<String> remembered) {
    return BriefInstructions.of(world, remembered);
  }

  @Override
  public ToolOffer offered(ToolOffer offer, Optional<WorldView> world) {
    return NarrowOffer.of(offer, world);
  }
}
