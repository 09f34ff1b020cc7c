package dev.creature.deploy.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Talks to a socket as nobody should: on bare TCP, with frames and messages that are wrong in every
 * way there is, and leaves when it likes.
 */
final class BadPeer {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int ANSWER_MILLIS = 20_000;
  private static final int LOOK_MILLIS = 50;

  /** So many messages of no use end a link; one fewer leaves it open for the next. */
  private static final int TOLERATED = 19;

  private static final List<String> NEARLY =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "{\"type\":7}",
          "{\"type\":\"say\"}",
          "{\"type\":\"say\",\"text\":\"\"}",
          "{\"type\":\"say\",\"text\":[1]}",
          "{\"type\":\"say\",\"text\":{\"a\":\"\"}}",
          "{\"type\":\"played\",\"t\":\"now\"}",
          "{\"type\":\"played\",\"t\":-4}",
          "{\"type\":\"played\",\"t\":null}",
          "{\"gaze\":{\"x\":9,\"y\":0,\"confidence\":1}}",
          "{\"gaze\":{\"x\":\"a\"}}",
          "{\"gaze\":[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]}",
          "\u0000\uffff");

  private final int port;
  private final String path;
  private final SplittableRandom random;

  BadPeer(int port, String path, long seed) {
    this.port = port;
    this.path = path;
    this.random = new SplittableRandom(seed);
  }

  /** One connection of misbehaviour; how many frames, messages or requests were wrong. */
  int misbehaves() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(ANSWER_MILLIS);
      // Leaves without a farewell, and keeps no port.
      socket.setSoLinger(true, 0);
      return switch (random.nextInt(12)) {
        case 0 -> sends(socket, bytes(random.nextInt(1, 400)));
        case 1 -> sends(socket, brokenHandshake().getBytes(StandardCharsets.ISO_8859_1));
        case 2 -> {
          byte[] whole = handshake().getBytes(StandardCharsets.US_ASCII);
          byte[] part = new byte[random.nextInt(1, whole.length)];
          System.arraycopy(whole, 0, part, 0, part.length);
          yield sends(socket, part);
        }
        case 3 -> sends(socket, handshake().getBytes(StandardCharsets.US_ASCII));
        default -> shakesHands(socket);
      };
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (IOException closed) {
      // Shown the door in the middle of a frame: as it should be.
      return 1;
    }
  }

  private static int sends(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return 1;
  }

  private int shakesHands(Socket socket) throws IOException {
    socket.getOutputStream().write(handshake().getBytes(StandardCharsets.US_ASCII));
    readHead(socket.getInputStream());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int sent = random.nextInt(TOLERATED);
    for (int i = 0; i < sent; i++) {
      out.writeBytes(nearlyRight());
    }
    out.writeBytes(fatal());
    socket.getOutputStream().write(out.toByteArray());
    if (random.nextInt(10) == 0) {
      // Most run away; some look what comes of it for a moment.
      socket.setSoTimeout(LOOK_MILLIS);
      try {
        InputStream in = socket.getInputStream();
        int read = in.read(new byte[8_192]);
        for (int i = 0; i < 20 && read >= 0; i++) {
          read = in.read(new byte[8_192]);
        }
      } catch (SocketTimeoutException nothing) {
        return sent + 1;
      }
    }
    return sent + 1;
  }

  /** A whole frame, with something in it that is of no use. */
  private byte[] nearlyRight() {
    return switch (random.nextInt(4)) {
      case 0 -> frame(true, 0, TEXT, random.nextInt(40), true);
      case 1 -> frame(0x80 | 9, new byte[random.nextInt(20)], true);
      default -> {
        String text = NEARLY.get(random.nextInt(NEARLY.size()));
        yield frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8), true);
      }
    };
  }

  /** What no connection outlives, or should not. */
  private byte[] fatal() {
    return switch (random.nextInt(14)) {
      // Not masked.
      case 0 -> frame(0x80 | BINARY, bytes(640), false);
      // Opcodes that there are not.
      case 1 -> frame(0x80 | random.nextInt(3, 8), bytes(10), true);
      case 2 -> frame(0x80 | random.nextInt(11, 16), bytes(10), true);
      // Bits that are reserved.
      case 3 -> frame(true, random.nextInt(1, 8), BINARY, 640, true);
      // Lengths that never come.
      case 4 -> head(0x80 | BINARY, Long.MAX_VALUE);
      case 5 -> head(0x80 | TEXT, -1);
      case 6 -> head(0x80 | BINARY, 1L << 31);
      case 7 -> {
        byte[] whole = frame(0x80 | BINARY, bytes(640), true);
        byte[] part = new byte[random.nextInt(1, whole.length)];
        System.arraycopy(whole, 0, part, 0, part.length);
        yield part;
      }
      // A ping that is too long, and one in two parts.
      case 8 -> frame(0x80 | 9, bytes(200), true);
      case 9 -> frame(9, bytes(5), true);
      // The rest of a message that nobody began, and one that begins in the middle of another.
      case 10 -> frame(0x80, bytes(10), true);
      case 11 -> join(frame(TEXT, bytes(3), true), frame(0x80 | TEXT, bytes(3), true));
      // A message without an end.
      case 12 -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(frame(BINARY, bytes(2_000), true));
        for (int i = 0; i < 20; i++) {
          out.writeBytes(frame(0, bytes(2_000), true));
        }
        yield out.toByteArray();
      }
      // Whole, but of a length that is none, or no frames at all.
      default ->
          random.nextBoolean()
              ? frame(0x80 | BINARY, bytes(random.nextBoolean() ? 641 : 20_000), true)
              : bytes(300);
    };
  }

  private byte[] frame(boolean last, int reserved, int opcode, int length, boolean masked) {
    return frame((last ? 0x80 : 0) | reserved << 4 | opcode, bytes(length), masked);
  }

  private byte[] frame(int first, byte[] payload, boolean masked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int mask = masked ? 0x80 : 0;
    out.write(first);
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else {
      out.write(mask | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    byte[] key = bytes(4);
    if (masked) {
      out.writeBytes(key);
    }
    for (int i = 0; i < payload.length; i++) {
      out.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
    }
    return out.toByteArray();
  }

  /** A frame that says it is longer than anything, and the beginning of it. */
  private byte[] head(int first, long length) {
    return ByteBuffer.allocate(114)
        .put((byte) first)
        .put((byte) (0x80 | 127))
        .putLong(length)
        .put(bytes(104))
        .array();
  }

  private static byte[] join(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String handshake() {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  }

  private String brokenHandshake() {
    String whole = handshake();
    return switch (random.nextInt(6)) {
      case 0 -> whole.replace("Version: 13", "Version: " + random.nextInt(100, 999));
      case 1 -> whole.replaceFirst("Sec-WebSocket-Key: [^\r]*\r\n", "");
      case 2 -> whole.replace("GET", "POST");
      case 3 -> whole.replace("localhost", "evil.example");
      case 4 -> whole.replace("HTTP/1.1", "HTTP/7.3");
      default -> whole.replace("Host: ", "Host: " + "x".repeat(random.nextInt(20_000)));
    };
  }

  private static void readHead(InputStream in) throws IOException {
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }
}
