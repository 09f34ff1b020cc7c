package dev.creature.tools.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.ToolSchema;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an MCP server answers, as a tool's JSON. */
final class McpAnswer {
  /** Of a tool that promises nothing: its words, and all that it sent. */
  static final ToolSchema SCHEMA =
      ToolSchema.of(
          """
          {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {
              "text": { "type": "string" },
              "content": { "type": "array", "items": { "type": "object" } }
            },
            "required": ["text", "content"]
          }
          """);

  private static final JsonMapper JSON = new JsonMapper();

  private McpAnswer() {}

  /**
   * The answer as JSON.
   *
   * @param structured whether it promised an object that fits the schema
   * @throws McpFailure when the server says that it failed, or breaks its promise
   */
  static String read(McpSchema.CallToolResult result, ToolSchema schema, boolean structured) {
    List<McpSchema.Content> content = Optional.ofNullable(result.content()).orElse(List.of());
    String text =
        content.stream()
            .filter(it -> it instanceof McpSchema.TextContent)
            .map(it -> String.valueOf(((McpSchema.TextContent) it).text()))
            .collect(Collectors.joining("\n"));
    if (Optional.ofNullable(result.isError()).orElse(false)) {
      throw new McpFailure(text.isBlank() ? "it failed, and did not say why" : text.strip());
    }
    try {
      String json =
          structured
              ? JSON.writeValueAsString(result.structuredContent())
              : whole(text, content).toString();
      schema.check(json);
      return json;
    } catch (BadToolInput e) {
      throw new McpFailure("the answer does not fit the tool's own schema: " + e.getMessage());
    } catch (IOException e) {
      throw new McpFailure("an answer that is no JSON");
    }
  }

  private static ObjectNode whole(String text, List<McpSchema.Content> content)
      throws IOException, JsonProcessingException {
    ObjectNode whole = JSON.createObjectNode().put("text", text);
    var all = whole.putArray("content");
    for (McpSchema.Content it : content) {
      all.add(JSON.readTree(McpJsonDefaults.getMapper().writeValueAsString(it)));
    }
    return whole;
  }
}
