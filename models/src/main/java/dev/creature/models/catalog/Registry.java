package dev.creature.models.catalog;

/** Whose ordinary client brings a package. */
public enum Registry {
  PIP,
  NPM
}
