package dev.creature.facebridge.pairing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Paired devices in a JSON file of the data folder; the file is always whole. */
record DeviceFile(Path file) implements DeviceStore {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public List<PairedDevice> load() throws IOException {
    return Files.exists(file)
        ? MAPPER.readValue(file.toFile(), new TypeReference<List<PairedDevice>>() {})
        : List.of();
  }

  @Override
  public void add(PairedDevice device, List<PairedDevice> before) throws IOException {
    save(Stream.concat(before.stream(), Stream.of(device)).toList());
  }

  @Override
  public void remove(String id, List<PairedDevice> rest) throws IOException {
    save(rest);
  }

  private void save(List<PairedDevice> devices) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    MAPPER.writeValue(fresh.toFile(), devices);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
