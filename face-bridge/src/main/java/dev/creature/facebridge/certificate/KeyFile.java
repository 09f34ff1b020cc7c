package dev.creature.facebridge.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A key and its certificates in a PKCS #12 file that only its owner may read. The password guards
 * nothing: the form wants one.
 */
record KeyFile(Path path) {
  private static final char[] PASSWORD = "creature".toCharArray();
  private static final String ALIAS = "creature";

  /** A key, and its certificate first. */
  record Entry(PrivateKey key, List<X509Certificate> chain) {
    Entry {
      chain = List.copyOf(chain);
    }
  }

  /** Empty when there is no file, or one that is not to be used. */
  Optional<Entry> read() throws IOException, GeneralSecurityException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(path)) {
      store.load(in, PASSWORD);
    }
    Key key = store.getKey(ALIAS, PASSWORD);
    Certificate[] chain = store.getCertificateChain(ALIAS);
    if (!(key instanceof PrivateKey own) || chain == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(own, Arrays.stream(chain).map(X509Certificate.class::cast).toList()));
  }

  void write(Entry entry) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setKeyEntry(ALIAS, entry.key(), PASSWORD, entry.chain().toArray(X509Certificate[]::new));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out = Files.newOutputStream(fresh)) {
      store.store(out, PASSWORD);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
