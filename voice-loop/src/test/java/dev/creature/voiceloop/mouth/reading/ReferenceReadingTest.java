package dev.creature.voiceloop.mouth.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.voice.HibariAssembly;
import dev.creature.models.voice.ReadingModel;
import dev.creature.models.voice.VoiceModel.Accent;
import dev.creature.voiceloop.mouth.VoicesForTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceReadingTest {
  private final ReadingModel model =
      ReadingModel.open(
          VoicesForTests.runtime(),
          VoicesForTests.withHibari().assembled("hibari", new HibariAssembly()),
          Accent.AMERICAN);

  @Test
  void normalizesEverySentenceAsTheReferenceDoes() throws IOException {
    PublishedNormalizer normalizer = new PublishedNormalizer(model.tables());
    List<String> different = new ArrayList<>();
    for (String[] row : rows("reference.tsv")) {
      String normalized = normalizer.apply(TracedText.of(row[0])).text();
      if (!normalized.equals(row[1])) {
        different.add(row[0] + ": " + normalized + " instead of " + row[1]);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void readsEverySentenceAsTheReferenceDoes() throws IOException {
    TextReader reader = new TextReader(model);
    List<String> different = new ArrayList<>();
    for (String[] row : rows("reference.tsv")) {
      String phonemes = reader.readAsPublished(row[0]).phonemes();
      if (!phonemes.equals(row[2])) {
        different.add(row[0] + ": " + phonemes + " instead of " + row[2]);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void readsBritishEnglishAsTheReferenceDoes() throws IOException {
    TextReader reader =
        new TextReader(
            ReadingModel.open(
                VoicesForTests.runtime(),
                VoicesForTests.withHibari().assembled("hibari", new HibariAssembly()),
                Accent.BRITISH));
    List<String> different = new ArrayList<>();
    for (String[] row : rows("reference-british.tsv")) {
      String phonemes = reader.readAsPublished(row[0]).phonemes();
      if (!phonemes.equals(row[1])) {
        different.add(row[0] + ": " + phonemes + " instead of " + row[1]);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void goesBeyondTheReferenceWhereItIsWeak() throws IOException {
    TextReader reader = new TextReader(model);
    List<String> different = new ArrayList<>();
    for (String[] row : rows("beyond.tsv")) {
      String words = reader.inWords(row[0]);
      if (!words.equals(row[1])) {
        different.add(row[0] + ": " + words + " instead of " + row[1]);
      }
    }
    assertThat(different).isEmpty();
  }

  private static List<String[]> rows(String resource) throws IOException {
    try (InputStream in = ReferenceReadingTest.class.getResourceAsStream(resource)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
