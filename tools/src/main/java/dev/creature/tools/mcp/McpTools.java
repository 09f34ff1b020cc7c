package dev.creature.tools.mcp;

import dev.creature.tools.physical.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The tools of an MCP server as tools of the creature.
 *
 * <p>A server that dies, hangs or answers nonsense costs the answer that was due, and no more: the
 * call fails with {@link McpFailure}, and the next call starts or meets the server again.
 */
public final class McpTools implements AutoCloseable {
  /** For a call. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private static final Duration GREETING = Duration.ofSeconds(20);

  private final McpConnection connection;
  private final List<Tool> tools;
  private final List<String> leftOut;

  private McpTools(McpConnection connection, List<Tool> tools, List<String> leftOut) {
    this.connection = connection;
    this.tools = List.copyOf(tools);
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * Connects and lists. Blocks, at most 40 seconds.
   *
   * @param server a short name; each tool is called {@code server_tool}, so that two servers can
   *     have one of the same name. Letters, digits, dashes and underscores
   * @param limit for each call
   * @throws McpFailure when the server is not to be had
   */
  public static McpTools connect(String server, McpAddress address, Duration limit) {
    return connect(server, address, limit, GREETING);
  }

  static McpTools connect(String server, McpAddress address, Duration limit, Duration greeting) {
    if (!server.matches("[A-Za-z0-9_-]{1,30}")) {
      throw new IllegalArgumentException(
          "an MCP server's name has up to 30 letters, digits, dashes, not \"" + server + "\"");
    }
    McpConnection connection = new McpConnection(address, greeting, limit);
    List<Tool> tools = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    try {
      for (McpSchema.Tool tool : connection.list()) {
        String name = server + "_" + tool.name();
        try {
          tools.add(new McpTool(name, tool, connection, limit));
        } catch (RuntimeException e) {
          leftOut.add(name + ": a schema that can't be used");
        }
      }
    } catch (McpFailure e) {
      connection.close();
      throw new McpFailure("the MCP server " + server + ": " + e.getMessage());
    }
    return new McpTools(connection, tools, leftOut);
  }

  /** In the server's order. */
  public List<Tool> tools() {
    return tools;
  }

  /** Tools whose schema can't be used, and why. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** Ends the connection, and the program if it was started for it. */
  @Override
  public void close() {
    connection.close();
  }
}
