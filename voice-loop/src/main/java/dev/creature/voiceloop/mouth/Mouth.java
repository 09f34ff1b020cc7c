package dev.creature.voiceloop.mouth;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import dev.creature.models.voice.ReadingModel;
import dev.creature.models.voice.VoiceModel;
import dev.creature.models.voice.VoicedPhonemes;
import dev.creature.voiceloop.mouth.reading.Pronunciation;
import dev.creature.voiceloop.mouth.reading.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks clauses. Shared by all conversations; no call blocks. Reading and synthesis run on the
 * inference pool in the lane nearest to sound, a clause at a time; a player bounds the work by
 * asking for a clause or two ahead.
 */
public final class Mouth {
  private static final int SAMPLES_PER_MILLI = SpokenClause.SAMPLE_RATE / 1000;

  private final InferencePool pool;
  private final TextReader reader;
  private final VoiceModel voice;
  private final MouthSettings settings;

  /** A mouth with a voice. */
  public Mouth(InferencePool pool, ReadingModel reading, VoiceModel voice, MouthSettings settings) {
    this.pool = pool;
    this.reader = new TextReader(reading);
    this.voice = voice;
    this.settings = settings;
  }

  /** Reads text as this mouth does, for comparing what was said with what was meant. */
  public TextReader reader() {
    return reader;
  }

  /**
   * Speaks a clause.
   *
   * @param conversation whom it is for
   * @return completes on an inference thread; with a {@link
   *     dev.creature.models.runtime.ModelFailure} when the voice fails. Cancelling it before its
   *     turn comes saves the work.
   */
  public CompletableFuture<SpokenClause> speak(String conversation, Clause clause) {
    return speak(conversation, clause, 1);
  }

  /**
   * The same at another pace.
   *
   * @param pace 1 is this mouth's usual one; kept within what {@link MouthSettings} allows
   */
  public CompletableFuture<SpokenClause> speak(String conversation, Clause clause, double pace) {
    double speed =
        Math.clamp(settings.speed() * pace, MouthSettings.SLOWEST, MouthSettings.FASTEST);
    return pool.submit(Lane.SOUND, conversation, () -> spoken(clause, speed));
  }

  /** Speaks some words that nobody hears, so that the first real ones are as fast as all others. */
  public CompletableFuture<SpokenClause> warm(String conversation) {
    return pool.submit(
        Lane.BACKGROUND,
        conversation,
        () -> {
          SpokenClause spoken = spoken(Clause.of("Hello there."));
          for (int i = 0; i < 8; i++) {
            spoken = spoken(Clause.of("I will be there at 7:30, says Dr. Blorp."));
          }
          return spoken;
        });
  }

  /** Speaks on the thread of the caller, which must be one for inference. */
  SpokenClause spoken(Clause clause) {
    return spoken(clause, settings.speed());
  }

  private SpokenClause spoken(Clause clause, double speed) {
    Pronunciation pronunciation = sayable(reader.read(clause.text()));
    String phonemes = pronunciation.phonemes();
    if (phonemes.codePoints().noneMatch(Character::isLetter)) {
      return silent(clause);
    }
    int pauseSamples = clause.before().pauseMillis() * SAMPLES_PER_MILLI;
    VoicedPhonemes sound = SpeechEdges.cut(voiced(phonemes, speed));
    float[] samples = sound.samples();
    Loudness.even(samples);
    short[] pcm = new short[pauseSamples + samples.length];
    for (int i = 0; i < samples.length; i++) {
      pcm[pauseSamples + i] = (short) Math.round(samples[i] * Short.MAX_VALUE);
    }
    Timeline timeline =
        new Timeline(phonemes, sound.durationSamples(), (double) pauseSamples / SAMPLES_PER_MILLI);
    return new SpokenClause(
        clause,
        pcm,
        pauseSamples,
        timeline.phonemes(),
        timeline.visemes(),
        timeline.words(clause.text(), pronunciation.pieces()));
  }

  /** What nothing can be said of: its words pass in no time. */
  private static SpokenClause silent(Clause clause) {
    Timeline nothing = new Timeline("", new int[] {0, 0}, 0);
    return new SpokenClause(
        clause, new short[0], 0, List.of(), List.of(), nothing.words(clause.text(), List.of()));
  }

  /** Without the characters that the voice does not have. */
  private Pronunciation sayable(Pronunciation pronunciation) {
    String phonemes = pronunciation.phonemes();
    int[] moved = new int[phonemes.length() + 1];
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < phonemes.length(); i++) {
      moved[i] = kept.length();
      if (voice.alphabet().contains(phonemes.charAt(i))) {
        kept.append(phonemes.charAt(i));
      }
    }
    moved[phonemes.length()] = kept.length();
    return new Pronunciation(
        kept.toString(),
        pronunciation.pieces().stream()
            .map(piece ->
                new Pronunciation.Piece(
                    moved[piece.from()], moved[piece.to()], piece.sourceStart(), piece.sourceEnd()))
            .toList());
  }

  /** Voices the phonemes, in several utterances when they are too many for one. */
  private VoicedPhonemes voiced(String phonemes, double speed) {
    List<VoicedPhonemes> parts = new ArrayList<>();
    int from = 0;
    while (from < phonemes.length()) {
      int to = partEnd(phonemes, from);
      parts.add(
          voice.voice(voice.alphabet().ids(phonemes.substring(from, to)), speed, settings.seed()));
      from = to;
    }
    return parts.size() == 1 ? parts.getFirst() : joined(parts);
  }

  private int partEnd(String phonemes, int from) {
    int longest = from + voice.maximumPhonemes();
    if (phonemes.length() <= longest) {
      return phonemes.length();
    }
    for (String mark : List.of(". ", ", ", " ")) {
      int at = phonemes.lastIndexOf(mark, longest - mark.length());
      if (at > from) {
        return at + mark.length();
      }
    }
    return longest;
  }

  /** One utterance out of several, each faded at its ends. */
  private static VoicedPhonemes joined(List<VoicedPhonemes> parts) {
    int sampleCount = 0;
    List<VoicedPhonemes> trimmed = new ArrayList<>();
    for (VoicedPhonemes part : parts) {
      VoicedPhonemes cut = SpeechEdges.cut(part);
      trimmed.add(cut);
      sampleCount += cut.samples().length;
    }
    float[] samples = new float[sampleCount];
    List<Integer> durations = new ArrayList<>();
    int at = 0;
    int carried = 0;
    for (VoicedPhonemes part : trimmed) {
      System.arraycopy(part.samples(), 0, samples, at, part.samples().length);
      at += part.samples().length;
      int[] lengths = part.durationSamples();
      // The silence around a part belongs to its first and to its last phoneme.
      durations.add(durations.isEmpty() ? lengths[0] : carried + lengths[0]);
      if (durations.size() > 1) {
        int silence = durations.removeLast();
        durations.add(silence + lengths[1]);
      } else {
        durations.add(lengths[1]);
      }
      for (int i = 2; i < lengths.length - 1; i++) {
        durations.add(lengths[i]);
      }
      carried = lengths[lengths.length - 1];
    }
    durations.add(carried);
    return new VoicedPhonemes(samples, durations.stream().mapToInt(Integer::intValue).toArray());
  }
}
