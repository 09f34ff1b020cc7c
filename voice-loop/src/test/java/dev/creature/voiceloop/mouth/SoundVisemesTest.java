package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lips from sound alone, against the times of the phonemes that were really spoken. */
class SoundVisemesTest {
  /** None of them was learned from. */
  private static final List<String> UNSEEN =
      List.of(
          "The quiet boy watched seven big ships move past the harbour.",
          "Would you please put the book about fishing on my desk?",
          "I found five fresh peaches and a box of cheese.",
          "My mother always paints her garden fence in April.",
          "Do you know who opened the window over there?",
          "Thank you very much, that was really useful.");

  private final SoundVisemes visemes = SoundVisemes.learned();

  /** The shape of a time. */
  static Viseme at(List<TimedViseme> shapes, double millis) {
    for (TimedViseme each : shapes) {
      if (millis >= each.startMillis() && millis < each.endMillis()) {
        return each.viseme();
      }
    }
    return Viseme.SIL;
  }

  /** Shapes that one can tell apart from across a room. */
  private static String seen(Viseme viseme) {
    return switch (viseme) {
      case SIL, PP -> "shut";
      case FF -> "teeth on lip";
      case TH, DD, KK, NN, SS, CH -> "narrow";
      case AA -> "open";
      case E, I -> "wide";
      case RR, O, U -> "round";
    };
  }

  private record Score(int slices, int right, int alike, int lipsClosed, int closedFound) {
    Score plus(Score other) {
      return new Score(
          slices + other.slices,
          right + other.right,
          alike + other.alike,
          lipsClosed + other.lipsClosed,
          closedFound + other.closedFound);
    }
  }

  private Score score(Mouth mouth, String text, double pitch) {
    SpokenClause clause = mouth.speak("test", Clause.of(text)).join();
    List<TimedViseme> heard = visemes.of(LipReadingTraining.faster(clause.samples(), pitch));
    int right = 0;
    int alike = 0;
    int slices = 0;
    for (double millis = 5; millis < clause.durationMillis() / pitch; millis += 10) {
      Viseme truth = at(clause.visemes(), millis * pitch);
      Viseme found = at(heard, millis);
      slices++;
      right += truth == found ? 1 : 0;
      alike += seen(truth).equals(seen(found)) ? 1 : 0;
    }
    int closed = 0;
    int closedFound = 0;
    for (TimedViseme lips : clause.visemes()) {
      if (lips.viseme() == Viseme.PP) {
        closed++;
        closedFound +=
            heard.stream()
                    .anyMatch(each ->
                        seen(each.viseme()).equals("shut")
                            && each.startMillis() < lips.endMillis() / pitch + 30
                            && each.endMillis() > lips.startMillis() / pitch - 30)
                ? 1
                : 0;
      }
    }
    return new Score(slices, right, alike, closed, closedFound);
  }

  private Score score(String voice, double pitch) {
    Mouth mouth =
        Voices.open(
            VoicesForTests.runtime(), VoicesForTests.withHibari(), voice, MouthSettings.standard());
    return UNSEEN.stream()
        .map(text -> score(mouth, text, pitch))
        .reduce(new Score(0, 0, 0, 0, 0), Score::plus);
  }

  @Test
  void findsTheShapesOfUnseenSentencesAtAnUnseenPitch() {
    for (double pitch : new double[] {1, 1.05, 0.88}) {
      Score score = score(Voices.HIBARI, pitch);
      assertThat(score.slices()).isGreaterThan(1_000);
      assertThat(score.right()).as("of fifteen").isGreaterThan(score.slices() * 53 / 100);
      assertThat(score.alike()).as("of six").isGreaterThan(score.slices() * 60 / 100);
      assertThat(score.closedFound()).as("lips met").isGreaterThan(score.lipsClosed() * 8 / 10);
    }
  }

  @Test
  void keepsTheMouthShutInSilence() {
    assertThat(visemes.of(new short[24_000]))
        .containsExactly(new TimedViseme(Viseme.SIL, 0, 1_000));
  }

  @Test
  void coversPiecesOfAnyLength() {
    assertThat(visemes.of(new short[0])).isEmpty();
    assertThat(visemes.of(new short[239])).isEmpty();
    assertThat(visemes.of(new short[240])).hasSize(1);
    short[] noise = new short[1_931];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (i * 7_919 % 20_011 - 10_000);
    }
    List<TimedViseme> shapes = visemes.of(noise);
    assertThat(shapes.getFirst().startMillis()).isZero();
    assertThat(shapes.getLast().endMillis()).isEqualTo(1_931 / 24.0);
    for (int i = 1; i < shapes.size(); i++) {
      assertThat(shapes.get(i).startMillis()).isEqualTo(shapes.get(i - 1).endMillis());
    }
  }
}
