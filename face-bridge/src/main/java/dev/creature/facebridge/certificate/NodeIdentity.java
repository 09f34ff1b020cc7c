package dev.creature.facebridge.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How the nodes of one creature know each other: each has a certificate of the creature's own
 * authority, and trusts nobody else. The authority belongs to the creature, not to a machine: a
 * machine that joins gets it, so that any node can let in the next one.
 */
public final class NodeIdentity {
  private static final Duration LIFETIME = Duration.ofDays(3650);
  private static final String AUTHORITY = "authority.p12";
  private static final char[] NO_PASSWORD = new char[0];

  private NodeIdentity() {}

  /**
   * What a node speaks to other nodes with; both sides must show a certificate of the authority.
   *
   * @param folder with the authority, which is made where there is none
   */
  public static SSLContext tls(Path folder, InstantSource clock, LocalNames names)
      throws IOException, GeneralSecurityException {
    String machine = names.names().size() > 1 ? names.names().get(1) : "this machine";
    Authority authority = Authority.in(folder, clock.instant(), machine);
    KeyFile.Entry node = authority.node(clock.instant(), LIFETIME);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, NO_PASSWORD);
    own.setKeyEntry("node", node.key(), NO_PASSWORD, node.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, NO_PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, NO_PASSWORD);
    trusted.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return context;
  }

  /** The authority with its key, to be handed to a machine that joins. Secret. */
  public static byte[] authority(Path folder) throws IOException {
    return Files.readAllBytes(folder.resolve(AUTHORITY));
  }

  /**
   * Takes the authority of a creature that this machine joins; one that was there is kept beside
   * it.
   *
   * @throws IOException when it is none
   */
  public static void adopt(Path folder, byte[] authority)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve(AUTHORITY);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), authority)) {
      return;
    }
    Path fresh = Files.createTempFile(folder, AUTHORITY, ".joined");
    Files.write(fresh, authority);
    KeyFile.Entry entry =
        new KeyFile(fresh)
            .read()
            .orElseThrow(() -> new IOException("the other node sent no usable authority"));
    Files.delete(fresh);
    if (Files.exists(file)) {
      Files.move(
          file,
          folder.resolve("authority-before-joining.p12"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    // Written anew, readable by its owner only.
    new KeyFile(file).write(entry);
  }
}
