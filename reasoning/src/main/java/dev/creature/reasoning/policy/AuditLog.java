package dev.creature.reasoning.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The decisions of the policy, a line of JSON each, in a file that only grows.
 *
 * <p>Each line ends with the SHA-256 of the hash before and its own text, so that a line that was
 * changed, removed or put in between shows. A line is on the disk when {@link #append} returns. One
 * process at a time writes a log; threads may share it.
 */
public final class AuditLog implements AutoCloseable {
  private final FileChannel file;
  private final Clock clock;
  private String last;
  private long lines;

  private AuditLog(FileChannel file, Clock clock, String last, long lines) {
    this.file = file;
    this.clock = clock;
    this.last = last;
    this.lines = lines;
  }

  /**
   * Opens a log, to go on behind its last line.
   *
   * @throws IOException when it cannot be written, or when what it holds does not verify
   */
  public static AuditLog open(Path path, Clock clock) throws IOException {
    List<String> before = Files.exists(path) ? Files.readAllLines(path) : List.of();
    AuditVerdict verdict = AuditChain.verify(before);
    if (!verdict.whole()) {
      throw new IOException(path + ":" + verdict.line() + ": " + verdict.wrong());
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new AuditLog(file, clock, AuditChain.lastHash(before), before.size());
  }

  /**
   * Writes a decision, down to the disk.
   *
   * @throws IOException when it could not be written
   */
  public synchronized void append(PolicyQuestion question, PolicyDecision decision)
      throws IOException {
    String text =
        "{\"line\":"
            + (lines + 1)
            + field("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
            + field("who", question.who().label())
            + field("verb", question.task().verb())
            + field("object", question.task().object().orElse(""))
            + field("target", question.task().target().orElse(""))
            + field("source", question.task().source().orElse(""))
            + field("reversibility", question.reversibility().name().toLowerCase(Locale.ROOT))
            + field("place", question.place())
            + field("decision", decision.permission().name().toLowerCase(Locale.ROOT))
            + field("reason", decision.reason());
    String hash = AuditChain.hash(last, text);
    ByteBuffer line =
        ByteBuffer.wrap((text + AuditChain.ending(hash) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      file.write(line);
    }
    file.force(true);
    last = hash;
    lines++;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static String field(String name, String value) {
    StringBuilder text = new StringBuilder(",\"" + name + "\":\"");
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      switch (letter) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> {
          if (letter < ' ') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
          } else {
            text.append(letter);
          }
        }
      }
    }
    return text.append('"').toString();
  }
}
