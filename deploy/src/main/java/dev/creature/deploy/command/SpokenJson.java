package dev.creature.deploy.command;

import java.util.List;

/** What {@code say --json} prints. Times are milliseconds from the start of the file. */
record SpokenJson(
    double audioMs,
    double firstFrameMs,
    List<Phoneme> phonemes,
    List<Viseme> visemes,
    List<Word> words) {
  record Phoneme(String phoneme, double startMs, double endMs) {}

  record Viseme(String viseme, double startMs, double endMs) {}

  record Word(String word, double startMs, double endMs) {}

  static SpokenJson of(SpeechFile.Result result) {
    return new SpokenJson(
        tenths(result.audioMillis()),
        tenths(result.firstFrameMillis()),
        result.phonemes().stream()
            .map(phoneme ->
                new Phoneme(
                    phoneme.phoneme(), tenths(phoneme.startMillis()), tenths(phoneme.endMillis())))
            .toList(),
        result.visemes().stream()
            .map(viseme ->
                new Viseme(
                    viseme.viseme().label(),
                    tenths(viseme.startMillis()),
                    tenths(viseme.endMillis())))
            .toList(),
        result.words().stream()
            .map(
                word -> new Word(word.text(), tenths(word.startMillis()), tenths(word.endMillis())))
            .toList());
  }

  private static double tenths(double millis) {
    return Math.round(millis * 10) / 10.0;
  }
}
