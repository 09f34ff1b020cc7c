package dev.creature.models.language.tooluse;

/**
 * A call that a model wants made.
 *
 * @param id the model's own name for it; its result is given back under it
 * @param tool by its name; perhaps one that does not exist
 * @param arguments as the model wrote them: perhaps no JSON, or JSON that does not fit
 */
public record ToolCall(String id, String tool, String arguments) {}
