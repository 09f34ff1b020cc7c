package dev.creature.models.language.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A secret that never shows: not in {@link #toString}, and {@link #redact} takes it out of text.
 */
public final class ApiKey {
  /** For endpoints that ask for no key. */
  public static final ApiKey NONE = new ApiKey("");

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * A key in an environment variable.
   *
   * @throws IllegalArgumentException when the variable is not set
   */
  public static ApiKey ofEnvironment(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "the environment variable " + variable + " for the endpoint's key is not set");
    }
    return of(value, "the environment variable " + variable);
  }

  /**
   * A key in a file, without the white space around it.
   *
   * @throws IllegalArgumentException when the file cannot be read or is empty
   */
  public static ApiKey ofFile(Path file) {
    try {
      return of(Files.readString(file), "the file " + file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the file " + file + " for the endpoint's key cannot be read", e);
    }
  }

  private static ApiKey of(String text, String where) {
    String secret = text.strip();
    // Anything else cannot stand in a header, and would be quoted in the client's error message.
    if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(where + " does not hold a key: one line of ASCII");
    }
    return new ApiKey(secret);
  }

  /** The value of the {@code Authorization} header; empty without a key. */
  Optional<String> authorization() {
    return secret.isEmpty() ? Optional.empty() : Optional.of("Bearer " + secret);
  }

  /** The text with the key taken out: some services quote it in their errors. */
  String redact(String text) {
    return secret.isEmpty() ? text : text.replace(secret, "[key]");
  }

  @Override
  public String toString() {
    return secret.isEmpty() ? "ApiKey[none]" : "ApiKey[hidden]";
  }
}
