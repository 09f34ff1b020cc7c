package dev.creature.voiceloop.ears;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a voice begins and ends, from the VAD's probabilities and the loudness.
 *
 * <p>The VAD says <em>that</em> somebody speaks; it stays sure for about 0.12 s after the last
 * sound, so <em>when</em> is taken from the loudness inside what it marks: a piece of 8 ms sounds
 * when it stands out of the noise (whose level is followed all the time) and is not far below the
 * voice's own level. Both thresholds are relative, so quiet and loud recordings are alike.
 *
 * <p>Deterministic and without a clock of its own: time is the samples taken. Events alternate,
 * {@link VoiceEvent.Started} first, and their times never go back. Belongs to one thread at a time.
 */
public final class VoiceActivity {
  /** Samples of a window, 32 ms: what the VAD judges at once. */
  public static final int WINDOW = 512;

  private static final int PIECE = SoundLevel.PIECE;
  private static final int PIECES = WINDOW / PIECE;
  private static final int SAMPLES_PER_MILLI = 16;

  /** Something begins when it stands so far out of the noise. */
  private static final double STIR_DB = 12;

  /** For so many pieces in a row; a single one is a click. */
  private static final int STIR_PIECES = 2;

  private final VoiceActivitySettings settings;
  private final SoundLevel level = new SoundLevel();
  private final NoiseFloor noise = new NoiseFloor();

  /** Whether each of the latest pieces stood out; a ring by piece number. */
  private final boolean[] sounded;

  private long pieces;
  private long samples;
  private long likelySamples;
  private boolean speaking;
  private int loudPieces;
  private boolean stirring;
  private double voiceDb = SoundLevel.FLOOR_DB;
  private double previousDb = SoundLevel.FLOOR_DB;
  private long lastSoundEnd;
  private long lastEnd;

  /** Begins a stream. */
  public VoiceActivity(VoiceActivitySettings settings) {
    this.settings = settings;
    this.sounded = new boolean[settings.lookBackMillis() * SAMPLES_PER_MILLI / PIECE + 2 * PIECES];
  }

  /**
   * Takes the next window.
   *
   * @param probability what the VAD says of it, 0 to 1
   * @param window 512 samples at 16 kHz, in [-1, 1]
   * @param offset index of the first
   * @return what became clear with it, in order; mostly nothing
   */
  public List<VoiceEvent> accept(double probability, float[] window, int offset) {
    boolean likely =
        probability >= (speaking ? settings.stayProbability() : settings.startProbability());
    stirring = false;
    for (int i = 0; i < PIECES; i++) {
      takePiece(level.of(window, offset + i * PIECE), probability, likely);
    }
    samples += WINDOW;
    likelySamples = likely ? likelySamples + WINDOW : 0;
    List<VoiceEvent> events = new ArrayList<>(1);
    if (speaking) {
      if (samples - lastSoundEnd >= (long) settings.endMillis() * SAMPLES_PER_MILLI) {
        events.add(end());
      }
    } else if (likely
        && likelySamples >= (long) settings.startMillis() * SAMPLES_PER_MILLI
        && soundedWithin(likelySamples)) {
      events.add(start());
    }
    return events;
  }

  /** The stream is over: a voice that is still heard ends. */
  public List<VoiceEvent> finish() {
    return speaking ? List.of(end()) : List.of();
  }

  /** Whether a voice is being heard. */
  public boolean speaking() {
    return speaking;
  }

  /**
   * Whether something in the latest window stands far out of the noise: perhaps the beginning of a
   * voice that the VAD is not sure of yet, perhaps a door.
   */
  public boolean stirring() {
    return stirring;
  }

  /** Samples taken so far. */
  public long samplesHeard() {
    return samples;
  }

  /** End of the voice's latest sound: how long it has been quiet is counted from here. */
  public long lastSoundEnd() {
    return lastSoundEnd;
  }

  /**
   * Level of the voice at its loudest since it began, in decibels below full scale over 16 ms;
   * follows a voice that fades.
   */
  public double voiceDb() {
    return voiceDb;
  }

  /** Level of the noise, in decibels below full scale. */
  public double noiseDb() {
    return noise.db();
  }

  private void takePiece(double db, double probability, boolean likely) {
    // Two pieces together: one alone trembles with the pitch of a low voice.
    double smooth = 10 * Math.log10((Math.pow(10, db / 10) + Math.pow(10, previousDb / 10)) / 2);
    previousDb = db;
    loudPieces = smooth > noise.db() + STIR_DB ? loudPieces + 1 : 0;
    stirring |= loudPieces >= STIR_PIECES;
    noise.accept(smooth, probability, speaking);
    if (likely) {
      voiceDb = Math.max(voiceDb, smooth);
    }
    boolean sounds = smooth > noise.threshold(voiceDb);
    sounded[(int) (pieces % sounded.length)] = sounds;
    pieces++;
    if (speaking && sounds && likely) {
      lastSoundEnd = pieces * PIECE;
      // A voice that fades is followed down, or its last words would pass for silence.
      voiceDb = Math.max(smooth, voiceDb - NoiseFloor.VOICE_FALL_DB);
    }
  }

  private boolean soundedWithin(long sampleCount) {
    long count = Math.min(sampleCount / PIECE, sounded.length);
    for (long piece = pieces - count; piece < pieces; piece++) {
      if (sounded[(int) (piece % sounded.length)]) {
        return true;
      }
    }
    return false;
  }

  private VoiceEvent start() {
    speaking = true;
    long limit = Math.max(lastEnd / PIECE, pieces - sounded.length);
    long onset = pieces - likelySamples / PIECE;
    long first = Math.max(limit, onset);
    while (first < pieces && !sounded[(int) (first % sounded.length)]) {
      first++;
    }
    // Back over what sounded right before, across the short silence inside a consonant.
    long gap = 0;
    for (long piece = first - 1; piece >= limit && gap <= 3; piece--) {
      if (sounded[(int) (piece % sounded.length)]) {
        first = piece;
        gap = 0;
      } else {
        gap++;
      }
    }
    lastSoundEnd = first * PIECE;
    for (long piece = first; piece < pieces; piece++) {
      if (sounded[(int) (piece % sounded.length)]) {
        lastSoundEnd = (piece + 1) * PIECE;
      }
    }
    return new VoiceEvent.Started(first * PIECE, samples);
  }

  private VoiceEvent end() {
    speaking = false;
    likelySamples = 0;
    voiceDb = SoundLevel.FLOOR_DB;
    lastEnd = lastSoundEnd;
    return new VoiceEvent.Ended(lastSoundEnd, samples);
  }
}
