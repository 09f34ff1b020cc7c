package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand.VisemeSpan;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.SoundClip.TimedViseme;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClipVisemesTest {
  private static SoundClip clip(int millis, int level, TimedViseme... visemes) {
    short[] samples = new short[millis * 24];
    Arrays.fill(samples, (short) level);
    return new SoundClip(samples, List.of(), List.of(visemes));
  }

  @Test
  void placesEachShapeWhereItsSoundIsPlayed() {
    SoundClip one = clip(100, 700, new TimedViseme("AA", 0, 60), new TimedViseme("PP", 60, 100));
    SoundClip two = clip(100, 900, new TimedViseme("kk", 0, 100));
    ClipVisemes visemes = new ClipVisemes();
    Playout playout = new Playout(1);
    visemes.add(1, one);
    playout.add(one);
    List<VisemeSpan> spans = new ArrayList<>();
    for (long now = 0; now < 800; now += 20) {
      if (now == 300) {
        // The second clause comes late: the playout has filled its last frame with silence.
        visemes.add(1, two);
        playout.add(two);
        playout.complete();
      }
      for (Optional<PlayoutFrame> frame = playout.next(now);
          frame.isPresent();
          frame = playout.next(now)) {
        spans.addAll(visemes.in(frame.get()));
      }
    }
    assertThat(spans)
        .containsExactly(
            new VisemeSpan("aa", 10, 70),
            new VisemeSpan("PP", 70, 90),
            new VisemeSpan("PP", 90, 110),
            new VisemeSpan("kk", 310, 390),
            new VisemeSpan("kk", 390, 410));
  }

  @Test
  void forgetsTheRestOfAReplyThatWasCut() {
    ClipVisemes visemes = new ClipVisemes();
    visemes.add(1, clip(400, 700, new TimedViseme("aa", 0, 400)));
    SoundClip next = clip(80, 800, new TimedViseme("E", 0, 80));
    visemes.add(2, next);
    assertThat(visemes.in(new PlayoutFrame(2, 1_000, next.samples())))
        .containsExactly(new VisemeSpan("E", 1_000, 1_080));
    assertThat(visemes.in(new PlayoutFrame(1, 1_000, next.samples()))).isEmpty();
  }

  @Test
  void readsTheShapesFromTheSoundWhereAnEngineGivesNone() throws IOException {
    short[] spoken = spoken("azure-whatstheweatherlike.wav");
    ClipVisemes visemes = new ClipVisemes();
    visemes.add(1, new SoundClip(spoken, List.of(), List.of()));

    List<VisemeSpan> spans = visemes.in(new PlayoutFrame(1, 500, spoken));

    assertThat(spans.getFirst().startMillis()).isEqualTo(500);
    assertThat(spans.getLast().endMillis()).isEqualTo(500 + spoken.length / 24);
    assertThat(spans.stream().map(VisemeSpan::viseme).distinct())
        .contains("sil", "aa")
        .hasSizeGreaterThan(5);
  }

  /** A real voice, at the creature's rate. */
  private static short[] spoken(String recording) throws IOException {
    Path file =
        Path.of(System.getProperty("creature.repository", ".."), "docs/examples/recordings")
            .resolve(recording);
    try (MonoReader reader = new MonoReader(AudioFiles.open(file), SoundClip.SAMPLE_RATE)) {
      float[] samples = new float[SoundClip.SAMPLE_RATE];
      int count = reader.read(samples, 0, samples.length);
      short[] rounded = new short[count];
      for (int i = 0; i < count; i++) {
        rounded[i] = (short) Math.round(samples[i] * Short.MAX_VALUE);
      }
      return rounded;
    }
  }
}
