package dev.creature.models.whisper;

import java.util.Locale;
import java.util.Set;

/**
 * Tells words that were said from words that Whisper makes up. It never has nothing to say: given
 * silence or noise it writes what often stood in the subtitles of such scenes.
 *
 * <p>With the silence of {@link FramePlan} behind the sound, Whisper's own "no speech" is the best
 * witness by far: above 0.7 on every noise tried, below 0.4 on every recording of speech. The other
 * evidence decides between.
 */
final class SpeechGuard {
  private static final double SURELY_NO_SPEECH = 0.8;
  private static final double PROBABLY_NO_SPEECH = 0.6;
  private static final double PERHAPS_NO_SPEECH = 0.3;
  private static final double UNSURE = -0.5;
  private static final double VERY_UNSURE = -0.8;

  /** What Whisper says when nobody spoke; people say most of it, too, but then clearly. */
  private static final Set<String> PHANTOMS =
      Set.of(
          "you",
          "you you",
          "thank you",
          "thanks",
          "thank you very much",
          "thank you so much",
          "thanks for watching",
          "thank you for watching",
          "thanks for watching everyone",
          "please subscribe",
          "please subscribe to my channel",
          "see you next time",
          "see you in the next video",
          "bye",
          "bye bye",
          "the end",
          "oh",
          "so",
          "okay",
          "i",
          "uh",
          "i'm sorry",
          "i love you",
          "ill see you next time",
          "subtitles by the amaraorg community");

  private SpeechGuard() {}

  /** Whether the words of a transcript were most likely said. */
  static boolean trusts(Transcript transcript) {
    String words = plain(transcript.text());
    if (words.isEmpty() || transcript.text().indexOf('♪') >= 0) {
      return false;
    }
    double noSpeech = transcript.noSpeechProbability();
    double sureness = transcript.meanLogProbability();
    if (noSpeech > SURELY_NO_SPEECH || (noSpeech > PROBABLY_NO_SPEECH && sureness < UNSURE)) {
      return false;
    }
    boolean phantom = PHANTOMS.contains(words);
    return !phantom || (noSpeech < PERHAPS_NO_SPEECH && sureness > VERY_UNSURE);
  }

  /** Lower case, letters, digits and apostrophes only. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", "").strip();
  }
}
