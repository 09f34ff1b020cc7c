package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand.VisemeSpan;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.SoundClip.TimedViseme;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
            new VisemeSpan("aa", 20, 80),
            new VisemeSpan("PP", 80, 100),
            new VisemeSpan("PP", 100, 120),
            new VisemeSpan("kk", 320, 400),
            new VisemeSpan("kk", 400, 420));
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
  void readsTheShapesFromTheSoundWhereAnEngineGivesNone() {
    ClipVisemes visemes = new ClipVisemes();
    short[] hiss = new short[24 * 400];
    SplittableRandom random = new SplittableRandom(3);
    double last = 0;
    for (int i = 24 * 200; i < hiss.length; i++) {
      double next = random.nextDouble(-4_000, 4_000);
      // Only what is high is left: an s.
      hiss[i] = (short) (next - last);
      last = next;
    }
    SoundClip clip = new SoundClip(hiss, List.of(), List.of());
    visemes.add(1, clip);
    List<VisemeSpan> spans = visemes.in(new PlayoutFrame(1, 500, hiss));
    assertThat(spans.getFirst().viseme()).isEqualTo("sil");
    assertThat(spans.getLast().viseme()).isIn("SS", "CH");
    assertThat(spans.getLast().endMillis()).isEqualTo(900);
  }
}
