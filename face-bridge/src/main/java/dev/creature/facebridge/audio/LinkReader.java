package dev.creature.facebridge.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.link.LinkInput;
import dev.creature.facebridge.socket.SocketText;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a listener's texts, whatever carries them. What is of no use is answered with an error, and
 * too much of it ends the link. One thread at a time.
 */
public final class LinkReader {
  /** A text, in letters. */
  public static final int LONGEST_TEXT = 2 * LinkInput.Sound.LONGEST_SAMPLES;

  private static final int LONGEST_SAID = 500;

  /** So many useless texts, and the client is not one of ours. */
  private static final int MOST_ERRORS = 20;

  private final Consumer<LinkInput> input;
  private final Consumer<String> answers;
  private final Runnable ending;
  private int errors;

  /**
   * Of one link.
   *
   * @param input what is understood goes here
   * @param answers texts to the listener
   * @param ending ends the link, after what was answered
   */
  public LinkReader(Consumer<LinkInput> input, Consumer<String> answers, Runnable ending) {
    this.input = input;
    this.answers = answers;
    this.ending = ending;
  }

  /** Takes a text; answers whether the link goes on. */
  public boolean text(String text) {
    if (text.length() > LONGEST_TEXT) {
      return tooLong();
    }
    Optional<ObjectNode> parsed = SocketText.parse(text);
    if (parsed.isEmpty()) {
      return complain("not-json", "a text is one JSON object");
    }
    JsonNode type = parsed.get().path("type");
    return switch (type.asText("")) {
      case "say" -> say(parsed.get().path("text"));
      case "hush" -> {
        input.accept(LinkInput.Hush.INSTANCE);
        yield true;
      }
      case "played" -> played(parsed.get().path("t"));
      case "ping" -> {
        answers.accept("{\"type\":\"pong\"}");
        yield true;
      }
      default -> complain("unknown-type", "known types are say, hush, played and ping");
    };
  }

  /** Something longer than may be: ends the link. */
  boolean tooLong() {
    return end(
        "too-long", "a piece of sound is at most 200 ms, a text " + LONGEST_TEXT + " letters");
  }

  private boolean say(JsonNode words) {
    String text = words.asText("").strip();
    if (!words.isTextual() || text.isEmpty() || text.length() > LONGEST_SAID) {
      return complain("bad-text", "text has 1 to " + LONGEST_SAID + " letters");
    }
    input.accept(new LinkInput.Say(text));
    return true;
  }

  private boolean played(JsonNode millis) {
    if (!millis.isNumber() || millis.asLong() < 0) {
      return complain("bad-time", "t is a time in milliseconds");
    }
    input.accept(new LinkInput.Played(millis.asLong()));
    return true;
  }

  /** Answers with an error; answers whether the link goes on. */
  public boolean complain(String code, String message) {
    answers.accept(SocketText.error(code, message));
    errors++;
    return errors < MOST_ERRORS || end("too-many-errors", "too many messages of no use");
  }

  /** Ends the link with an error. */
  boolean end(String code, String message) {
    answers.accept(SocketText.error(code, message));
    ending.run();
    return false;
  }
}
