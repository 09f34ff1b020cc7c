package dev.creature.voiceloop.ears;

/**
 * Follows the level of what is there without a voice, piece by piece of 8 ms. Belongs to one thread
 * at a time.
 */
final class NoiseFloor {
  /** How much a voice's own level is let down in each of its pieces: 3 dB a second. */
  static final double VOICE_FALL_DB = 3 * 0.008;

  private static final double START_DB = -60;
  private static final double SURE_SILENCE = 0.2;
  private static final double FOLLOW = 0.08;
  private static final double FALL = 0.25;
  private static final double RISE = 0.05;

  /** A voice pauses, if only for a consonant, within 1.2 s; then the noise alone is heard. */
  private static final int MEMORY_PIECES = 150;

  private static final int ENOUGH_PIECES = 60;
  private static final double LEAST_MARGIN_DB = 4;
  private static final double MOST_MARGIN_DB = 10;

  /** What lies this far below a voice's level is its echo in the room. */
  private static final double VOICE_RANGE_DB = 32;

  private final double[] latest = new double[MEMORY_PIECES];
  private long pieces;
  private double db = START_DB;

  /** Level, in decibels below full scale. */
  double db() {
    return db;
  }

  /** Takes the level of the next piece and what the VAD says of it. */
  void accept(double pieceDb, double probability, boolean speaking) {
    latest[(int) (pieces % MEMORY_PIECES)] = pieceDb;
    pieces++;
    if (!speaking && probability < SURE_SILENCE) {
      db += FOLLOW * (pieceDb - db);
    } else if (pieceDb < db) {
      db += FALL * (pieceDb - db);
    } else if (pieces >= ENOUGH_PIECES) {
      // What is never undercut is no voice.
      db += RISE * Math.max(0, quietest() - db);
    }
  }

  private double quietest() {
    double quietest = 0;
    long count = Math.min(pieces, MEMORY_PIECES);
    for (int i = 0; i < count; i++) {
      quietest = Math.min(quietest, latest[i]);
    }
    return quietest;
  }

  /**
   * From which level a piece stands out.
   *
   * @param voiceDb level of the voice's loud pieces
   */
  double threshold(double voiceDb) {
    double margin = Math.clamp(0.3 * (voiceDb - db), LEAST_MARGIN_DB, MOST_MARGIN_DB);
    return Math.max(db + margin, voiceDb - VOICE_RANGE_DB);
  }
}
