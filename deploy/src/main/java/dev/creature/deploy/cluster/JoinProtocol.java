package dev.creature.deploy.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a machine shows that it knows the secret, and gets what it needs, over a line that nobody
 * vouches for yet: the secret itself is never sent. The request carries a number used once and a
 * code over it; the answer is sealed with a key made of the secret and both sides' numbers, so that
 * only who knows the secret can read it, and only who knows it can have written it.
 */
final class JoinProtocol {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MAC = "HmacSHA256";
  private static final int NONCE = 16;
  private static final int IV = 12;
  private static final int TAG_BITS = 128;

  private final ClusterSecret secret;
  private final SecureRandom random;

  JoinProtocol(ClusterSecret secret, SecureRandom random) {
    this.secret = secret;
    this.random = random;
  }

  /** A question of a machine that wants to join. */
  record Question(byte[] nonce, String json) {}

  Question ask() throws GeneralSecurityException {
    byte[] nonce = nonce();
    return new Question(
        nonce,
        MAPPER
            .createObjectNode()
            .put("v", 1)
            .put("nonce", text(nonce))
            .put("code", text(code("request", nonce)))
            .toString());
  }

  /** The answer of a node; nothing for one who does not know the secret. */
  Optional<String> answer(String question, Handover handover) throws GeneralSecurityException {
    Optional<byte[]> asked = checked(question);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    byte[] nonce = nonce();
    byte[] iv = Arrays.copyOf(nonce(), IV);
    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, asked.get(), nonce, iv);
    byte[] sealed = cipher.doFinal(handover.json().getBytes(StandardCharsets.UTF_8));
    return Optional.of(
        MAPPER
            .createObjectNode()
            .put("v", 1)
            .put("nonce", text(nonce))
            .put("iv", text(iv))
            .put("sealed", text(sealed))
            .toString());
  }

  /**
   * What the answer says.
   *
   * @throws GeneralSecurityException when it was not made by one who knows the secret
   */
  Handover open(Question question, String answer) throws GeneralSecurityException {
    try {
      JsonNode node = MAPPER.readTree(answer);
      Cipher cipher =
          cipher(
              Cipher.DECRYPT_MODE,
              question.nonce(),
              bytes(node.path("nonce")),
              bytes(node.path("iv")));
      return Handover.of(
          new String(cipher.doFinal(bytes(node.path("sealed"))), StandardCharsets.UTF_8));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new GeneralSecurityException("the answer is not understood", e);
    }
  }

  private Optional<byte[]> checked(String question) throws GeneralSecurityException {
    try {
      JsonNode node = MAPPER.readTree(question);
      byte[] nonce = bytes(node.path("nonce"));
      boolean known =
          nonce.length == NONCE
              && MessageDigest.isEqual(code("request", nonce), bytes(node.path("code")));
      return known ? Optional.of(nonce) : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] asked, byte[] answered, byte[] iv)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(code("answer", asked, answered), "AES"),
        new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(asked);
    return cipher;
  }

  private byte[] code(String purpose, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(MAC);
    mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), MAC));
    mac.update(("creature join 1 " + purpose).getBytes(StandardCharsets.UTF_8));
    for (byte[] part : parts) {
      mac.update((byte) part.length);
      mac.update(part);
    }
    return mac.doFinal();
  }

  private byte[] nonce() {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return nonce;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(JsonNode node) {
    return Base64.getDecoder().decode(node.asText(""));
  }
}
