package dev.creature.models.language.tooluse;

/**
 * A tool that a model may call.
 *
 * @param name letters, digits, dashes and underscores, at most 64: what models and servers take
 * @param description what it is for, in a sentence or two
 * @param schema of its arguments, as a JSON schema (draft 2020-12) in JSON
 */
public record ToolOffer(String name, String description, String schema) {
  public ToolOffer {
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "a tool's name has 1 to 64 letters, digits, dashes or underscores, not \"" + name + '"');
    }
  }
}
