package dev.creature.voiceloop.ears;

/** What {@link VoiceActivity} finds, on the clock of samples at 16 kHz since the stream's start. */
public sealed interface VoiceEvent {
  /** When it happened. */
  long atSample();

  /** How much had been heard when it was noticed. */
  long noticedSample();

  /**
   * A voice begins, or goes on after a pause.
   *
   * @param atSample its first sound; the recogniser wants a little from before
   */
  record Started(long atSample, long noticedSample) implements VoiceEvent {}

  /**
   * It ends, perhaps only for a pause.
   *
   * @param atSample its last sound, not the VAD's later change of mind
   */
  record Ended(long atSample, long noticedSample) implements VoiceEvent {}
}
