package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.runtime.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteTableTest {
  @TempDir private Path folder;

  @Property(tries = 100)
  void findsWhatWasWrittenAndNothingElse(
      @ForAll @Size(max = 40) Map<String, String> rows, @ForAll String other) throws IOException {
    Path file = Files.createTempFile("rows", ".table");
    // Half of a surrogate pair has no UTF-8.
    rows.keySet().removeIf(ByteTableTest::brokenText);
    rows.values().removeIf(ByteTableTest::brokenText);
    ByteTable.writeTexts(file, rows);
    ByteTable table = ByteTable.open(file);
    assertThat(table.size()).isEqualTo(rows.size());
    rows.forEach((key, value) -> assertThat(table.text(key)).contains(value));
    if (!brokenText(other)) {
      assertThat(table.contains(other)).isEqualTo(rows.containsKey(other));
    }
    Files.delete(file);
  }

  private static boolean brokenText(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Path file = folder.resolve("a.table");
    ByteTable.writeTexts(file, Map.of("one", "1", "two", "2"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ByteTable.open(file))
          .isInstanceOf(ModelFailure.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> ByteTable.open(folder.resolve("none.table")))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("none.table");
  }
}
