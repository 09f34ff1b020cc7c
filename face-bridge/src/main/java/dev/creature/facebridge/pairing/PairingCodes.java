package dev.creature.facebridge.pairing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * One-time codes: 128 bits, good for five minutes, traded once. Wrong ones are counted, so that
 * nobody tries many. Thread-safe.
 */
public final class PairingCodes {
  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int WRONG_PER_PEER = 5;
  private static final int WRONG_IN_ALL = 30;
  private static final int CODES_AT_ONCE = 16;

  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Long> expiries = new HashMap<>();
  private final ArrayDeque<Wrong> wrong = new ArrayDeque<>();

  private record Wrong(String peer, long atMillis) {}

  /** What became of a code. */
  public enum Trade {
    /** Good: it is used up now. */
    ACCEPTED,
    /** Unknown, used, or too old. */
    REFUSED,
    /** This peer, or all together, tried too many: wait a minute. */
    TOO_MANY
  }

  /** With no code yet. */
  public PairingCodes(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new code, in letters that can stand in an address. */
  public synchronized String issue() {
    forgetOld();
    if (expiries.size() >= CODES_AT_ONCE) {
      expiries.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .ifPresent(expiries::remove);
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    expiries.put(code, clock.millis() + LIFETIME.toMillis());
    return code;
  }

  /**
   * Uses a code up.
   *
   * @param peer who tries, by address
   */
  public synchronized Trade trade(String code, String peer) {
    forgetOld();
    long byPeer = wrong.stream().filter(each -> each.peer().equals(peer)).count();
    if (byPeer >= WRONG_PER_PEER || wrong.size() >= WRONG_IN_ALL) {
      return Trade.TOO_MANY;
    }
    // A look-up leaks no more by its time than that a hash was equal; there are 2^128 codes.
    if (expiries.remove(code) != null) {
      return Trade.ACCEPTED;
    }
    wrong.add(new Wrong(peer, clock.millis()));
    return Trade.REFUSED;
  }

  private void forgetOld() {
    long now = clock.millis();
    expiries.values().removeIf(expiry -> expiry <= now);
    while (!wrong.isEmpty() && wrong.getFirst().atMillis() + WINDOW.toMillis() <= now) {
      wrong.removeFirst();
    }
  }
}
