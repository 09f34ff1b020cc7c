package dev.creature.deploy.bench;

import java.util.List;

/** Lines of known text that take the creature seven seconds or more: enough to be interrupted. */
final class NewsLines {
  private static final List<String> LINES =
      List.of(
          "I looked through the whole kitchen, and the blue cup stands on the second shelf beside the window. The red one is still in the sink, together with two plates.",
          "The laundry is done and lies folded on the bed in the guest room. I put the towels into the bathroom, and the socks are sorted by colour.",
          "There was a parcel at the front door this morning, and I carried it into the hall. It is rather heavy, and the label says that it comes from the garden shop.",
          "I watered the flowers on the balcony and turned the tall one towards the light. The small cactus gets nothing before the end of next week.",
          "The living room is tidy now, and all of the books are back in the cupboard. Under the sofa I found a pencil, three coins and one of your gloves.",
          "Your brother called while you were out, and he would like to visit you on Saturday afternoon. He brings a cake along, and asks whether you still have enough coffee.",
          "The battery of the vacuum cleaner was empty, so I brought it back to its charger. The carpet in the corridor is clean, and the bedroom follows after lunch.",
          "It will rain from about four o'clock until late in the evening, and the wind comes from the west. I closed the window in the study and took the chairs inside.",
          "The dishwasher has finished its programme, and everything in it is dry by now. I set the table for three people and left the big bowl in the middle.",
          "We are nearly out of milk, bread and washing powder, and there are only two eggs left. I wrote all of it on the list that hangs beside the door.");

  private NewsLines() {}

  /** One of them, going round. */
  static String of(int number) {
    return LINES.get(Math.floorMod(number, LINES.size()));
  }
}
