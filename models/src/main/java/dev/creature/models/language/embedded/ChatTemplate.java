package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.tokens.TokenSequence;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.runtime.ModelFailure;
import java.util.Arrays;

/**
 * ChatML, the form of dialogue that SmolLM2 and Qwen were trained on. Control tokens are set here
 * and only here: the same letters in a message are letters.
 */
final class ChatTemplate {
  private final Tokenizer tokenizer;
  private final int start;
  private final int end;
  private final int[] lineEnd;

  ChatTemplate(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.start = control("<|im_start|>");
    this.end = control("<|im_end|>");
    this.lineEnd = tokenizer.encode("\n");
  }

  /** The token that ends a message. */
  int end() {
    return end;
  }

  /** A message that is complete. */
  int[] complete(ChatMessage message) {
    return new TokenSequence().addAll(open(message)).add(end).addAll(lineEnd).toArray();
  }

  /** A message that goes on behind its text. */
  int[] open(ChatMessage message) {
    return new TokenSequence()
        .add(start)
        .addAll(tokenizer.encode(message.role().wireName() + "\n" + message.text()))
        .toArray();
  }

  /** A message of which only head and last tokens are kept, so that it has at most this many. */
  int[] shortened(int[] message, int most) {
    if (message.length <= most) {
      return message;
    }
    // The control token, the role and the end of its line.
    int head = Math.min(3, Math.max(most, 1));
    int[] tail =
        Arrays.copyOfRange(message, message.length - Math.max(0, most - head), message.length);
    return new TokenSequence().addAll(Arrays.copyOf(message, head)).addAll(tail).toArray();
  }

  private int control(String name) {
    return tokenizer
        .controlToken(name)
        .orElseThrow(
            () -> new ModelFailure("the model has no token " + name + ": it is no ChatML"));
  }
}
