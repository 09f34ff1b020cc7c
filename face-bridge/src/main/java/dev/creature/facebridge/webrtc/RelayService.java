package dev.creature.facebridge.webrtc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Servers through which WebRTC gets where no direct way leads: STUN tells a client its outer
 * address, TURN forwards its packets.
 *
 * <p>The secret is shared with the TURN server and never leaves this node. Clients get a name and a
 * password made of it that end by themselves, in the form that coturn takes with {@code
 * use-auth-secret} (draft-uberti-behave-turn-rest-00).
 *
 * @param urls such as {@code turn:relay.example.org:3478?transport=udp}, also {@code turns:} and
 *     {@code stun:}; none for no help
 * @param secret needed for {@code turn:} and {@code turns:}
 */
public record RelayService(List<String> urls, String secret) {
  /** No help: who is in the same network needs none. */
  public static final RelayService NONE = new RelayService(List.of(), "");

  /** How long a password is good. A link that lasts longer loses its relay, and is dialled anew. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  private static final String STUN = "stuns?:[^\\s/?]+";
  private static final String TURN = "turns?:[^\\s/?]+(\\?transport=(udp|tcp))?";

  public RelayService {
    urls = List.copyOf(urls);
    for (String url : urls) {
      if (!url.matches(STUN) && !url.matches(TURN)) {
        throw new IllegalArgumentException(
            "must be like turn:relay.example.org:3478?transport=udp or stun:example.org:3478, not "
                + url);
      }
      if (url.matches(TURN) && secret.isEmpty()) {
        throw new IllegalArgumentException(url + " needs the secret of that TURN server");
      }
    }
  }

  /**
   * What a client asks for help with.
   *
   * @param username empty where no relay is named
   * @param credential the password to it
   */
  public record Access(List<String> urls, String username, String credential) {
    @Override
    public String toString() {
      return "Access" + urls;
    }
  }

  /** Whether there is anybody to ask. */
  public boolean isThere() {
    return !urls.isEmpty();
  }

  /**
   * A right to ask for help, good for {@link #LIFETIME}; {@code who} is seen in the relay's log.
   */
  public Access access(String who, Instant now) {
    if (secret.isEmpty()) {
      return new Access(urls, "", "");
    }
    String username = now.plus(LIFETIME).getEpochSecond() + ":" + who;
    try {
      // The algorithm is the relay's, not ours to choose.
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] code = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return new Access(urls, username, Base64.getEncoder().encodeToString(code));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA1", e);
    }
  }

  @Override
  public String toString() {
    return "RelayService" + urls;
  }
}
