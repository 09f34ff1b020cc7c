package dev.creature.tools.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;

/** The creature's body and its tasks as an MCP server on a pair of streams, a line a message. */
public final class BodyMcpServer implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final String INSTRUCTIONS =
      "A body that does physical tasks, one after another. Ask with do_physical_task, in the user's"
          + " words. What can't be undone waits for confirm_task: call that only after the user has"
          + " said yes to this very task. stop halts at once, and holds until release.";

  private final McpAsyncServer server;
  private final EndOfInput input;

  private BodyMcpServer(McpAsyncServer server, EndOfInput input) {
    this.server = server;
    this.input = input;
  }

  /**
   * Serves until the input ends or it is closed.
   *
   * @param version the program's own
   */
  public static BodyMcpServer serve(
      BodyTools tools, String version, InputStream in, OutputStream out) {
    EndOfInput input = new EndOfInput(in);
    McpJsonMapper json = McpJsonDefaults.getMapper();
    var building =
        McpServer.async(new StdioServerTransportProvider(json, input, out))
            .serverInfo("creature", version)
            .instructions(INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            // A tool checks its own input, and says in one line what is wrong.
            .validateToolInputs(false);
    for (BodyTools.Offer offer : tools.offers()) {
      Tool.Builder tool =
          Tool.builder(offer.name(), json, offer.input().text())
              .description(offer.description())
              .outputSchema(json, offer.output().text())
              .annotations(
                  ToolAnnotations.builder()
                      .readOnlyHint(offer.kind() == BodyTools.Kind.LOOKS)
                      .destructiveHint(offer.kind() == BodyTools.Kind.MAY_DESTROY)
                      .idempotentHint(offer.kind() != BodyTools.Kind.MAY_DESTROY)
                      .openWorldHint(false)
                      .build());
      building = building.toolCall(tool.build(), (exchange, call) -> answer(offer, exchange, call));
    }
    return new BodyMcpServer(building.build(), input);
  }

  private static Mono<CallToolResult> answer(
      BodyTools.Offer offer, McpAsyncServerExchange exchange, CallToolRequest call) {
    return Mono.fromFuture(() -> called(offer, exchange, call).toCompletableFuture())
        .map(BodyMcpServer::success)
        .onErrorResume(thrown ->
            Mono.just(
                CallToolResult.builder()
                    .isError(true)
                    .addTextContent(McpConnection.failure(thrown).getMessage())
                    .build()));
  }

  private static CompletionStage<String> called(
      BodyTools.Offer offer, McpAsyncServerExchange exchange, CallToolRequest call) {
    try {
      String arguments =
          McpJsonDefaults.getMapper()
              .writeValueAsString(Optional.<Object>ofNullable(call.arguments()).orElse("{}"));
      offer.input().check(arguments);
      return offer.call().begin(arguments, progress(exchange, call));
    } catch (java.io.IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static BiConsumer<Double, String> progress(
      McpAsyncServerExchange exchange, CallToolRequest call) {
    Optional<Object> token = Optional.ofNullable(call.progressToken());
    return (fraction01, words) ->
        token.ifPresent(it ->
            exchange
                .progressNotification(
                    ProgressNotification.builder(it, fraction01).total(1.0).message(words).build())
                .onErrorComplete()
                .subscribe());
  }

  private static CallToolResult success(String json) {
    return CallToolResult.builder()
        .isError(false)
        .addTextContent(json)
        .structuredContent(McpJsonDefaults.getMapper(), json)
        .build();
  }

  /** Completes when the other side has closed the input. */
  public CompletionStage<Void> ended() {
    return input.ended().minimalCompletionStage();
  }

  @Override
  public void close() {
    server.closeGracefully().timeout(FAREWELL).onErrorComplete().block();
  }
}
