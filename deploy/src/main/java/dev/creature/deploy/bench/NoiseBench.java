package dev.creature.deploy.bench;

import dev.creature.models.vad.SileroVad;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.ears.RecordingListener;
import dev.creature.voiceloop.ears.VoiceEvent;
import dev.creature.voiceloop.noise.NoiseSuppression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What noise does to the ears, and what taking it out brings. */
public final class NoiseBench {
  private static final int SAMPLE_RATE = 16_000;
  private static final int ALONE_SECONDS = 60;
  private static final List<Integer> RATIOS = List.of(20, 10, 5);

  /**
   * A way to listen.
   *
   * @param name what it is called in the configuration
   */
  public record Way(String name, NoiseSuppression suppression) {}

  /** What a way made of some recordings. */
  private record Tally(
      WordErrors words, int voices, int found, int ends, int falseStarts, double secondsOfNoise) {
    static final Tally NONE = new Tally(new WordErrors(0, 0), 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          words.plus(other.words),
          voices + other.voices,
          found + other.found,
          ends + other.ends,
          falseStarts + other.falseStarts,
          secondsOfNoise + other.secondsOfNoise);
    }
  }

  /** A recording, and where the ears find its voice without noise. */
  private record Spoken(RecordedSpeech recording, float[] sound, VoiceInNoise quiet) {}

  private final RecordingListener listener;
  private final SileroVad vad;
  private final List<Way> ways;
  private final List<Spoken> spoken;
  private final long seed;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private NoiseBench(
      RecordingListener listener, SileroVad vad, List<Way> ways, List<Spoken> spoken, long seed) {
    this.listener = listener;
    this.vad = vad;
    this.ways = ways;
    this.spoken = spoken;
    this.seed = seed;
  }

  /**
   * Measures.
   *
   * @param recordings those with a trusted transcript are listened to; two speakers at least, as
   *     babble is made of the others
   * @param ways what to compare; the first is the one that the others are compared with
   * @throws IOException when a recording cannot be read
   */
  public static SuiteResult run(
      RecordingListener listener,
      SileroVad vad,
      List<RecordedSpeech> recordings,
      List<Way> ways,
      long seed)
      throws IOException {
    List<Spoken> spoken = new ArrayList<>();
    for (RecordedSpeech recording : recordings) {
      if (recording.trusted() && HearBench.isReadable(recording.file())) {
        float[] sound = HearBench.read(recording);
        VoiceInNoise quiet = VoiceInNoise.in(NoisySpeech.alone(sound), vad, NoiseSuppression.NONE);
        spoken.add(new Spoken(recording, sound, quiet));
      }
    }
    NoiseBench bench = new NoiseBench(listener, vad, ways, spoken, seed);
    Map<String, Tally> quiet = bench.quiet();
    Map<String, Map<Integer, Tally>> mean = new TreeMap<>();
    for (NoisyPlace place : NoisyPlace.values()) {
      bench.noisy(place, mean);
    }
    bench.overall(mean);
    for (Way way : ways) {
      bench.noiseAlone(way);
    }
    return new SuiteResult(
        "noise",
        "%d recordings whose words are known, each behind 1.5 s and before 2.5 s of noise alone: pink noise, six other recorded people at once, and a computed kitchen. An end counts as noticed 0.1 to 0.4 s behind the one that is found without noise; a false start is a voice more than 0.3 s off what was said."
            .formatted(spoken.size()),
        bench.figures,
        List.of(bench.chart(quiet, mean)),
        bench.remarks);
  }

  private Map<String, Tally> quiet() {
    Map<String, Tally> quiet = new TreeMap<>();
    for (Way way : ways) {
      Tally tally = Tally.NONE;
      for (Spoken one : spoken) {
        tally = tally.plus(tally(one, NoisySpeech.alone(one.sound()), way));
      }
      quiet.put(way.name(), tally);
      figures(way.name() + ", no noise", tally);
    }
    return quiet;
  }

  private void noisy(NoisyPlace place, Map<String, Map<Integer, Tally>> mean) {
    for (int ratio : RATIOS) {
      Map<String, Tally> tallies = new TreeMap<>();
      for (int i = 0; i < spoken.size(); i++) {
        Spoken one = spoken.get(i);
        float[] noise =
            place.samples(NoisySpeech.alone(one.sound()).length, others(one), seed * 1000 + i);
        float[] sound = NoisySpeech.mixed(one.sound(), noise, ratio);
        for (Way way : ways) {
          tallies.merge(way.name(), tally(one, sound, way), Tally::plus);
        }
      }
      for (Way way : ways) {
        Tally tally = tallies.getOrDefault(way.name(), Tally.NONE);
        mean.computeIfAbsent(way.name(), _ -> new TreeMap<>()).merge(ratio, tally, Tally::plus);
        figures.add(
            Figure.of(
                "%s, %s %d dB: word error rate"
                    .formatted(way.name(), place.name().toLowerCase(Locale.ROOT), ratio),
                100 * tally.words().rate(),
                "%",
                Target.none(),
                tally.words().words()));
      }
    }
  }

  private void overall(Map<String, Map<Integer, Tally>> mean) {
    for (Way way : ways) {
      mean.getOrDefault(way.name(), Map.of())
          .forEach((ratio, tally) ->
              figures("%s, all noises %d dB".formatted(way.name(), ratio), tally));
    }
  }

  private void figures(String what, Tally tally) {
    figures.add(
        Figure.of(
            what + ": word error rate",
            100 * tally.words().rate(),
            "%",
            Target.none(),
            tally.words().words()));
    figures.add(
        Figure.of(
            what + ": voices found",
            100.0 * tally.found() / Math.max(1, tally.voices()),
            "%",
            Target.none(),
            tally.voices()));
    figures.add(
        Figure.of(
            what + ": ends noticed in time",
            100.0 * tally.ends() / Math.max(1, tally.voices()),
            "%",
            Target.none(),
            tally.voices()));
    figures.add(
        Figure.of(
            what + ": false voice starts a minute",
            60 * tally.falseStarts() / Math.max(1, tally.secondsOfNoise()),
            "",
            Target.none(),
            tally.voices()));
  }

  private Tally tally(Spoken one, float[] sound, Way way) {
    VoiceInNoise quiet = one.quiet();
    VoiceInNoise voice = VoiceInNoise.in(sound, vad, way.suppression());
    WordErrors errors = WordErrors.between(one.recording().transcript(), hear(sound, way));
    return new Tally(
        errors,
        1,
        voice.found(quiet) ? 1 : 0,
        voice.endNoticed(quiet) ? 1 : 0,
        voice.falseStarts(quiet),
        (NoisySpeech.BEFORE + NoisySpeech.BEHIND) / (double) SAMPLE_RATE);
  }

  private String hear(float[] sound, Way way) {
    try (MonoReader reader = new MonoReader(new SoundInMemory(sound, SAMPLE_RATE), SAMPLE_RATE)) {
      return listener.with(way.suppression()).listen(reader, _ -> {}).text();
    }
  }

  /** Babble has words in it, so it is not asked for here. */
  private void noiseAlone(Way way) {
    int words = 0;
    int starts = 0;
    List<NoisyPlace> places = List.of(NoisyPlace.PINK, NoisyPlace.KITCHEN);
    for (NoisyPlace place : places) {
      float[] noise = place.samples(ALONE_SECONDS * SAMPLE_RATE, List.of(), seed);
      String text = hear(noise, way);
      words += WordErrors.words(text).size();
      if (!text.isBlank()) {
        remarks.add(
            "%s: in %s alone it heard \"%s\""
                .formatted(way.name(), place.name().toLowerCase(Locale.ROOT), text));
      }
      starts +=
          (int)
              VoiceInNoise.in(noise, vad, way.suppression()).events().stream()
                  .filter(VoiceEvent.Started.class::isInstance)
                  .count();
    }
    figures.add(
        Figure.of(
            way.name() + ", noise alone: words heard in two minutes",
            words,
            "",
            Target.atMost(0),
            places.size()));
    figures.add(
        Figure.of(
            way.name() + ", noise alone: voice starts in two minutes",
            starts,
            "",
            Target.none(),
            places.size()));
  }

  /** What other people said. */
  private List<float[]> others(Spoken one) {
    return spoken.stream()
        .filter(it -> !it.recording().speaker().equals(one.recording().speaker()))
        .map(Spoken::sound)
        .toList();
  }

  private Chart chart(Map<String, Tally> quiet, Map<String, Map<Integer, Tally>> mean) {
    List<Chart.Curve> curves = new ArrayList<>();
    for (Way way : ways) {
      List<Chart.Point> points = new ArrayList<>();
      mean.getOrDefault(way.name(), Map.of())
          .forEach((ratio, tally) ->
              points.add(
                  new Chart.Point(
                      ratio, 100 * tally.words().rate(), way.name() + " at " + ratio + " dB")));
      double clean = 100 * quiet.getOrDefault(way.name(), Tally.NONE).words().rate();
      points.add(new Chart.Point(30, clean, way.name() + " without noise"));
      curves.add(new Chart.Curve(way.name(), points));
    }
    return new Chart(
        "Word errors in noise, three noises together",
        "speech against noise (dB; 30 stands for no noise)",
        "word error rate (%)",
        curves);
  }
}
