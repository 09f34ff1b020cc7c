package dev.creature.tools.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Speaks with a child process, a line a message. A line that is none is passed over: programs print
 * all sorts of things. Three virtual threads: one reads, one writes, one waits for the end. 256
 * messages may wait to be written; one more fails.
 */
final class ProgramTransport implements McpClientTransport {
  private static final int WAITING = 256;
  private static final int LONGEST_LINE = 16 << 20;

  /** What a program needs to run at all; the rest of the environment is nobody's business. */
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "TERM",
          "LANG",
          "TMPDIR",
          "APPDATA",
          "LOCALAPPDATA",
          "HOMEDRIVE",
          "HOMEPATH",
          "PROCESSOR_ARCHITECTURE",
          "SYSTEMDRIVE",
          "SYSTEMROOT",
          "TEMP",
          "USERNAME",
          "USERPROFILE");

  private final McpAddress.Program program;
  private final McpJsonMapper json;
  private final BlockingQueue<String> outgoing = new ArrayBlockingQueue<>(WAITING);
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private volatile Optional<Process> process = Optional.empty();

  ProgramTransport(McpAddress.Program program, McpJsonMapper json) {
    this.program = program;
    this.json = json;
  }

  /** Completes when the program has ended. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return Mono.fromRunnable(() -> start(handler));
  }

  private void start(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    ProcessBuilder building =
        new ProcessBuilder(program.words()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = building.environment();
    environment.keySet().retainAll(INHERITED);
    environment.putAll(program.environment());
    Process started;
    try {
      started = building.start();
    } catch (IOException e) {
      gone.complete(null);
      throw new McpFailure("can't start " + program.words().getFirst() + ": " + e.getMessage());
    }
    process = Optional.of(started);
    Thread.ofVirtual().name("mcp-read").start(() -> read(started, handler));
    Thread.ofVirtual().name("mcp-write").start(() -> write(started));
    started.onExit().thenRun(() -> gone.complete(null));
  }

  private void read(Process started, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    try (InputStream in = started.getInputStream()) {
      LineReader lines = new LineReader(in, LONGEST_LINE);
      for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
        message(line).ifPresent(it -> handler.apply(Mono.just(it)).onErrorComplete().subscribe());
      }
    } catch (IOException _) {
      // As at the end of its output: a server that can't be heard is of no use.
    }
    end(started);
  }

  private Optional<JSONRPCMessage> message(String line) {
    try {
      return Optional.of(McpSchema.deserializeJsonRpcMessage(json, line));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private void write(Process started) {
    try (BufferedWriter out = started.outputWriter(StandardCharsets.UTF_8)) {
      while (started.isAlive()) {
        @Nullable String line = outgoing.poll(1, TimeUnit.SECONDS);
        if (line != null) {
          out.write(line);
          out.write('\n');
          out.flush();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      end(started);
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> {
      try {
        if (gone.isDone() || !outgoing.offer(json.writeValueAsString(message))) {
          throw new McpFailure(gone.isDone() ? "the server has ended" : "the server reads nothing");
        }
      } catch (IOException e) {
        throw new McpFailure("a message that is no JSON: " + e.getMessage());
      }
    });
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(() -> process.ifPresent(ProgramTransport::end));
  }

  /** Asks it to end; who does not within two seconds is ended, with all that it started. */
  private static void end(Process process) {
    var family = process.descendants().toList();
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, 2, TimeUnit.SECONDS)
        .thenAccept(it -> {
          it.destroyForcibly();
          family.forEach(ProcessHandle::destroyForcibly);
        });
  }
}
