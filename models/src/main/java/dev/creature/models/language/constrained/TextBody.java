package dev.creature.models.language.constrained;

/**
 * What stands between the quotes of a JSON string, and the closing quote. Characters are counted as
 * code points, as schemas do; of escapes only {@code \"}, {@code \\} and {@code \n} are written.
 *
 * @param fewest characters still to come at least
 * @param most characters that may come at most
 * @param pending bytes that the character begun still needs; -1 behind a backslash
 * @param low the lowest byte that may come next of these
 * @param high the highest
 */
record TextBody(int fewest, int most, int pending, int low, int high) implements Rule {
  private static final int ESCAPED = -1;

  /** Behind the opening quote. */
  static Rule of(int fewest, int most) {
    return fewest > most ? Rules.NONE : new TextBody(fewest, most, 0, 0, 0);
  }

  @Override
  public Rule after(int octet) {
    if (pending == ESCAPED) {
      return octet == '"' || octet == '\\' || octet == 'n' ? counted(0, 0, 0) : Rules.NONE;
    }
    if (pending > 0) {
      return octet < low || octet > high
          ? Rules.NONE
          : new TextBody(fewest, most, pending - 1, 0x80, 0xBF);
    }
    if (octet == '"') {
      return fewest == 0 ? Rules.EMPTY : Rules.NONE;
    }
    if (most == 0 || octet < 0x20 || octet == 0x7F) {
      return Rules.NONE;
    }
    if (octet == '\\') {
      return new TextBody(fewest, most, ESCAPED, 0, 0);
    }
    return octet < 0x80 ? counted(0, 0, 0) : begun(octet);
  }

  /** The first byte of a longer character: well-formed UTF-8 only. */
  private Rule begun(int octet) {
    return switch (octet) {
      case 0xE0 -> counted(2, 0xA0, 0xBF);
      case 0xED -> counted(2, 0x80, 0x9F);
      case 0xF0 -> counted(3, 0x90, 0xBF);
      case 0xF4 -> counted(3, 0x80, 0x8F);
      default -> {
        int more = octet < 0xC2 ? 0 : octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : octet < 0xF4 ? 3 : 0;
        yield more == 0 ? Rules.NONE : counted(more, 0x80, 0xBF);
      }
    };
  }

  private Rule counted(int more, int lowest, int highest) {
    return new TextBody(Math.max(0, fewest - 1), most - 1, more, lowest, highest);
  }

  @Override
  public boolean mayEnd() {
    return false;
  }

  @Override
  public int least() {
    // Behind a backslash the character that it escapes is not counted yet.
    int escape = pending == ESCAPED ? 1 : 0;
    return Math.max(0, pending) + escape + Math.max(0, fewest - escape) + 1;
  }
}
