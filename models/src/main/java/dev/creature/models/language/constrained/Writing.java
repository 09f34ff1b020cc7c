package dev.creature.models.language.constrained;

import dev.creature.models.runtime.ModelFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An answer that is being written by a rule: of the tokens that may come, the likeliest. Ends
 * within the tokens it was given, whatever the model would like to say. One thread at a time.
 */
public final class Writing {
  /** So many of the likeliest are tried one by one before all are gone through. */
  private static final int TRIED = 24;

  private final TokenTrie trie;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final BestTokens best = new BestTokens(TRIED);
  private Rule rule;
  private int tokensLeft;

  Writing(Rule rule, TokenTrie trie, int mostTokens) {
    if (rule.least() > mostTokens) {
      throw new UnsupportedSchema("more than " + mostTokens + " tokens for any answer");
    }
    this.rule = rule;
    this.trie = trie;
    this.tokensLeft = mostTokens;
  }

  /** Whether nothing more may come. */
  public boolean over() {
    return rule.isOver();
  }

  /** What was written so far. */
  public String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes the likeliest of the tokens that may come.
   *
   * @param scores by token
   * @return the token
   */
  public int write(float[] scores) {
    int token = likeliest(scores);
    if (token < 0) {
      throw new ModelFailure("no token of the model may come behind " + text());
    }
    byte[] bytes = trie.bytes(token);
    rule = trie.after(rule, token);
    written.write(bytes, 0, bytes.length);
    tokensLeft--;
    return token;
  }

  /**
   * What has to come in any case: there is no need to ask the model for it. Ends where the tokens
   * of a model begin anew anyway: behind a word or a closing quote it would choose between tokens
   * that have more in them.
   */
  public String forced() {
    ByteArrayOutputStream next = new ByteArrayOutputStream();
    Rule now = rule;
    int octet = only(now);
    while (octet >= 0) {
      next.write(octet);
      now = now.after(octet);
      octet = only(now);
    }
    byte[] bytes = next.toByteArray();
    int end = bytes.length;
    while (!now.isOver() && end > 0 && !isSeam(bytes, end)) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** Writes what {@link #forced} has to come. */
  public void write(String forced, int tokens) {
    for (byte octet : forced.getBytes(StandardCharsets.UTF_8)) {
      rule = rule.after(octet & 0xFF);
      written.write(octet);
    }
    tokensLeft -= tokens;
  }

  /** Behind a blank or an opening quote: tokens do not go across there. */
  private static boolean isSeam(byte[] bytes, int end) {
    byte last = bytes[end - 1];
    return last == ' ' || (last == '"' && end > 1 && " [{".indexOf((char) bytes[end - 2]) >= 0);
  }

  /** The one byte that may come, or -1. */
  private static int only(Rule rule) {
    if (rule.mayEnd()) {
      return -1;
    }
    int found = -1;
    for (int octet = 0; octet < 256; octet++) {
      if (!rule.after(octet).refuses()) {
        if (found >= 0) {
          return -1;
        }
        found = octet;
      }
    }
    return found;
  }

  private int likeliest(float[] scores) {
    int kept = best.keep(scores);
    for (int i = 0; i < kept; i++) {
      Rule next = trie.after(rule, best.token(i));
      if (!next.refuses() && next.least() <= tokensLeft - 1) {
        return best.token(i);
      }
    }
    int[] found = {-1};
    trie.allowed(
        rule,
        tokensLeft - 1,
        token -> {
          if (found[0] < 0 || scores[token] > scores[found[0]]) {
            found[0] = token;
          }
        });
    return found[0];
  }
}
