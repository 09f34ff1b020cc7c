package dev.creature.deploy.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a repetition differs from the recorded original. A recording was made in real time, on a
 * machine that did other things as well; the repetition has a time of its own for every model. So
 * turns may be taken a little earlier or later, and what hangs on that may be different.
 *
 * @param turns that both have
 * @param sameWords of these, how many were understood in the same words
 * @param sameReplies of these, how many were answered in the same words
 * @param commitMillis for each of them, how much later the repetition took it
 * @param lines the differences, one a line, in the order of time
 */
public record ReplayDifferences(
    int turns, int sameWords, int sameReplies, List<Long> commitMillis, List<String> lines) {
  private static final long WORTH_TELLING_MILLIS = 100;

  public ReplayDifferences {
    commitMillis = List.copyOf(commitMillis);
    lines = List.copyOf(lines);
  }

  /** One turn, as its events tell. */
  private static final class Told {
    private long committed = -1;
    private String words = "";
    private final StringBuilder reply = new StringBuilder();
    private boolean interrupted;
    private boolean returned;
  }

  /** Compares the events of two folders. */
  public static ReplayDifferences between(Path original, Path repetition) throws IOException {
    Map<Integer, Told> before = turns(original);
    Map<Integer, Told> after = turns(repetition);
    int both = 0;
    int sameWords = 0;
    int sameReplies = 0;
    List<Long> commits = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Integer, Told> entry : before.entrySet()) {
      Told then = entry.getValue();
      Told now = after.get(entry.getKey());
      if (now == null) {
        lines.add("turn %d is missing: \"%s\"".formatted(entry.getKey(), then.words));
        continue;
      }
      both++;
      sameWords += then.words.equals(now.words) ? 1 : 0;
      boolean sameReply = then.reply.toString().contentEquals(now.reply);
      sameReplies += sameReply ? 1 : 0;
      if (then.committed >= 0 && now.committed >= 0) {
        commits.add(now.committed - then.committed);
      }
      compare(entry.getKey(), then, now, lines);
    }
    after.forEach((turn, now) -> {
      if (!before.containsKey(turn)) {
        lines.add("turn %d is new: \"%s\"".formatted(turn, now.words));
      }
    });
    return new ReplayDifferences(both, sameWords, sameReplies, commits, lines);
  }

  private static void compare(int turn, Told then, Told now, List<String> lines) {
    if (!then.words.equals(now.words)) {
      lines.add("turn %d was \"%s\", is \"%s\"".formatted(turn, then.words, now.words));
    }
    long later = now.committed - then.committed;
    if (Math.abs(later) >= WORTH_TELLING_MILLIS) {
      lines.add(
          "turn %d is taken %d ms %s"
              .formatted(turn, Math.abs(later), later < 0 ? "earlier" : "later"));
    }
    if (!then.reply.toString().contentEquals(now.reply)) {
      lines.add("turn %d was answered \"%s\", is \"%s\"".formatted(turn, then.reply, now.reply));
    }
    if (then.interrupted != now.interrupted) {
      lines.add("turn %d is %s".formatted(turn, now.interrupted ? "interrupted" : "spoken whole"));
    }
    if (then.returned != now.returned) {
      lines.add("turn %d is %s".formatted(turn, now.returned ? "given back" : "kept"));
    }
  }

  /** How much later the turns were taken, the one in the middle. */
  public long medianCommitMillis() {
    List<Long> sorted = commitMillis.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  /** In one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d turns in both; %d understood and %d answered in the same words; taken %+d ms (median)",
        turns,
        sameWords,
        sameReplies,
        medianCommitMillis());
  }

  private static Map<Integer, Told> turns(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<Integer, Told> turns = new TreeMap<>();
    int number = 0;
    for (String line : Files.readAllLines(folder.resolve("events.jsonl"))) {
      number++;
      JsonNode event;
      try {
        event = mapper.readTree(line);
      } catch (IOException broken) {
        throw new BadSession(
            folder.resolve("events.jsonl") + " line " + number + ": is no JSON object");
      }
      if (!event.path("turn").isInt()) {
        continue;
      }
      Told turn = turns.computeIfAbsent(event.path("turn").intValue(), _ -> new Told());
      switch (event.path("type").asText()) {
        case "turn.committed" -> turn.committed = event.path("t").asLong();
        case "user.final" -> turn.words = event.path("text").asText();
        case "reply.token" ->
            turn.reply
                .append(turn.reply.isEmpty() ? "" : " ")
                .append(event.path("text").asText().strip());
        case "reply.audio.ended" -> turn.interrupted = event.path("interrupted").asBoolean();
        case "turn.returned" -> turn.returned = true;
        default -> {}
      }
    }
    return turns;
  }
}
