package dev.creature.models.language.endpoint;

/** What a {@link FallbackLanguageModel} had to do, for the log and the console. */
public sealed interface FallbackEvent {
  /** The second model answered instead. */
  record FellBack(String conversation, String reason) implements FallbackEvent {}

  /** The first model failed within a reply, which ended with what had been said. */
  record BrokeOff(String conversation, String reason) implements FallbackEvent {}

  /** The first model is left alone for a while. */
  record Suspended() implements FallbackEvent {}

  /** The first model works again and is used from the next reply on. */
  record Recovered() implements FallbackEvent {}
}
