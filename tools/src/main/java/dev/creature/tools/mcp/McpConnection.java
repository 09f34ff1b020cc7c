package dev.creature.tools.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;

/**
 * One MCP server, connected to when it is needed and again when it has died. Calls may come from
 * any thread; what blocks runs on virtual threads of its own.
 */
final class McpConnection implements AutoCloseable {
  private static final int MOST_MESSAGE_BYTES = 16 << 20;
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /** A connection that stands. */
  private record Live(McpAsyncClient client, WatchedTransport transport) {}

  private final McpAddress address;
  private final Duration patience;
  private final Duration limit;
  private final ReentrantLock opening = new ReentrantLock();
  private final Map<Object, BiConsumer<Double, String>> progress = new ConcurrentHashMap<>();
  private Optional<Live> live = Optional.empty();
  private boolean closed;

  /**
   * Not connected yet.
   *
   * @param patience for the greeting and for the list of tools
   * @param limit for a call
   */
  McpConnection(McpAddress address, Duration patience, Duration limit) {
    this.address = address;
    this.patience = patience;
    this.limit = limit;
  }

  /**
   * The server's tools. Blocks.
   *
   * @throws McpFailure when they are not to be had in time
   */
  List<Tool> list() {
    Live now = live();
    return await(now, now.client().listTools()).tools();
  }

  /** Calls; the future fails with {@link McpFailure}. Never blocks. */
  CompletableFuture<CallToolResult> call(
      String tool, Map<String, Object> arguments, String token, BiConsumer<Double, String> told) {
    CompletableFuture<CallToolResult> result = new CompletableFuture<>();
    progress.put(token, told);
    Thread.ofVirtual()
        .name("mcp-call")
        .start(() -> {
          try {
            begin(
                CallToolRequest.builder(tool).arguments(arguments).progressToken(token).build(),
                result);
          } catch (RuntimeException e) {
            result.completeExceptionally(failure(e));
          }
        });
    result
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((_, thrown) -> {
          progress.remove(token);
          if (thrown instanceof TimeoutException) {
            takeBack(token, "it took too long");
          } else {
            present().ifPresent(it -> it.transport().forget(token));
          }
        });
    return result.handle((answer, thrown) -> {
      if (thrown instanceof TimeoutException) {
        throw new McpFailure("no answer within " + limit.toMillis() + " ms");
      }
      if (thrown != null) {
        throw failure(thrown);
      }
      return answer;
    });
  }

  /** Tells the server that an answer is not wanted any more; does nothing where none is due. */
  void takeBack(String token, String why) {
    present().ifPresent(it -> it.transport().takeBack(token, why).onErrorComplete().subscribe());
  }

  private void begin(CallToolRequest request, CompletableFuture<CallToolResult> result) {
    Live now = live();
    if (result.isDone()) {
      return;
    }
    CompletableFuture<CallToolResult> answer = now.client().callTool(request).toFuture();
    answer.whenComplete((it, thrown) -> {
      if (thrown == null) {
        result.complete(it);
      } else {
        result.completeExceptionally(failure(thrown));
      }
    });
    now.transport()
        .gone()
        .thenRun(() -> result.completeExceptionally(new McpFailure("the server has ended")));
  }

  private Optional<Live> present() {
    opening.lock();
    try {
      return live.filter(it -> !it.transport().gone().isDone());
    } finally {
      opening.unlock();
    }
  }

  private Live live() {
    opening.lock();
    try {
      if (closed) {
        throw new McpFailure("the connection was closed");
      }
      Optional<Live> standing = live.filter(it -> !it.transport().gone().isDone());
      if (standing.isPresent()) {
        return standing.get();
      }
      live.ifPresent(McpConnection::leave);
      live = Optional.empty();
      Live made = open();
      live = Optional.of(made);
      return made;
    } finally {
      opening.unlock();
    }
  }

  private Live open() {
    WatchedTransport transport = transport(address);
    McpAsyncClient client =
        McpClient.async(transport)
            .clientInfo(Implementation.builder("creature", "1").build())
            .requestTimeout(patience.plus(limit))
            .initializationTimeout(patience)
            .enableCallToolSchemaCaching(false)
            .progressConsumer(it -> {
              progressed(it);
              return Mono.empty();
            })
            .build();
    Live made = new Live(client, transport);
    try {
      await(made, client.initialize());
    } catch (RuntimeException e) {
      leave(made);
      throw e;
    }
    return made;
  }

  private void progressed(ProgressNotification it) {
    Optional.ofNullable(progress.get(it.progressToken()))
        .ifPresent(told -> {
          double total = Optional.ofNullable(it.total()).orElse(1.0);
          double fraction01 = total > 0 ? Math.clamp(it.progress() / total, 0, 1) : 0;
          told.accept(fraction01, Optional.ofNullable(it.message()).orElse(""));
        });
  }

  private static WatchedTransport transport(McpAddress address) {
    return switch (address) {
      case McpAddress.Program program ->
          new WatchedTransport(new ProgramTransport(program, McpJsonDefaults.getMapper()));
      case McpAddress.Http(URI endpoint) ->
          new WatchedTransport(
              HttpClientStreamableHttpTransport.builder(
                      endpoint.getScheme() + "://" + endpoint.getAuthority())
                  .endpoint(endpoint.getPath().isEmpty() ? "/mcp" : endpoint.getPath())
                  .maxResponseSize(MOST_MESSAGE_BYTES)
                  .build());
    };
  }

  private <T> T await(Live live, Mono<T> what) {
    CompletableFuture<T> answer = what.toFuture();
    live.transport()
        .gone()
        .thenRun(() -> answer.completeExceptionally(new McpFailure("the server has ended")));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new McpFailure("interrupted");
    } catch (TimeoutException _) {
      throw new McpFailure("no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static void leave(Live live) {
    live.client().closeGracefully().timeout(FAREWELL).onErrorComplete().subscribe();
  }

  static McpFailure failure(Throwable thrown) {
    Throwable it = thrown;
    while (!(it instanceof McpFailure)
        && (it instanceof ExecutionException || it instanceof CompletionException)
        && it.getCause() != null) {
      it = it.getCause();
    }
    if (it instanceof McpFailure known) {
      return known;
    }
    String words = String.valueOf(it.getMessage()).strip().replaceAll("\\s+", " ");
    return new McpFailure(words.length() > 300 ? words.substring(0, 300) + "…" : words);
  }

  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      live.ifPresent(
          it -> it.client().closeGracefully().timeout(FAREWELL).onErrorComplete().block());
      live = Optional.empty();
    } finally {
      opening.unlock();
    }
  }
}
