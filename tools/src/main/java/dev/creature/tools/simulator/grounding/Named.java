package dev.creature.tools.simulator.grounding;

import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Room;
import java.util.List;

/** Something in the apartment that words can mean. */
public sealed interface Named {
  /** Its own name. */
  String name();

  /** All words for it. */
  List<String> names();

  /** A thing that can be carried. */
  record Thing(Item item) implements Named {
    @Override
    public String name() {
      return item.name();
    }

    @Override
    public List<String> names() {
      return item.names();
    }
  }

  /** Furniture or a device. */
  record Furniture(Fixture fixture) implements Named {
    @Override
    public String name() {
      return fixture.name();
    }

    @Override
    public List<String> names() {
      return fixture.names();
    }
  }

  /** A door. */
  record Passage(Door door) implements Named {
    @Override
    public String name() {
      return door.name();
    }

    @Override
    public List<String> names() {
      return door.names();
    }
  }

  /** A room. */
  record Chamber(Room room) implements Named {
    @Override
    public String name() {
      return room.name();
    }

    @Override
    public List<String> names() {
      return room.names();
    }
  }

  /** Somebody. */
  record Someone(Person person) implements Named {
    @Override
    public String name() {
      return person.name();
    }

    @Override
    public List<String> names() {
      return person.names();
    }
  }
}
