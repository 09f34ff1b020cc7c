package dev.creature.voiceloop.mouth;

import dev.creature.models.voice.VoiceModel;
import dev.creature.voiceloop.mouth.reading.Pronunciation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each phoneme, mouth shape and word of an utterance sounds.
 *
 * <p>The voices give a length to stress marks and spaces too. The length of a stress mark belongs
 * to the sound behind it; a space or mark of punctuation without a length of its own to hear is
 * rest.
 */
final class Timeline {
  private static final String STRESS = "ˈˌ";
  private static final String LENGTH = "ː\u0303ʰʲ";

  private final String phonemes;
  private final double[] startMillis;
  private final double totalMillis;

  /**
   * A timeline.
   *
   * @param phonemes what was spoken
   * @param durationSamples one for each, and one in front and behind for the silence
   * @param offsetMillis the pause in front
   */
  Timeline(String phonemes, int[] durationSamples, double offsetMillis) {
    this.phonemes = phonemes;
    this.startMillis = new double[phonemes.length() + 1];
    long samples = durationSamples[0];
    for (int i = 0; i <= phonemes.length(); i++) {
      startMillis[i] = offsetMillis + millis(samples);
      samples += durationSamples[i + 1];
    }
    this.totalMillis = offsetMillis + millis(Arrays.stream(durationSamples).asLongStream().sum());
  }

  private static double millis(long samples) {
    return samples * 1000.0 / VoiceModel.SAMPLE_RATE;
  }

  /** The sounds, without stress marks, spaces and punctuation. */
  List<TimedPhoneme> phonemes() {
    List<TimedPhoneme> timed = new ArrayList<>();
    int i = 0;
    while (i < phonemes.length()) {
      int sound = i;
      while (sound < phonemes.length() && STRESS.indexOf(phonemes.charAt(sound)) >= 0) {
        sound++;
      }
      int end = Math.min(sound + 1, phonemes.length());
      while (end < phonemes.length() && LENGTH.indexOf(phonemes.charAt(end)) >= 0) {
        end++;
      }
      if (sound < phonemes.length() && Character.isLetter(phonemes.charAt(sound))) {
        timed.add(
            new TimedPhoneme(phonemes.substring(sound, end), startMillis[i], startMillis[end]));
      }
      i = end;
    }
    return timed;
  }

  /** The shapes, with rest wherever nothing sounds, from 0 to the end. */
  List<TimedViseme> visemes() {
    List<TimedViseme> shapes = new ArrayList<>();
    for (TimedPhoneme phoneme : phonemes()) {
      char c = phoneme.phoneme().charAt(0);
      Viseme begin = Viseme.of(c);
      Viseme end = Viseme.endOf(c);
      // A diphthong moves in its last third.
      double turn =
          begin == end
              ? phoneme.endMillis()
              : phoneme.startMillis() + (phoneme.endMillis() - phoneme.startMillis()) * 2 / 3;
      append(shapes, begin, phoneme.startMillis(), turn);
      append(shapes, end, turn, phoneme.endMillis());
    }
    append(shapes, Viseme.SIL, totalMillis, totalMillis);
    return shapes;
  }

  /** Adds a shape; a gap of more than 40 ms in front of it is rest, a shorter one is bridged. */
  private static void append(List<TimedViseme> shapes, Viseme viseme, double start, double end) {
    double last = shapes.isEmpty() ? 0 : shapes.getLast().endMillis();
    double from = start;
    if (start - last > 40 || (shapes.isEmpty() && start > last)) {
      shapes.add(new TimedViseme(Viseme.SIL, last, start));
    } else {
      from = last;
    }
    if (end <= from) {
      return;
    }
    if (!shapes.isEmpty() && shapes.getLast().viseme() == viseme) {
      TimedViseme same = shapes.removeLast();
      shapes.add(new TimedViseme(viseme, same.startMillis(), end));
    } else {
      shapes.add(new TimedViseme(viseme, from, end));
    }
  }

  /**
   * The words of the text. Words that are spoken as one ("7:30 pm") share its time by their length;
   * a word that is not spoken has a moment without length behind the one in front of it.
   */
  List<TimedWord> words(String text, List<Pronunciation.Piece> pieces) {
    List<TimedWord> words = new ArrayList<>();
    List<int[]> spans = wordSpans(text);
    int piece = 0;
    int at = 0;
    double now = startMillis[0];
    while (at < spans.size()) {
      int groupEnd = at + 1;
      int reach = spans.get(at)[1];
      double start = Double.NaN;
      double end = Double.NaN;
      while (piece < pieces.size() && pieces.get(piece).sourceStart() < reach) {
        Pronunciation.Piece part = pieces.get(piece);
        start = Double.isNaN(start) ? startMillis[part.from()] : start;
        end = startMillis[part.to()];
        while (groupEnd < spans.size() && spans.get(groupEnd)[0] < part.sourceEnd()) {
          groupEnd++;
        }
        reach = Math.max(reach, spans.get(groupEnd - 1)[1]);
        piece++;
      }
      now = Double.isNaN(start) ? now : Math.max(now, start);
      double until = Double.isNaN(end) ? now : Math.max(now, end);
      share(text, spans.subList(at, groupEnd), now, until, words);
      now = until;
      at = groupEnd;
    }
    return words;
  }

  private static void share(
      String text, List<int[]> spans, double start, double end, List<TimedWord> words) {
    int letters = spans.stream().mapToInt(span -> span[1] - span[0]).sum();
    int before = 0;
    for (int[] span : spans) {
      double from = start + (end - start) * before / letters;
      before += span[1] - span[0];
      double to = start + (end - start) * before / letters;
      words.add(new TimedWord(text.substring(span[0], span[1]), span[0], span[1], from, to));
    }
  }

  private static List<int[]> wordSpans(String text) {
    List<int[]> spans = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (space && start >= 0) {
        spans.add(new int[] {start, i});
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
    }
    return spans;
  }
}
