package dev.creature.tools.mcp;

import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A transport that knows when its program has ended, and under which number a call went out, so
 * that the call can be taken back.
 */
final class WatchedTransport implements McpClientTransport {
  private final McpClientTransport transport;
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private final Map<Object, Object> requests = new ConcurrentHashMap<>();

  WatchedTransport(McpClientTransport transport) {
    this.transport = transport;
  }

  /** Completes when the program has ended; never for HTTP. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  /** Tells the server to stop working at the call with this progress token. */
  Mono<Void> takeBack(Object token, String why) {
    return Optional.ofNullable(requests.remove(token))
        .map(id ->
            transport.sendMessage(
                new JSONRPCNotification(
                    McpSchema.JSONRPC_VERSION,
                    "notifications/cancelled",
                    Map.of("requestId", id, "reason", why))))
        .orElse(Mono.empty());
  }

  void forget(Object token) {
    requests.remove(token);
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return transport.connect(handler).doOnSuccess(_ -> watch());
  }

  private void watch() {
    if (transport instanceof StdioClientTransport program) {
      Thread.ofVirtual()
          .name("mcp-watch")
          .start(() -> {
            program.awaitForExit();
            gone.complete(null);
          });
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    if (message instanceof JSONRPCRequest request
        && request.params() instanceof CallToolRequest call
        && call.progressToken() != null) {
      requests.put(call.progressToken(), request.id());
    }
    return transport.sendMessage(message);
  }

  @Override
  public void setExceptionHandler(Consumer<Throwable> handler) {
    transport.setExceptionHandler(handler);
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return transport.unmarshalFrom(data, type);
  }

  @Override
  public List<String> protocolVersions() {
    return transport.protocolVersions();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return transport.closeGracefully();
  }
}
