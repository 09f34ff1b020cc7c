package dev.creature.deploy.bench;

import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.script.SpeechJudge;
import dev.creature.voiceloop.script.SpokenFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is spoken into the creature's speech, cut and mixed from recordings of people. */
final class OverlapMaterial {
  private static final int SAMPLE_RATE = 16_000;
  private static final int MILLI = SAMPLE_RATE / 1000;
  private static final long LONGEST_INTERRUPTION_MILLIS = 9_000;
  private static final long SHORTEST_REMARK_MILLIS = 1_000;
  private static final long LONGEST_REMARK_MILLIS = 6_000;

  /** A breath between two remarks of people who talk to each other. */
  private static final long REMARK_GAP_MILLIS = 350;

  /** Of somebody on the other side of the room, against one who speaks to the creature. */
  private static final double FAR = Math.pow(10, -20 / 20.0);

  /** Loudness of somebody near, as the recordings are mostly made: −26 dBFS while speaking. */
  private static final double NEAR_POWER = Math.pow(10, -2.6);

  private final List<RecordedSpeech> recordings;
  private final SpeechJudge judge;
  private final Path folder;
  private final int most;

  OverlapMaterial(List<RecordedSpeech> recordings, SpeechJudge judge, Path folder, int most) {
    this.recordings = recordings.stream().filter(it -> HearBench.isReadable(it.file())).toList();
    this.judge = judge;
    this.folder = folder;
    this.most = most;
  }

  /** At most so many, from all over the list. */
  <T> List<T> spread(List<T> all) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < Math.min(most, all.size()); i++) {
      some.add(all.get((int) ((long) i * all.size() / Math.min(most, all.size()))));
    }
    return some;
  }

  /** People who speak to the creature. */
  List<Path> interruptions() throws IOException {
    List<Path> all = new ArrayList<>();
    for (RecordedSpeech recording : recordings) {
      if (!recording.amongOthers()
          && HearBench.read(recording).length < LONGEST_INTERRUPTION_MILLIS * MILLI) {
        all.add(recording.file());
      }
    }
    return spread(all);
  }

  /** Remarks of people who talk to each other, one at a time. */
  List<Path> amongOthers() throws IOException {
    List<Path> all = new ArrayList<>();
    for (RecordedSpeech recording : recordings) {
      if (!recording.amongOthers()) {
        continue;
      }
      float[] sound = HearBench.read(recording);
      SpeechSegments remarks =
          SpeechSegments.of(SpokenFrames.of(recording.file(), judge), SpokenFrames.FRAME_MILLIS)
              .merged(REMARK_GAP_MILLIS);
      for (SpeechSegments.Segment remark : remarks.all()) {
        if (remark.durationMillis() >= SHORTEST_REMARK_MILLIS
            && remark.durationMillis() <= LONGEST_REMARK_MILLIS) {
          int from = (int) Math.max(0, remark.startMillis() * MILLI - SAMPLE_RATE / 10);
          int until = (int) Math.min(sound.length, remark.endMillis() * MILLI + SAMPLE_RATE / 5);
          all.add(
              write(
                  "others-" + recording.name() + "-" + remark.startMillis(),
                  Arrays.copyOfRange(sound, from, until)));
        }
      }
    }
    return spread(all);
  }

  /** The same people as {@link #interruptions}, far away: 20 dB softer, and dull. */
  List<Path> background() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : interruptions()) {
      RecordedSpeech recording = recordingIn(file);
      float[] sound = atDistance(recording, FAR);
      double dull = 0;
      for (int i = 0; i < sound.length; i++) {
        dull += 0.5 * (sound[i] - dull);
        sound[i] = (float) dull;
      }
      all.add(write("far-" + recording.name(), sound));
    }
    return all;
  }

  /** The first of them near, for somebody whom the creature knows before. */
  List<Path> user() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : interruptions().stream().limit(1).toList()) {
      RecordedSpeech recording = recordingIn(file);
      all.add(write("near-" + recording.name(), atDistance(recording, 1)));
    }
    return all;
  }

  private RecordedSpeech recordingIn(Path file) {
    return recordings.stream().filter(it -> it.file().equals(file)).findFirst().orElseThrow();
  }

  private static float[] atDistance(RecordedSpeech recording, double factor) throws IOException {
    float[] sound = HearBench.read(recording);
    double gain = factor * Math.sqrt(NEAR_POWER / Math.max(1e-9, NoisySpeech.speechPower(sound)));
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (gain * sound[i]);
    }
    return sound;
  }

  private Path write(String name, float[] samples) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name + ".wav");
    try (WavWriter writer = WavWriter.create(file, SAMPLE_RATE, 1)) {
      writer.write(samples, 0, samples.length);
    }
    return file;
  }
}
