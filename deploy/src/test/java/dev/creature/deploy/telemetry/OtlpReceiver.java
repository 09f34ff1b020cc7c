package dev.creature.deploy.telemetry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces as a collector does, by OTLP over HTTP, and reads the protocol's messages. */
final class OtlpReceiver implements AutoCloseable {
  /** A span as it was sent; times are nanoseconds since 1970. */
  record Sent(String trace, String id, String parent, String name, long begin, long end) {}

  private final HttpServer server;
  private final List<Sent> spans = new CopyOnWriteArrayList<>();
  private final List<String> raw = new CopyOnWriteArrayList<>();

  OtlpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          raw.add(new String(body, StandardCharsets.ISO_8859_1));
          read(body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Sent> spans() {
    return List.copyOf(spans);
  }

  /** All bytes that came, as letters. */
  String raw() {
    return String.join("", raw);
  }

  Sent named(String name) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + name + " among " + spans));
  }

  private void read(byte[] request) {
    for (byte[] resource : fields(request, 1)) {
      for (byte[] scope : fields(resource, 2)) {
        for (byte[] span : fields(scope, 2)) {
          spans.add(
              new Sent(
                  hex(span, 1),
                  hex(span, 2),
                  hex(span, 4),
                  fields(span, 5).stream()
                      .map(it -> new String(it, StandardCharsets.UTF_8))
                      .findFirst()
                      .orElse(""),
                  fixed(span, 7),
                  fixed(span, 8)));
        }
      }
    }
  }

  private static String hex(byte[] message, int field) {
    return fields(message, field).stream().findFirst().map(HexFormat.of()::formatHex).orElse("");
  }

  private static long fixed(byte[] message, int field) {
    return fields(message, field).stream()
        .findFirst()
        .map(it -> ByteBuffer.wrap(it).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .orElse(0L);
  }

  /** The contents of a field of a protocol buffers message, each time it stands there. */
  private static List<byte[]> fields(byte[] message, int wanted) {
    ByteBuffer left = ByteBuffer.wrap(message);
    List<byte[]> found = new ArrayList<>();
    while (left.hasRemaining()) {
      int key = (int) varint(left);
      int length =
          switch (key & 7) {
            case 0 -> {
              varint(left);
              yield 0;
            }
            case 1 -> 8;
            case 2 -> (int) varint(left);
            case 5 -> 4;
            default -> throw new IllegalArgumentException("wire type " + (key & 7));
          };
      byte[] content = new byte[length];
      left.get(content);
      if (key >> 3 == wanted) {
        found.add(content);
      }
    }
    return found;
  }

  private static long varint(ByteBuffer left) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = left.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
