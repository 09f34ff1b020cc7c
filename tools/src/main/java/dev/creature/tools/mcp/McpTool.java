package dev.creature.tools.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.actors.task.Reversibility;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.Tool;
import dev.creature.tools.physical.ToolSchema;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** A tool of an MCP server. */
final class McpTool implements Tool {
  private static final int REMEMBERED_CALLS = 1000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final String name;
  private final McpSchema.Tool tool;
  private final McpConnection connection;
  private final Duration limit;
  private final ToolSchema input;
  private final ToolSchema output;
  private final Map<String, Call> calls =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Call> eldest) {
          return size() > REMEMBERED_CALLS;
        }
      };

  /** Fails with a {@link RuntimeException} when the server's schemas are none. */
  McpTool(String name, McpSchema.Tool tool, McpConnection connection, Duration limit) {
    this.name = name;
    this.tool = tool;
    this.connection = connection;
    this.limit = limit;
    this.input = schema(tool.inputSchema());
    this.output =
        Optional.ofNullable(tool.outputSchema())
            .filter(it -> !it.isEmpty())
            .map(McpTool::schema)
            .orElse(McpAnswer.SCHEMA);
  }

  private static ToolSchema schema(Map<String, Object> schema) {
    try {
      return ToolSchema.of(JSON.writeValueAsString(schema));
    } catch (JsonProcessingException e) {
      throw new McpFailure("a schema that is no JSON");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return Optional.ofNullable(tool.description())
        .or(() -> Optional.ofNullable(tool.title()))
        .orElse(tool.name());
  }

  @Override
  public ToolSchema input() {
    return input;
  }

  @Override
  public ToolSchema output() {
    return output;
  }

  /**
   * By the server's own hints, which are what the protocol says they are where they are missing.
   */
  @Override
  public Reversibility reversibility(String json) {
    Optional<McpSchema.ToolAnnotations> hints = Optional.ofNullable(tool.annotations());
    if (hints.map(McpSchema.ToolAnnotations::readOnlyHint).orElse(false)) {
      return Reversibility.REVERSIBLE;
    }
    return hints.map(McpSchema.ToolAnnotations::destructiveHint).orElse(true)
        ? Reversibility.IRREVERSIBLE
        : Reversibility.COSTLY;
  }

  @Override
  public Duration timeLimit() {
    return limit;
  }

  @Override
  public Call call(String callId, String json, BiConsumer<Double, String> progress) {
    input.check(json);
    synchronized (calls) {
      return calls.computeIfAbsent(callId, _ -> begin(callId, json, progress));
    }
  }

  private Call begin(String callId, String json, BiConsumer<Double, String> progress) {
    CompletableFuture<McpSchema.CallToolResult> answer =
        connection.call(tool.name(), arguments(json), name + "/" + callId, progress);
    CompletableFuture<String> result =
        answer.thenApply(it -> McpAnswer.read(it, output, output != McpAnswer.SCHEMA));
    CompletableFuture<String> told = new CompletableFuture<>();
    result.whenComplete((it, thrown) -> {
      if (thrown == null) {
        told.complete(it);
      } else {
        told.completeExceptionally(
            new McpFailure(name + ": " + McpConnection.failure(thrown).getMessage()));
      }
    });
    return new Call() {
      @Override
      public CompletionStage<String> result() {
        return told.minimalCompletionStage();
      }

      @Override
      public void cancel() {
        if (told.completeExceptionally(new McpFailure(name + ": it was taken back"))) {
          connection.takeBack(name + "/" + callId, "it was taken back");
        }
      }
    };
  }

  private static Map<String, Object> arguments(String json) {
    try {
      return JSON.readValue(json, OBJECT);
    } catch (JsonProcessingException e) {
      throw new BadToolInput("expected a JSON object");
    }
  }
}
