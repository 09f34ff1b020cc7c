package dev.creature.reasoning.policy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The decisions of the policy, a line of JSON each, in a file that only grows.
 *
 * <p>Each line ends with the SHA-256 of the hash before and its own text, so that a line that was
 * changed, removed or put in between shows. When {@link #append} returns the operating system has
 * the line, and it outlives the process however that ends; once {@link #force} returns it outlives
 * the machine, too. One process at a time writes a log; threads may share it.
 */
public final class AuditLog implements AutoCloseable {
  // A stream and no channel: a channel is closed for good when a thread that writes is interrupted.
  private final FileOutputStream file;
  private final Clock clock;
  private String last;
  private long lines;
  private long bytes;

  private AuditLog(FileOutputStream file, Clock clock, List<String> before, long bytes) {
    this.file = file;
    this.clock = clock;
    this.last = AuditChain.lastHash(before);
    this.lines = before.size();
    this.bytes = bytes;
  }

  /**
   * Opens a log, to go on behind its last whole line. A line that a process was writing as it was
   * killed stands for nothing that was done, and goes.
   *
   * @throws IOException when it cannot be written, or when what it holds does not verify
   */
  public static AuditLog open(Path path, Clock clock) throws IOException {
    byte[] found = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    int whole = AuditChain.wholeBytes(found);
    List<String> before = new String(found, 0, whole, StandardCharsets.UTF_8).lines().toList();
    AuditVerdict verdict = AuditChain.verify(before);
    if (!verdict.whole()) {
      throw new IOException(path + ":" + verdict.line() + ": " + verdict.wrong());
    }
    FileOutputStream file = new FileOutputStream(path.toFile(), true);
    if (whole < found.length) {
      file.getChannel().truncate(whole);
    }
    return new AuditLog(file, clock, before, whole);
  }

  /**
   * Writes a decision.
   *
   * @throws IOException when it could not be written; the log then ends with the line before
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
    byte[] line = (text + AuditChain.ending(hash) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      file.write(line);
    } catch (IOException full) {
      // Half a line would make those behind it look like somebody's work.
      file.getChannel().truncate(bytes);
      throw full;
    }
    last = hash;
    lines++;
    bytes += line.length;
  }

  /**
   * Has all that was written so far brought to the disk, which may take a while; lines may be
   * written meanwhile.
   *
   * @throws IOException when the disk does not take it
   */
  public void force() throws IOException {
    file.getFD().sync();
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
