package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.audio.WavWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSpeechTest {
  @TempDir private Path folder;

  @Test
  void leavesOutWhatIsNoSoundAndSaysSo() throws Exception {
    try (WavWriter silence = WavWriter.create(folder.resolve("silence.wav"), 16_000, 1)) {
      silence.write(new float[1_600], 0, 1_600);
    }
    Files.writeString(folder.resolve("words.raw"), "no sound");
    Files.writeString(
        folder.resolve("MANIFEST.jsonl"),
        """
        {"file": "silence.wav", "transcript": ""}
        {"file": "words.raw", "transcript": "one"}
        {"file": "missing.wav", "transcript": "two"}
        """);
    List<String> leftOut = new ArrayList<>();
    assertThat(RecordedSpeech.readableIn(folder, leftOut::add))
        .extracting(RecordedSpeech::name)
        .containsExactly("silence");
    assertThat(leftOut).hasSize(2);
    assertThat(leftOut.getFirst()).contains("words.raw").contains("is text, not sound");
    assertThat(leftOut.getLast()).contains("missing.wav");
  }
}
