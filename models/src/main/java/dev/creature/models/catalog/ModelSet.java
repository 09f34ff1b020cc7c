package dev.creature.models.catalog;

/** Which models are fetched together. */
public enum ModelSet {
  /** What a conversation needs. */
  DEFAULT,
  /** The second, larger voice. */
  KOKORO,
  /** The better brain, for machines with room. */
  LARGE,
  /** What a browser needs to find faces in its camera's picture. */
  CAMERA
}
