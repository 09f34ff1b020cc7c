package dev.creature.tools.mcp;

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
  private final CompletableFuture<Void> gone;
  private final Map<Object, Object> requests = new ConcurrentHashMap<>();

  WatchedTransport(ProgramTransport transport) {
    this(transport, transport.gone());
  }

  /** Over a transport that never ends by itself, such as HTTP. */
  WatchedTransport(McpClientTransport transport) {
    this(transport, new CompletableFuture<>());
  }

  private WatchedTransport(McpClientTransport transport, CompletableFuture<Void> gone) {
    this.transport = transport;
    this.gone = gone;
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
    return transport.connect(handler);
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
