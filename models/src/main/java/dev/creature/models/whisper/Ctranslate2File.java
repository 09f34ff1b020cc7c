package dev.creature.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a {@code model.bin} of CTranslate2, format version 6.
 *
 * <p>Little endian: u32 version, name of the specification, u32 revision, u32 number of variables;
 * for each its name, u8 rank, u32 dimensions, u8 type, u32 bytes, data; then u32 number of aliases,
 * each two names. A name is a u16 length that counts the closing NUL, and the bytes.
 *
 * @param specification what kind of model, such as {@code WhisperSpec}
 * @param variables by name; aliases are names of their own here
 */
public record Ctranslate2File(String specification, Map<String, Variable> variables) {
  private static final int VERSION = 6;

  public Ctranslate2File {
    variables = Map.copyOf(variables);
  }

  /**
   * Maps and reads a file. The data stays in the file until it is asked for.
   *
   * @throws IOException when it is missing, or not what this class reads; the message says where
   */
  public static Ctranslate2File read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException(file + ": larger than 2 GiB, which no supported model is");
      }
      return parse(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), file.toString());
    }
  }

  /**
   * Reads a whole file's bytes.
   *
   * @param name of the file, for errors
   */
  static Ctranslate2File parse(ByteBuffer bytes, String name) throws IOException {
    Cursor cursor = new Cursor(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), name);
    int version = cursor.count("version");
    if (version != VERSION) {
      throw cursor.wrong("format version " + version + ", but only " + VERSION + " is known");
    }
    String specification = cursor.text("name of the specification");
    cursor.count("revision");
    int count = cursor.count("number of variables");
    Map<String, Variable> variables = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String variable = cursor.text("name of variable " + i);
      variables.put(variable, cursor.variable(variable));
    }
    int aliases = cursor.count("number of aliases");
    for (int i = 0; i < aliases; i++) {
      String alias = cursor.text("alias");
      String target = cursor.text("target of alias " + alias);
      Variable variable = variables.get(target);
      if (variable == null) {
        throw cursor.wrong("alias " + alias + " of " + target + ", which is not there");
      }
      variables.put(alias, variable);
    }
    return new Ctranslate2File(specification, variables);
  }

  /** Whether a variable of this name is there. */
  public boolean has(String name) {
    return variables.containsKey(name);
  }

  /**
   * The numbers of a variable as floats, row-major.
   *
   * @param shape what its dimensions must be
   * @throws IOException when there is no such variable, or of another shape
   */
  public float[] floats(String name, int... shape) throws IOException {
    Variable variable =
        Optional.ofNullable(variables.get(name))
            .orElseThrow(() -> new MissingWeight("it has no variable " + name));
    if (!variable.shape().equals(Arrays.stream(shape).boxed().toList())) {
      throw new MissingWeight(
          "variable %s has the shape %s, not %s"
              .formatted(name, variable.shape(), Arrays.toString(shape)));
    }
    return variable.floats();
  }

  private record Cursor(ByteBuffer bytes, String file) {
    IOException wrong(String what) {
      return new IOException(
          "%s: no valid CTranslate2 model: %s (near byte %d); fetch it again"
              .formatted(file, what, bytes.position()));
    }

    void need(int length, String what) throws IOException {
      if (length < 0 || length > bytes.remaining()) {
        throw wrong("the file ends within the " + what);
      }
    }

    int count(String what) throws IOException {
      need(Integer.BYTES, what);
      int value = bytes.getInt();
      if (value < 0) {
        throw wrong("an impossible " + what + ", " + Integer.toUnsignedString(value));
      }
      return value;
    }

    String text(String what) throws IOException {
      need(Short.BYTES, what);
      int length = Short.toUnsignedInt(bytes.getShort());
      need(length, what);
      if (length == 0 || bytes.get(bytes.position() + length - 1) != 0) {
        throw wrong("the " + what + " does not end with a zero byte");
      }
      byte[] text = new byte[length - 1];
      bytes.get(text);
      bytes.get();
      return new String(text, StandardCharsets.UTF_8);
    }

    Variable variable(String name) throws IOException {
      need(1, "rank of " + name);
      int rank = Byte.toUnsignedInt(bytes.get());
      Integer[] shape = new Integer[rank];
      long elements = 1;
      for (int i = 0; i < rank; i++) {
        shape[i] = count("dimension of " + name);
        elements *= shape[i];
        if (elements > Integer.MAX_VALUE) {
          throw wrong("variable " + name + " has too many elements");
        }
      }
      need(1, "type of " + name);
      int typeNumber = Byte.toUnsignedInt(bytes.get());
      Variable.Type type =
          Variable.Type.ofNumber(typeNumber)
              .orElseThrow(() -> wrong("variable " + name + " has the unknown type " + typeNumber));
      int length = count("size of " + name);
      if (length != elements * type.bytes()) {
        throw wrong(
            "variable %s: %d elements of %s are not %d bytes"
                .formatted(name, elements, type, length));
      }
      need(length, "data of " + name);
      ByteBuffer data = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.position(bytes.position() + length);
      return new Variable(List.of(shape), type, data);
    }
  }
}
