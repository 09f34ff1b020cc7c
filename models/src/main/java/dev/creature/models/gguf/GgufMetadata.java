package dev.creature.models.gguf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a GGUF file, by key.
 *
 * <p>The readers without a default throw {@link InvalidGguf} when the key is missing; all of them
 * throw it when the value is of another type.
 */
public record GgufMetadata(Map<String, GgufValue> values) {
  public GgufMetadata {
    values = Map.copyOf(values);
  }

  /** A whole number that must be from {@code least} to {@code most}. */
  public int whole(String key, int least, int most) {
    return inRange(key, required(key), least, most);
  }

  /** A whole number that must be from {@code least} to {@code most}, if it is there. */
  public Optional<Integer> wholeIfAny(String key, int least, int most) {
    return find(key).map(value -> inRange(key, value, least, most));
  }

  /** A finite number, if it is there. */
  public Optional<Double> realIfAny(String key) {
    return find(key).map(value -> finite(key, value));
  }

  /** A finite number. */
  public double real(String key) {
    return finite(key, required(key));
  }

  /** A text. */
  public String text(String key) {
    return text(key, required(key));
  }

  /** A text, if it is there. */
  public Optional<String> textIfAny(String key) {
    return find(key).map(value -> text(key, value));
  }

  /** A flag, if it is there. */
  public Optional<Boolean> flagIfAny(String key) {
    return find(key)
        .map(value -> {
          if (value instanceof GgufValue.Flag(boolean flag)) {
            return flag;
          }
          throw wrongType(key, "true or false");
        });
  }

  /** Texts. */
  public List<String> texts(String key) {
    return sequence(key).stream().map(value -> text(key, value)).toList();
  }

  /** Whole numbers that fit an {@code int}. */
  public int[] wholes(String key) {
    return sequence(key).stream()
        .mapToInt(value -> inRange(key, value, Integer.MIN_VALUE, Integer.MAX_VALUE))
        .toArray();
  }

  private List<GgufValue> sequence(String key) {
    if (required(key) instanceof GgufValue.Sequence(List<GgufValue> sequence)) {
      return sequence;
    }
    throw wrongType(key, "a list");
  }

  private Optional<GgufValue> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private GgufValue required(String key) {
    return find(key).orElseThrow(() -> new InvalidGguf("the metadata have no " + key));
  }

  private static int inRange(String key, GgufValue value, int least, int most) {
    if (!(value instanceof GgufValue.Whole(long whole))) {
      throw wrongType(key, "a whole number");
    }
    if (whole < least || whole > most) {
      throw new InvalidGguf("%s must be from %d to %d, not %d".formatted(key, least, most, whole));
    }
    return (int) whole;
  }

  private static double finite(String key, GgufValue value) {
    double number =
        switch (value) {
          case GgufValue.Real(double real) -> real;
          case GgufValue.Whole(long whole) -> (double) whole;
          case GgufValue.Flag _, GgufValue.Text _, GgufValue.Sequence _ ->
              throw wrongType(key, "a number");
        };
    if (!Double.isFinite(number)) {
      throw new InvalidGguf("%s must be finite, not %s".formatted(key, number));
    }
    return number;
  }

  private static String text(String key, GgufValue value) {
    if (value instanceof GgufValue.Text(String text)) {
      return text;
    }
    throw wrongType(key, "a text");
  }

  private static InvalidGguf wrongType(String key, String expected) {
    return new InvalidGguf("%s must be %s".formatted(key, expected));
  }
}
