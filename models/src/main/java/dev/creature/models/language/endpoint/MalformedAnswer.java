package dev.creature.models.language.endpoint;

/** An endpoint answered something that is no event stream of chat completion chunks. */
final class MalformedAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedAnswer(String message) {
    super(message);
  }
}
