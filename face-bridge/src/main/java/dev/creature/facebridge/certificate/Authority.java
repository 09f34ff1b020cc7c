package dev.creature.facebridge.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The creature's own certificate authority: a key on the curve P-256 that is made once and never
 * leaves the data folder. Whoever trusts its certificate gets no warning from the creature's pages;
 * nobody else's pages gain by it, because it signs only this server's names.
 */
final class Authority {
  private static final Duration LIFETIME = Duration.ofDays(3650);

  /** Clocks of phones are not always right. */
  private static final Duration SLACK = Duration.ofHours(24);

  private final KeyFile.Entry entry;

  private Authority(KeyFile.Entry entry) {
    this.entry = entry;
  }

  /** That of a folder; made when there is none. */
  static Authority in(Path folder, Instant now, String machine)
      throws IOException, GeneralSecurityException {
    KeyFile file = new KeyFile(folder.resolve("authority.p12"));
    Optional<KeyFile.Entry> kept = file.read();
    if (kept.isPresent()) {
      return new Authority(kept.get());
    }
    KeyPair pair = newKeys();
    X500Name name = new X500Name("CN=Creature on " + machine + ",O=creature");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            serial(),
            Date.from(now.minus(SLACK)),
            Date.from(now.plus(LIFETIME)),
            name,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    KeyFile.Entry made =
        new KeyFile.Entry(pair.getPrivate(), List.of(signed(builder, pair.getPrivate())));
    file.write(made);
    return new Authority(made);
  }

  /** A key and certificate for a server of these names. */
  KeyFile.Entry serverFor(LocalNames names, Instant now, Duration lifetime)
      throws IOException, GeneralSecurityException {
    KeyPair pair = newKeys();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            certificate(),
            serial(),
            Date.from(now.minus(SLACK)),
            Date.from(now.plus(lifetime)),
            new X500Principal("CN=creature"),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(certificate()));
    GeneralName[] all =
        Stream.concat(
                names.names().stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                names.addresses().stream()
                    .map(each -> new GeneralName(GeneralName.iPAddress, each)))
            .toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    return new KeyFile.Entry(
        pair.getPrivate(), List.of(signed(builder, entry.key()), certificate()));
  }

  /** A key and certificate with which a node of the creature shows itself to the others. */
  KeyFile.Entry node(Instant now, Duration lifetime) throws IOException, GeneralSecurityException {
    KeyPair pair = newKeys();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            certificate(),
            serial(),
            Date.from(now.minus(SLACK)),
            Date.from(now.plus(lifetime)),
            new X500Principal("CN=creature node"),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    return new KeyFile.Entry(
        pair.getPrivate(), List.of(signed(builder, entry.key()), certificate()));
  }

  X509Certificate certificate() {
    return entry.chain().getFirst();
  }

  /** For phones that are to trust it. */
  String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("cannot sign a certificate: " + e.getMessage(), e);
    }
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(120, new SecureRandom()).setBit(119);
  }
}
