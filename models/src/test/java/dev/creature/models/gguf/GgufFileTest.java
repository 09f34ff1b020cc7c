package dev.creature.models.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file and the values in it come from the gguf package: see blocks_reference.py. */
class GgufFileTest {
  private static final byte[] FILE = resource("blocks.gguf");

  @TempDir Path folder;

  @Test
  void unpacksEveryTypeAsTheReferenceDoes() throws Exception {
    Path path = Files.write(folder.resolve("blocks.gguf"), FILE);
    ByteBuffer expected = ByteBuffer.wrap(resource("blocks.f32")).order(ByteOrder.LITTLE_ENDIAN);
    try (GgufFile file = GgufFile.open(path)) {
      for (BlockType type : BlockType.values()) {
        float[] values =
            PlainRows.read(file.tensor(type.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(expected.getInt()).isEqualTo(values.length);
        for (float value : values) {
          float wanted = expected.getFloat();
          assertThat(value)
              .as(type.name())
              .isCloseTo(wanted, within(2e-6f * (Math.abs(wanted) + 100)));
        }
      }
    }
    assertThat(expected.hasRemaining()).isFalse();
  }

  @Test
  void readsRowsOfTheMiddleAlone() throws Exception {
    Path path = Files.write(folder.resolve("blocks.gguf"), FILE);
    try (GgufFile file = GgufFile.open(path)) {
      GgufTensor tensor = file.tensor("q5_k");
      float[] all = PlainRows.read(tensor);
      assertThat(PlainRows.read(tensor, 1, 2))
          .isEqualTo(Arrays.copyOfRange(all, tensor.columns(), 2 * tensor.columns()));
    }
  }

  @Test
  void readsMetadataOfEveryType() throws Exception {
    Path path = Files.write(folder.resolve("blocks.gguf"), FILE);
    try (GgufFile file = GgufFile.open(path)) {
      GgufMetadata metadata = file.metadata();
      assertThat(metadata.whole("test.whole", 0, 10)).isEqualTo(7);
      assertThat(metadata.real("test.real")).isEqualTo(0.5);
      assertThat(metadata.flagIfAny("test.flag")).contains(true);
      assertThat(metadata.text("test.text")).isEqualTo("schön");
      assertThat(metadata.texts("test.texts")).containsExactly("a", "b");
      assertThatThrownBy(() -> metadata.whole("test.whole", 0, 6))
          .hasMessage("test.whole must be from 0 to 6, not 7");
      assertThatThrownBy(() -> metadata.text("test.whole")).hasMessage("test.whole must be a text");
      assertThatThrownBy(() -> metadata.text("test.other"))
          .hasMessage("the metadata have no test.other");
      assertThatThrownBy(() -> file.tensor("other")).hasMessage("there is no tensor other");
    }
  }

  @Test
  void namesTheFileThatIsNone() throws Exception {
    Path path = Files.writeString(folder.resolve("page.gguf"), "<html>not found</html>");
    assertThatThrownBy(() -> GgufFile.open(path))
        .isInstanceOf(InvalidGguf.class)
        .hasMessage(path + " is not usable: it does not begin with the letters GGUF");
  }

  @Test
  void refusesAnEmptyFile() throws Exception {
    Path path = Files.write(folder.resolve("empty.gguf"), new byte[0]);
    assertThatThrownBy(() -> GgufFile.open(path)).isInstanceOf(InvalidGguf.class);
  }

  @Property(tries = 300)
  void refusesAFileThatIsCutShort(@ForAll @IntRange(max = 1 << 20) int length) {
    // The last tensor ends up to 31 bytes before the end.
    byte[] cut = Arrays.copyOf(FILE, length % (FILE.length - 32));
    assertThatThrownBy(() -> GgufParser.parse(MemorySegment.ofArray(cut)))
        .isInstanceOf(InvalidGguf.class);
  }

  @Property(tries = 2000)
  void readsOrRefusesAFileWithDamagedBytes(
      @ForAll @IntRange(max = 1 << 20) int place,
      @ForAll byte first,
      @ForAll byte second,
      @ForAll @IntRange(max = 15) int distance) {
    byte[] damaged = FILE.clone();
    // Nearly all of what can go wrong is in the first bytes: counts, lengths, types and offsets.
    int at = place % 700;
    damaged[at] = first;
    damaged[at + distance] = second;
    assertThatCode(() -> readAll(damaged))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            failure -> assertThat(failure).isInstanceOf(InvalidGguf.class));
  }

  private static void readAll(byte[] bytes) {
    for (GgufTensor tensor : GgufParser.parse(MemorySegment.ofArray(bytes)).tensors().values()) {
      assertThat(PlainRows.read(tensor)).hasSize((int) tensor.elements());
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(GgufFileTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
