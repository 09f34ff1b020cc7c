package dev.creature.facebridge.certificate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Who the server is to browsers: a certificate for the names and addresses that this machine has
 * now, renewed before it ends and when the machine moves to another network, without a restart.
 */
public final class ServerIdentity {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration RENEW_BEFORE = Duration.ofDays(10);
  private static final int IP_ADDRESS = 7;

  private final Authority authority;
  private final KeyFile file;
  private final InstantSource clock;
  private final Supplier<LocalNames> names;
  private volatile KeyFile.Entry current;

  /** A handshake that began before a renewal ends with the certificate that it began with. */
  private volatile KeyFile.Entry before;

  private ServerIdentity(
      Authority authority,
      KeyFile file,
      InstantSource clock,
      Supplier<LocalNames> names,
      KeyFile.Entry current) {
    this.authority = authority;
    this.file = file;
    this.clock = clock;
    this.names = names;
    this.current = current;
    this.before = current;
  }

  /**
   * That of a folder, made where there is none.
   *
   * @param names of this machine, asked again for each renewal
   */
  public static ServerIdentity in(Path folder, InstantSource clock, Supplier<LocalNames> names)
      throws IOException, GeneralSecurityException {
    LocalNames now = names.get();
    String machine = now.names().size() > 1 ? now.names().get(1) : "this machine";
    Authority authority = Authority.in(folder, clock.instant(), machine);
    KeyFile file = new KeyFile(folder.resolve("server.p12"));
    KeyFile.Entry kept = file.read().orElse(null);
    if (kept == null || !serves(kept, authority, now, clock)) {
      kept = authority.serverFor(now, clock.instant(), LIFETIME);
      file.write(kept);
    }
    return new ServerIdentity(authority, file, clock, names, kept);
  }

  /** Makes a new certificate if this one ends soon or lacks a name; answers whether it did. */
  public synchronized boolean renew() throws IOException, GeneralSecurityException {
    LocalNames now = names.get();
    if (serves(current, authority, now, clock)) {
      return false;
    }
    KeyFile.Entry fresh = authority.serverFor(now, clock.instant(), LIFETIME);
    file.write(fresh);
    before = current;
    current = fresh;
    return true;
  }

  /** The certificate in use. */
  public X509Certificate certificate() {
    return current.chain().getFirst();
  }

  /** The authority's certificate, for those who want no warning. */
  public String authorityPem() throws GeneralSecurityException {
    return authority.pem();
  }

  /** What TLS asks; always with the certificate that is current. */
  public SSLContext tls() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {new Current()}, null, null);
    return context;
  }

  private static boolean serves(
      KeyFile.Entry entry, Authority authority, LocalNames names, InstantSource clock)
      throws GeneralSecurityException {
    X509Certificate certificate = entry.chain().getFirst();
    boolean lasts =
        certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
    boolean own = entry.chain().size() == 2 && entry.chain().get(1).equals(authority.certificate());
    Set<String> has = new HashSet<>();
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) {
      for (List<?> alternative : alternatives) {
        Object value = alternative.get(1);
        has.add(
            Integer.valueOf(IP_ADDRESS).equals(alternative.get(0))
                ? plain(String.valueOf(value))
                : String.valueOf(value));
      }
    }
    Set<String> wanted = new TreeSet<>(names.names());
    names.addresses().forEach(address -> wanted.add(plain(address)));
    return lasts && own && has.containsAll(wanted);
  }

  /** An address of version 6 is written in several ways. */
  private static String plain(String address) {
    return address.contains(":") ? InetAddress.ofLiteral(address).getHostAddress() : address;
  }

  private final class Current extends X509ExtendedKeyManager {
    private static String alias(KeyFile.Entry entry) {
      return entry.chain().getFirst().getSerialNumber().toString(16);
    }

    private KeyFile.Entry named(@Nullable String alias) {
      KeyFile.Entry old = before;
      return alias(old).equals(alias) ? old : current;
    }

    @Override
    public String @Nullable [] getClientAliases(
        @Nullable String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String @Nullable [] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public String @Nullable [] getServerAliases(
        @Nullable String type, Principal @Nullable [] issuers) {
      return new String[] {alias(current)};
    }

    @Override
    public @Nullable String chooseServerAlias(
        @Nullable String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return "EC".equals(type) ? alias(current) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        @Nullable String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return "EC".equals(type) ? alias(current) : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(@Nullable String alias) {
      return named(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(@Nullable String alias) {
      return named(alias).key();
    }
  }
}
