package dev.creature.tools.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * For tests only: the server's side of rosbridge v2 as its protocol describes it. It notes what it
 * is told, and says what the test has it say.
 */
final class RosbridgePeer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** A message and the connection that it came on. */
  record Heard(Connection from, JsonNode message) {
    String op() {
      return message.path("op").asText();
    }
  }

  private final ServerSocket server;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  private RosbridgePeer(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().name("peer").start(this::accept);
  }

  static RosbridgePeer start() throws IOException {
    return new RosbridgePeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Drops every connection, and each new one until it is back. */
  void die() throws IOException {
    away = true;
    for (Connection it : connections) {
      it.die();
    }
  }

  void comeBack() {
    away = false;
  }

  /** The next message with this op; others before it are passed over. */
  Heard next(String op) throws InterruptedException {
    while (true) {
      Heard next = heard.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + op + " came");
      }
      if (next.op().equals(op)) {
        return next;
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().name("peer-connection").start(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (away) {
        return;
      }
      DataInputStream in = new DataInputStream(socket.getInputStream());
      Connection connection = new Connection(socket, socket.getOutputStream());
      connection.shakeHands(in);
      connections.add(connection);
      while (true) {
        heard.add(new Heard(connection, JSON.readTree(read(in))));
      }
    } catch (IOException _) {
      // Gone.
    }
  }

  private static String read(DataInputStream in) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean last = false;
    while (!last) {
      int first = in.readUnsignedByte();
      if ((first & 0x0f) == 8) {
        throw new IOException("closed");
      }
      last = (first & 0x80) != 0;
      int length = in.readUnsignedByte() & 0x7f;
      length =
          length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] = (byte) (payload[i] ^ mask[i % 4]);
      }
      text.writeBytes(payload);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    die();
  }

  /** One of its clients. */
  static final class Connection {
    private final Socket socket;
    private final OutputStream out;

    Connection(Socket socket, OutputStream out) {
      this.socket = socket;
      this.out = out;
    }

    private void shakeHands(DataInputStream in) throws IOException {
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        request.append((char) in.readUnsignedByte());
      }
      String key =
          request
              .toString()
              .lines()
              .filter(it -> it.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
              .map(it -> it.substring(18).strip())
              .findFirst()
              .orElseThrow(() -> new IOException("no WebSocket"));
      String accept;
      try {
        accept =
            Base64.getEncoder()
                .encodeToString(
                    MessageDigest.getInstance("SHA-1")
                        .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IOException(e);
      }
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    void feedback(String id, double progress, String words) throws IOException {
      say(
          "{\"op\":\"action_feedback\",\"id\":\"%s\",\"values\":{\"progress\":%s,\"words\":\"%s\"}}"
              .formatted(id, progress, words));
    }

    void result(String id, String values, int status, boolean result) throws IOException {
      say(
          "{\"op\":\"action_result\",\"id\":\"%s\",\"values\":%s,\"status\":%d,\"result\":%s}"
              .formatted(id, values, status, result));
    }

    synchronized void say(String text) throws IOException {
      byte[] payload = text.getBytes(StandardCharsets.UTF_8);
      out.write(0x81);
      if (payload.length < 126) {
        out.write(payload.length);
      } else {
        out.write(126);
        out.write(payload.length >> 8);
        out.write(payload.length & 0xff);
      }
      out.write(payload);
      out.flush();
    }

    /** A frame that no WebSocket knows. */
    synchronized void sayNonsense() throws IOException {
      out.write(new byte[] {(byte) 0xff, 0x05, 1, 2, 3, 4, 5});
      out.flush();
    }

    void die() throws IOException {
      socket.close();
    }
  }
}
