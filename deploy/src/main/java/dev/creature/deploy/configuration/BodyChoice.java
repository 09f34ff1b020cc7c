package dev.creature.deploy.configuration;

import dev.creature.tools.rosbridge.RosbridgeSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Which body it has. */
public sealed interface BodyChoice {
  /**
   * The one in the simulated apartment.
   *
   * @param world a world file of the user's
   * @param seed scatters the things; the same seed gives the same world
   */
  record Simulated(Optional<Path> world, long seed) implements BodyChoice {}

  /** A ROS 2 robot behind rosbridge. */
  record Rosbridge(RosbridgeSettings settings) implements BodyChoice {}

  /** A Reachy Mini behind its daemon. */
  record Reachy(URI daemon) implements BodyChoice {}
}
