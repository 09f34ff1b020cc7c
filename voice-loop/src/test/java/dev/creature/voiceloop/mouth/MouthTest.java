package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.runtime.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MouthTest {
  private static final double MINUS_ONE_DECIBEL = Math.pow(10, -1 / 20.0) * 32768;
  private static final String REPLY =
      "Sure, I can do that. It's 7:30 pm on March 3rd, and Dr. Smith paid $9.99 for 3.5 kg of"
          + " apples! Stop; think. Would you like me to fetch the red cup and bring it to the"
          + " kitchen table now, or is there something else that I should do before?";

  private Mouth mouth;

  @BeforeAll
  void openTheVoice() {
    mouth =
        Voices.open(
            VoicesForTests.runtime(),
            VoicesForTests.withHibari(),
            Voices.HIBARI,
            MouthSettings.standard());
  }

  private SpokenClause say(String text) {
    return mouth.speak("test", Clause.of(text)).join();
  }

  private List<SpokenClause> reply() {
    ClauseSplitter splitter = new ClauseSplitter();
    List<Clause> clauses = new ArrayList<>(splitter.feed(REPLY));
    clauses.addAll(splitter.flush());
    return clauses.stream().map(clause -> mouth.speak("test", clause).join()).toList();
  }

  private static short[] joined(List<SpokenClause> clauses) {
    short[] all = new short[clauses.stream().mapToInt(clause -> clause.samples().length).sum()];
    int at = 0;
    for (SpokenClause clause : clauses) {
      System.arraycopy(clause.samples(), 0, all, at, clause.samples().length);
      at += clause.samples().length;
    }
    return all;
  }

  @Test
  void soundsAtOnce() {
    SpokenClause clause = say("Sure,");
    int first = 0;
    while (Math.abs(clause.samples()[first]) < 200) {
      first++;
    }
    assertThat(first).isLessThan(SpokenClause.SAMPLE_RATE * 60 / 1000);
    assertThat(clause.pauseSamples()).isZero();
  }

  @Test
  void repeatsItselfExactly() {
    assertThat(say("Hello there.").samples()).isEqualTo(say("Hello there.").samples());
  }

  @Test
  void staysBelowMinusOneDecibel() {
    for (short sample : joined(reply())) {
      assertThat(Math.abs((int) sample)).isLessThan((int) MINUS_ONE_DECIBEL);
    }
  }

  @Test
  void joinsClausesWithoutAClick() {
    short[] samples = joined(reply());
    int at = 0;
    for (SpokenClause clause : reply()) {
      at += clause.samples().length;
      // 10 ms to both sides of the joint: no step that would be heard in the silence there.
      for (int i = Math.max(1, at - 240); i < Math.min(samples.length, at + 240); i++) {
        assertThat(Math.abs(samples[i] - samples[i - 1])).isLessThan(200);
      }
      assertThat(clause.samples()[0]).isZero();
      assertThat(Math.abs(clause.samples()[clause.samples().length - 1])).isLessThan((short) 4);
    }
  }

  @Test
  void speaksAllClausesEquallyLoud() {
    for (SpokenClause clause : reply()) {
      float[] samples = new float[clause.samples().length];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = clause.samples()[i] / 32768f;
      }
      assertThat(20 * Math.log10(Loudness.speechLevel(samples))).isBetween(-23.5, -19.5);
    }
  }

  @Test
  void restsBetweenClausesAsTheirMarksWant() {
    List<SpokenClause> clauses = reply();
    assertThat(clauses.get(1).pauseSamples()).isEqualTo(Ending.COMMA.pauseMillis() * 24);
    assertThat(clauses.get(2).pauseSamples()).isEqualTo(Ending.SENTENCE.pauseMillis() * 24);
  }

  @Test
  void timesEveryWordPhonemeAndShape() {
    for (SpokenClause clause : reply()) {
      double now = 0;
      for (TimedWord word : clause.words()) {
        assertThat(word.startMillis()).isGreaterThanOrEqualTo(now);
        assertThat(word.endMillis()).isGreaterThan(word.startMillis());
        assertThat(clause.clause().text().substring(word.start(), word.end()))
            .isEqualTo(word.text());
        now = word.endMillis();
      }
      assertThat(now).isLessThanOrEqualTo(clause.durationMillis());
      now = 0;
      for (TimedPhoneme phoneme : clause.phonemes()) {
        assertThat(phoneme.startMillis()).isGreaterThanOrEqualTo(now);
        now = phoneme.endMillis();
      }
      assertThat(clause.visemes().getLast().endMillis()).isEqualTo(clause.durationMillis());
    }
  }

  @Test
  void knowsWhatWasHeardWhenItIsCutOff() {
    SpokenClause clause = say("One two three four.");
    assertThat(clause.heardUntil(0)).isEmpty();
    TimedWord two = clause.words().get(1);
    assertThat(clause.heardUntil(two.endMillis())).isEqualTo("One two");
    assertThat(clause.heardUntil(1e9)).isEqualTo("One two three four.");
  }

  @Test
  void isSilentWhereNothingCanBeSpoken() {
    assertThat(say("😀").samples()).isEmpty();
    assertThat(say("。。。").samples()).isEmpty();
    assertThat(say("...").samples()).isEmpty();
  }

  @Test
  void speaksTextLongerThanAVoiceCanTakeAtOnce() {
    SpokenClause clause = say("This is a very long story about a small robot. ".repeat(20));
    assertThat(clause.durationMillis()).isGreaterThan(20_000);
    assertThat(clause.words().getLast().endMillis()).isGreaterThan(clause.durationMillis() - 500);
  }

  @Test
  void givesFramesOfEightyMilliseconds() {
    List<short[]> frames = say("Hello there.").frames();
    assertThat(frames).allSatisfy(frame -> assertThat(frame).hasSize(1920));
  }

  @Test
  void saysWhichVoicesThereAre() {
    assertThatThrownBy(() ->
            Voices.open(
                VoicesForTests.runtime(),
                VoicesForTests.withHibari(),
                "robot",
                MouthSettings.standard()))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("hibari");
  }
}
