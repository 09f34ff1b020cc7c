package dev.creature.deploy.cluster;

/** Room in steps, so that nodes are not told of each conversation that begins or ends elsewhere. */
final class Room {
  private Room() {}

  /** 0 to 4 as they are, above that the highest of 4, 6, 8, 12, 16, 24, … that there is. */
  static int about(int slots) {
    if (slots <= 4) {
      return Math.max(0, slots);
    }
    int power = Integer.highestOneBit(slots);
    return slots >= power + power / 2 ? power + power / 2 : power;
  }
}
