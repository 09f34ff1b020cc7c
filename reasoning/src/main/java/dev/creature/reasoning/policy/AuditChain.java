package dev.creature.reasoning.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the lines of an audit log hang together. Pure. */
public final class AuditChain {
  /** Stands for the line before the first one. */
  static final String START = "0".repeat(64);

  private static final Pattern LINE =
      Pattern.compile("(\\{\"line\":(\\d{1,18}),.*),\"hash\":\"([0-9a-f]{64})\"\\}");

  private AuditChain() {}

  /** Checks all lines of a log. */
  public static AuditVerdict verify(List<String> lines) {
    String last = START;
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()) {
        return new AuditVerdict(false, i + 1, "is no line of an audit log");
      }
      if (Long.parseLong(line.group(2)) != i + 1) {
        return new AuditVerdict(
            false, i + 1, "calls itself line " + line.group(2) + ": lines are missing or added");
      }
      if (!hash(last, line.group(1)).equals(line.group(3))) {
        return new AuditVerdict(false, i + 1, "was changed, or the line before it was");
      }
      last = line.group(3);
    }
    return new AuditVerdict(true, lines.size(), "");
  }

  /**
   * How many bytes of a log's file are whole lines; a line is whole when its end was written. What
   * follows was being written as the process ended.
   */
  public static int wholeBytes(byte[] file) {
    int whole = file.length;
    while (whole > 0 && file[whole - 1] != '\n') {
      whole--;
    }
    return whole;
  }

  /** The hash of the last line of a log that verifies. */
  static String lastHash(List<String> lines) {
    if (lines.isEmpty()) {
      return START;
    }
    String last = lines.getLast();
    return last.substring(last.length() - 66, last.length() - 2);
  }

  static String hash(String before, String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest((before + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String ending(String hash) {
    return ",\"hash\":\"" + hash + "\"}";
  }
}
