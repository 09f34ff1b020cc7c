package dev.creature.deploy.command;

import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.mouth.Clause;
import dev.creature.voiceloop.mouth.ClauseSplitter;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.SpokenClause;
import dev.creature.voiceloop.mouth.TimedPhoneme;
import dev.creature.voiceloop.mouth.TimedViseme;
import dev.creature.voiceloop.mouth.TimedWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Speaks a text into a file, clause by clause, a few ahead, so that a book needs no memory. */
final class SpeechFile {
  private static final int CLAUSES_AHEAD = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * What was spoken, in times from the start of the file.
   *
   * @param firstFrameMillis from having the text to having the first 80 ms of its sound
   */
  record Result(
      double audioMillis,
      double firstFrameMillis,
      List<TimedPhoneme> phonemes,
      List<TimedViseme> visemes,
      List<TimedWord> words) {}

  private final Mouth mouth;
  private final ArrayDeque<CompletableFuture<SpokenClause>> ahead = new ArrayDeque<>();
  private final List<TimedPhoneme> phonemes = new ArrayList<>();
  private final List<TimedViseme> visemes = new ArrayList<>();
  private final List<TimedWord> words = new ArrayList<>();
  private double now;

  private SpeechFile(Mouth mouth) {
    this.mouth = mouth;
  }

  /** Speaks; writes no file when there is nothing that can be spoken. */
  static Result write(Mouth mouth, String text, Path file) throws IOException {
    return new SpeechFile(mouth).write(text, file);
  }

  private Result write(String text, Path file) throws IOException {
    long started = System.nanoTime();
    ClauseSplitter splitter = new ClauseSplitter();
    ArrayDeque<Clause> clauses = new ArrayDeque<>(splitter.feed(text));
    clauses.addAll(splitter.flush());
    SpokenClause first = next(clauses);
    while (first.samples().length == 0 && !(clauses.isEmpty() && ahead.isEmpty())) {
      first = next(clauses);
    }
    double firstFrameMillis = (System.nanoTime() - started) / NANOS_PER_MILLI;
    if (first.samples().length > 0) {
      try (WavWriter wav = WavWriter.create(file, SpokenClause.SAMPLE_RATE, 1)) {
        append(first.withoutPause(), wav);
        while (!clauses.isEmpty() || !ahead.isEmpty()) {
          append(next(clauses), wav);
        }
      }
    }
    return new Result(now, firstFrameMillis, phonemes, visemes, words);
  }

  private SpokenClause next(ArrayDeque<Clause> clauses) {
    while (!clauses.isEmpty() && ahead.size() < CLAUSES_AHEAD) {
      ahead.add(mouth.speak("say", clauses.remove()));
    }
    return ahead.remove().join();
  }

  private void append(SpokenClause clause, WavWriter wav) throws IOException {
    float[] samples = new float[clause.samples().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clause.samples()[i] / 32_768f;
    }
    wav.write(samples, 0, samples.length);
    clause.phonemes().forEach(phoneme -> phonemes.add(phoneme.later(now)));
    clause.visemes().forEach(viseme -> visemes.add(viseme.later(now)));
    clause.words().forEach(word -> words.add(word.later(now)));
    now += clause.durationMillis();
  }
}
