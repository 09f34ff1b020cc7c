package dev.creature.actors.intent.grammar;

/**
 * "on the table", "to the left of the sink".
 *
 * @param preposition as said, with what belongs to it: {@code to the left of}
 * @param landmark the thing or person it refers to
 */
record Place(String preposition, NounPhrase landmark) {
  /** Whether it says where something comes from. */
  boolean isSource() {
    return switch (first()) {
      case "from", "off", "out" -> !preposition.endsWith(" to") && !preposition.endsWith("into");
      default -> false;
    };
  }

  /** Whether it says where something goes, and nothing else. */
  boolean isGoal() {
    String last = preposition.substring(preposition.lastIndexOf(' ') + 1);
    return switch (first()) {
      case "to", "into", "onto", "toward", "towards", "away", "until", "till" -> true;
      case "close", "closer", "next", "near", "nearer" -> false;
      default ->
          last.equals("to")
              || last.equals("into")
              || last.equals("onto")
              || last.equals("towards")
              || last.equals("toward");
    };
  }

  /** "to the left of the sink": a goal only where no other place is named. */
  boolean isSide() {
    return preposition.startsWith("to ") && preposition.endsWith(" of");
  }

  boolean isWay() {
    return switch (first()) {
      case "through", "across", "along", "past", "via", "around", "down", "up" ->
          !isGoal() && !isSource();
      default -> false;
    };
  }

  /** Whether it tells where something is. */
  boolean isLocation() {
    return switch (first()) {
      case "with",
          "without",
          "for",
          "about",
          "of",
          "until",
          "till",
          "during",
          "after",
          "before",
          "along",
          "together",
          "as" ->
          false;
      default -> !isSource() && !isGoal() && !isWay();
    };
  }

  boolean begins(String word) {
    return first().equals(word);
  }

  private String first() {
    int space = preposition.indexOf(' ');
    return space < 0 ? preposition : preposition.substring(0, space);
  }
}
