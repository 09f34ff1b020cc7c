package dev.creature.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.BadAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A recording with what is said in it, as a line of {@code MANIFEST.jsonl} names it.
 *
 * @param file the recording
 * @param transcript what is said
 * @param speaker whose voice it is; the recording's own name where the manifest does not say
 * @param trusted whether the transcript is the publisher's; a machine's draft is never measured
 *     against
 * @param note what else the manifest says of it; empty for nothing
 */
public record RecordedSpeech(
    Path file, String speaker, String transcript, boolean trusted, String note) {
  /**
   * Reads the {@code MANIFEST.jsonl} of a folder: a JSON object a line, with {@code file}, {@code
   * transcript}, where it is known {@code speaker}, and {@code transcript_quality} ({@code source}
   * or another word).
   *
   * @throws IOException when there is none, or a line is not of this form
   */
  public static List<RecordedSpeech> in(Path folder) throws IOException {
    Path manifest = folder.resolve("MANIFEST.jsonl");
    List<RecordedSpeech> all = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    int number = 0;
    for (String line : Files.readAllLines(manifest)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = mapper.readTree(line);
      if (!node.path("file").isTextual() || !node.path("transcript").isTextual()) {
        throw new IOException(
            "%s line %d: needs the fields file and transcript".formatted(manifest, number));
      }
      Path file = folder.resolve(node.path("file").textValue());
      all.add(
          new RecordedSpeech(
              file,
              node.path("speaker").asText(name(file)),
              node.path("transcript").textValue(),
              node.path("transcript_quality").asText().equals("source"),
              node.path("note").asText("")));
    }
    return all;
  }

  /**
   * The same without files that are no sound which the program reads, such as MP3.
   *
   * @param leftOut told of each of those, in a line
   */
  public static List<RecordedSpeech> readableIn(Path folder, Consumer<String> leftOut)
      throws IOException {
    return in(folder).stream().filter(speech -> speech.isReadable(leftOut)).toList();
  }

  private boolean isReadable(Consumer<String> leftOut) {
    try (AudioSource _ = AudioFiles.open(file)) {
      return true;
    } catch (BadAudio | IOException e) {
      leftOut.accept(e.getMessage());
      return false;
    }
  }

  /** Whether people talk to each other in it, and not to a machine. */
  boolean amongOthers() {
    return note.contains("talking to each other");
  }

  /** Its file's name without the ending. */
  String name() {
    return name(file);
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }
}
