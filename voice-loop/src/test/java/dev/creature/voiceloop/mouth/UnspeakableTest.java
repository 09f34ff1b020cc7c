package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnspeakableTest {
  @Test
  void findsNothingToSayInPicturesAndMarks() {
    assertThat(Unspeakable.in("").isAll()).isTrue();
    assertThat(Unspeakable.in(" 😀 … !").isAll()).isTrue();
    assertThat(Unspeakable.in("😀").reason()).contains("nothing in it that can be spoken");
  }

  @Test
  void namesTheScriptsItCannotRead() {
    Unspeakable chinese = Unspeakable.in("你好");
    assertThat(chinese.isAll()).isTrue();
    assertThat(chinese.reason()).contains("han").contains("Latin letters");
  }

  @Test
  void speaksWhatItCanOfAMixedText() {
    Unspeakable mixed = Unspeakable.in("Hello 你好 and 안녕");
    assertThat(mixed.isAll()).isFalse();
    assertThat(mixed.isSome()).isTrue();
    assertThat(mixed.reason()).contains("han, hangul");
  }

  @Test
  void readsEnglishNumbersGreekAndCyrillic() {
    assertThat(Unspeakable.in("Hello, naïve 42 Ωμέγα Привет").isSome()).isFalse();
    assertThat(Unspeakable.in("42").isAll()).isFalse();
  }
}
