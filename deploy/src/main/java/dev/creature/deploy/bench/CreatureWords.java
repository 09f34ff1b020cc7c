package dev.creature.deploy.bench;

import dev.creature.models.whisper.Recognizer;
import dev.creature.voiceloop.audio.Resampler;
import dev.creature.voiceloop.engine.SoundClip;

/** What a recogniser understands of the creature's recorded channel. */
@FunctionalInterface
interface CreatureWords {
  /**
   * Listens to a stretch of it.
   *
   * @param channel 24 kHz
   */
  String in(short[] channel, long fromMillis, long untilMillis);

  /** By the ears' own recogniser. */
  static CreatureWords of(Recognizer recognizer) {
    return (channel, fromMillis, untilMillis) -> {
      int from = (int) Math.min(channel.length, fromMillis * (SoundClip.SAMPLE_RATE / 1000));
      int until = (int) Math.min(channel.length, untilMillis * (SoundClip.SAMPLE_RATE / 1000));
      if (until <= from) {
        return "";
      }
      float[] sound = new float[until - from];
      for (int i = 0; i < sound.length; i++) {
        sound[i] = channel[from + i] / 32_768f;
      }
      Resampler resampler = new Resampler(SoundClip.SAMPLE_RATE, 16_000);
      // With silence around it, as the recogniser knows speech.
      float[] heard = new float[resampler.mostOutput(sound.length) + 16_000];
      int count = resampler.process(sound, 0, sound.length, heard, 4_000);
      resampler.finish(heard, 4_000 + count);
      return recognizer.transcribe(heard).text();
    };
  }

  /** Whether what was heard in a stretch of time is a turn: see {@link TakeOver}. */
  default boolean takesOver(short[] channel, SpeechSegments heard) {
    return !heard.isEmpty()
        && TakeOver.of(
            WordErrors.words(in(channel, heard.startMillis(), heard.endMillis())).size(),
            heard.endMillis() - heard.startMillis());
  }
}
