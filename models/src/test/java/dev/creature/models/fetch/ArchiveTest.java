package dev.creature.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir private Path temporary;

  @Test
  void takesAFileOutOfANpmPackage() throws IOException {
    byte[] content = "abc".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Path archive = temporary.resolve("a.tgz");
    Files.write(
        archive, TestTar.gzip(TestTar.of("package/first", new byte[7], "package/b", content)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Archive.copy(archive, "package/b", out);
    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void saysWhatAnArchiveLacks() throws IOException {
    Path tar = temporary.resolve("a.tgz");
    Files.write(tar, TestTar.gzip(TestTar.of("package/b", new byte[3])));
    assertThatThrownBy(() -> Archive.copy(tar, "package/c", OutputStream.nullOutputStream()))
        .hasMessage("a.tgz has no package/c in it");
    Path wheel = temporary.resolve("a.whl");
    Files.write(wheel, TestWheel.of("a", 10).bytes());
    assertThatThrownBy(() -> Archive.copy(wheel, "a/c", OutputStream.nullOutputStream()))
        .hasMessage("a.whl has no a/c in it");
  }

  @Test
  void callsABrokenArchiveBroken() throws IOException {
    byte[] whole = TestTar.gzip(TestTar.of("package/b", new byte[5000]));
    Path tar = temporary.resolve("a.tgz");
    Files.write(tar, Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> Archive.copy(tar, "package/b", OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken archive");
    Path wheel = temporary.resolve("a.whl");
    Files.write(wheel, Arrays.copyOf(TestWheel.of("a", 5000).bytes(), 900));
    assertThatThrownBy(() -> Archive.copy(wheel, "a/model.bin", OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken archive");
  }

  @Property(tries = 300)
  void readsAnyBytesAsTarOrSaysThatTheyAreNot(@ForAll @Size(max = 2000) byte[] bytes) {
    assertReadsOrRefuses(bytes);
  }

  @Property(tries = 300)
  void survivesADamagedByteAnywhere(
      @ForAll @IntRange(max = 2047) int position, @ForAll byte replacement) throws IOException {
    byte[] tar = TestTar.of("package/b", new byte[600]);
    tar[position % tar.length] = replacement;
    assertReadsOrRefuses(tar);
  }

  private static void assertReadsOrRefuses(byte[] bytes) {
    try (TarReader tar = new TarReader(new ByteArrayInputStream(bytes))) {
      while (tar.next()) {
        tar.copyTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
