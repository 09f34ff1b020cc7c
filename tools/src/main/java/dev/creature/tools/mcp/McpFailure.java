package dev.creature.tools.mcp;

/** An MCP server did not do what it was asked; the message is one line and may be told. */
public final class McpFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public McpFailure(String message) {
    super(message);
  }
}
