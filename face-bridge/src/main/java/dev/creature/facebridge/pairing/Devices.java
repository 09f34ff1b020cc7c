package dev.creature.facebridge.pairing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The devices that are paired, in a store. Only hashes of their tokens are kept: who reads the
 * store cannot become one of them. Thread-safe.
 */
public final class Devices {
  private static final int LONGEST_NAME = 60;

  private final DeviceStore store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final List<PairedDevice> devices;
  private final List<Consumer<String>> onRevoked = new CopyOnWriteArrayList<>();

  /** What others may know of a device. */
  public record Device(String id, String name, long pairedMillis) {}

  /** A new device, and the token that only it will know. */
  public record Paired(Device device, String token) {}

  /**
   * Those of a file, none where there is no file.
   *
   * @throws IOException when it cannot be read
   */
  public Devices(Path file, InstantSource clock, SecureRandom random) throws IOException {
    this(new DeviceFile(file), clock, random);
  }

  /**
   * Those of a store.
   *
   * @throws IOException when it cannot be read
   */
  public Devices(DeviceStore store, InstantSource clock, SecureRandom random) throws IOException {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.devices = new ArrayList<>(store.load());
  }

  /**
   * Looks again what is stored: other nodes pair and revoke devices, too. Blocks.
   *
   * @throws IOException when it cannot be read; what is known stays
   */
  public void reload() throws IOException {
    List<PairedDevice> stored = store.load();
    List<String> gone;
    synchronized (this) {
      gone =
          devices.stream()
              .filter(known -> stored.stream().noneMatch(it -> it.id().equals(known.id())))
              .map(PairedDevice::id)
              .toList();
      devices.clear();
      devices.addAll(stored);
    }
    gone.forEach(id -> onRevoked.forEach(listener -> listener.accept(id)));
  }

  /** Whoever wants to know of a device that lost its right, by id. */
  public void whenRevoked(Consumer<String> listener) {
    onRevoked.add(listener);
  }

  /** Lets a device in from now on. */
  public synchronized Paired add(String name) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byte[] id = new byte[6];
    random.nextBytes(id);
    String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
    String kept = plain.isEmpty() ? "a device" : plain;
    PairedDevice device =
        new PairedDevice(
            HexFormat.of().formatHex(id),
            kept.substring(0, Math.min(LONGEST_NAME, kept.length())),
            hash(token),
            clock.millis());
    keep(() -> store.add(device, List.copyOf(devices)));
    devices.add(device);
    return new Paired(open(device), token);
  }

  /** Whose token it is. */
  public synchronized Optional<Device> of(String token) {
    byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
    return devices.stream()
        .filter(device ->
            MessageDigest.isEqual(hash, device.tokenHash().getBytes(StandardCharsets.US_ASCII)))
        .findFirst()
        .map(Devices::open);
  }

  /** All of them, oldest first. */
  public synchronized List<Device> all() {
    return devices.stream().map(Devices::open).toList();
  }

  /** Lets a device in no more; answers whether there was one. */
  public boolean revoke(String id) {
    synchronized (this) {
      List<PairedDevice> rest = devices.stream().filter(device -> !device.id().equals(id)).toList();
      if (rest.size() == devices.size()) {
        return false;
      }
      keep(() -> store.remove(id, rest));
      devices.clear();
      devices.addAll(rest);
    }
    onRevoked.forEach(listener -> listener.accept(id));
    return true;
  }

  private interface Keeping {
    void run() throws IOException;
  }

  private static void keep(Keeping change) {
    try {
      change.run();
    } catch (IOException e) {
      throw new UncheckedIOException("paired devices cannot be kept: " + e.getMessage(), e);
    }
  }

  private static Device open(PairedDevice device) {
    return new Device(device.id(), device.name(), device.pairedMillis());
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
