package dev.creature.models.gguf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** An open GGUF file, mapped into memory. */
public final class GgufFile implements AutoCloseable {
  private final Arena arena;
  private final GgufMetadata metadata;
  private final Map<String, GgufTensor> tensors;

  private GgufFile(Arena arena, GgufMetadata metadata, Map<String, GgufTensor> tensors) {
    this.arena = arena;
    this.metadata = metadata;
    this.tensors = tensors;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read
   * @throws InvalidGguf when it is no GGUF of version 2 or 3, is cut short, contradicts itself or
   *     holds blocks of a type that is not known here; the message names the file
   */
  public static GgufFile open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      GgufParser.Contents contents = GgufParser.parse(bytes);
      return new GgufFile(arena, contents.metadata(), contents.tensors());
    } catch (InvalidGguf e) {
      arena.close();
      InvalidGguf named = new InvalidGguf(path + " is not usable: " + e.getMessage());
      named.addSuppressed(e);
      throw named;
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** What the file says about its model. */
  public GgufMetadata metadata() {
    return metadata;
  }

  /** A tensor, or empty when the file has none of that name. */
  public Optional<GgufTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * A tensor.
   *
   * @throws InvalidGguf when the file has none of that name
   */
  public GgufTensor tensor(String name) {
    return find(name).orElseThrow(() -> new InvalidGguf("there is no tensor " + name));
  }

  /** Unmaps the file; its tensors' data are gone. */
  @Override
  public void close() {
    arena.close();
  }
}
