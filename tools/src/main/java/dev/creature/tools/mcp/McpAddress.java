package dev.creature.tools.mcp;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where an MCP server is. */
public sealed interface McpAddress {
  /**
   * A program that is started, and speaks on its standard input and output.
   *
   * @param words the program and its arguments; at least one
   * @param environment on top of the little that every child gets (path, home, user)
   */
  record Program(List<String> words, Map<String, String> environment) implements McpAddress {
    public Program {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
      if (words.isEmpty() || words.getFirst().isBlank()) {
        throw new IllegalArgumentException("an MCP server needs a command");
      }
    }

    /** Without anything in the environment. */
    public static Program of(List<String> words) {
      return new Program(words, Map.of());
    }
  }

  /**
   * An endpoint of the streamable HTTP transport.
   *
   * @param endpoint such as {@code http://127.0.0.1:3001/mcp}
   */
  record Http(URI endpoint) implements McpAddress {
    public Http {
      String scheme = String.valueOf(endpoint.getScheme());
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new IllegalArgumentException("an MCP server's URL starts with http, not " + endpoint);
      }
    }
  }
}
