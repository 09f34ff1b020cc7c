package dev.creature.facebridge.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIdentityTest {
  private Instant now = Instant.now();
  private LocalNames names =
      new LocalNames(List.of("localhost", "workshop.local"), List.of("192.168.1.20", "fd00::2"));

  @TempDir private Path folder;

  private ServerIdentity open() throws Exception {
    return ServerIdentity.in(folder, () -> now, () -> names);
  }

  @Test
  void isSignedByItsOwnAuthorityForAllItsNames() throws Exception {
    ServerIdentity identity = open();
    X509Certificate authority =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        identity.authorityPem().getBytes(StandardCharsets.US_ASCII)));
    identity.certificate().verify(authority.getPublicKey());
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(identity.certificate().getBasicConstraints()).isEqualTo(-1);
    assertThat(identity.certificate().getSubjectAlternativeNames().toString())
        .contains("workshop.local", "192.168.1.20");
  }

  @Test
  void keepsItsKeysToItself() throws Exception {
    open();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("authority.p12"))))
        .isEqualTo("rw-------");
  }

  @Test
  void isTheSameAfterARestart() throws Exception {
    X509Certificate first = open().certificate();
    assertThat(open().certificate()).isEqualTo(first);
  }

  @Test
  void renewsItselfBeforeItEndsWithoutANewAuthority() throws Exception {
    ServerIdentity identity = open();
    X509Certificate first = identity.certificate();
    String authority = identity.authorityPem();
    assertThat(identity.renew()).isFalse();
    now = now.plus(Duration.ofDays(21));
    assertThat(identity.renew()).isTrue();
    assertThat(identity.certificate().getNotAfter()).isAfter(first.getNotAfter());
    assertThat(identity.authorityPem()).isEqualTo(authority);
  }

  @Test
  void renewsItselfInAnotherNetwork() throws Exception {
    ServerIdentity identity = open();
    names = new LocalNames(List.of("localhost"), List.of("10.0.0.7"));
    assertThat(identity.renew()).isTrue();
    assertThat(identity.certificate().getSubjectAlternativeNames().toString()).contains("10.0.0.7");
  }
}
