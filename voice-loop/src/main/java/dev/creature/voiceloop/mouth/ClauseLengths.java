package dev.creature.voiceloop.mouth;

/**
 * From how many characters on a clause may end where.
 *
 * @param firstAtComma the first clause at a comma
 * @param firstAtConjunction the first clause before a conjunction
 * @param atBreak any clause at a semicolon, colon or dash
 * @param atComma a later clause at a comma
 * @param atConjunction a later clause before a conjunction
 * @param longest any clause, at a space
 */
record ClauseLengths(
    int firstAtComma,
    int firstAtConjunction,
    int atBreak,
    int atComma,
    int atConjunction,
    int longest) {
  static ClauseLengths standard() {
    return new ClauseLengths(3, 32, 12, 48, 90, 220);
  }
}
