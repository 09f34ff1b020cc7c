package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Ctranslate2FileTest {
  @Test
  void readsNumbersOfEveryTypeAndAliases() throws Exception {
    Ctranslate2File file = parse(sample());

    assertThat(file.specification()).isEqualTo("WhisperSpec");
    assertThat(file.floats("half", 2)).containsExactly(1.5f, -2f);
    assertThat(file.floats("byte", 3, 1)).containsExactly(-1, 0, 127);
    assertThat(file.floats("short")).containsExactly(-300);
    assertThat(file.floats("single", 1)).containsExactly(0.1f);
    assertThat(file.floats("int", 1)).containsExactly(70_000);
    assertThat(file.floats("other name of half", 2)).containsExactly(1.5f, -2f);
  }

  @Test
  void saysWhichWeightIsMissingOrOfAnotherShape() throws Exception {
    Ctranslate2File file = parse(sample());

    assertThatThrownBy(() -> file.floats("absent", 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no variable absent");
    assertThatThrownBy(() -> file.floats("half", 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("half has the shape [2], not [3]");
  }

  @Test
  void saysThatAFileOfAnotherKindIsNone() {
    assertThatThrownBy(() -> parse("a text file, not a model".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("model.bin: no valid CTranslate2 model: format version");
  }

  @Test
  void saysThatATruncatedFileEndsEarly() throws Exception {
    byte[] whole = sample();

    assertThatThrownBy(() -> parse(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the file ends within");
  }

  @Property
  void anyDamageIsReadOrRefusedButNeverCrashes(
      @ForAll @IntRange(max = 200) int position,
      @ForAll byte value,
      @ForAll @IntRange(max = 200) int length)
      throws Exception {
    byte[] bytes = sample();
    bytes[position % bytes.length] = value;
    byte[] damaged = Arrays.copyOf(bytes, bytes.length - length % bytes.length);
    try {
      Ctranslate2File file = parse(damaged);
      file.variables().values().forEach(Variable::floats);
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("model.bin");
    }
  }

  @Property
  void bytesOfAnythingAreReadOrRefused(@ForAll byte[] anything) {
    byte[] bytes =
        ByteBuffer.allocate(4 + anything.length).put(new byte[] {6, 0, 0, 0}).put(anything).array();
    try {
      parse(bytes);
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("model.bin");
    }
  }

  private static Ctranslate2File parse(byte[] bytes) throws IOException {
    return Ctranslate2File.parse(ByteBuffer.wrap(bytes), "model.bin");
  }

  private static byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ints(6));
    out.write(name("WhisperSpec"));
    out.write(ints(3, 5));
    variable(out, "half", 4, bytes(4, b -> b.putShort((short) 0x3E00).putShort((short) 0xC000)), 2);
    variable(out, "byte", 1, new byte[] {-1, 0, 127}, 3, 1);
    variable(out, "short", 2, bytes(2, b -> b.putShort((short) -300)));
    variable(out, "single", 0, bytes(4, b -> b.putFloat(0.1f)), 1);
    variable(out, "int", 3, ints(70_000), 1);
    out.write(ints(1));
    out.write(name("other name of half"));
    out.write(name("half"));
    return out.toByteArray();
  }

  private static void variable(
      ByteArrayOutputStream out, String name, int type, byte[] data, int... shape)
      throws IOException {
    out.write(name(name));
    out.write(shape.length);
    out.write(ints(shape));
    out.write(type);
    out.write(ints(data.length));
    out.write(data);
  }

  private static byte[] ints(int... values) {
    return bytes(4 * values.length, bytes -> Arrays.stream(values).forEach(bytes::putInt));
  }

  private static byte[] name(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return bytes(
        2 + utf8.length + 1,
        bytes -> bytes.putShort((short) (utf8.length + 1)).put(utf8).put((byte) 0));
  }

  private static byte[] bytes(int size, Consumer<ByteBuffer> content) {
    byte[] bytes = new byte[size];
    content.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return bytes;
  }
}
