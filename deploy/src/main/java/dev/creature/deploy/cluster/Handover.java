package dev.creature.deploy.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import java.util.Base64;

/**
 * What a machine that joins is given.
 *
 * @param authority of the creature, with its key
 * @param seed a node of the cluster, as {@code pekko://…}
 * @param journal where all nodes store
 */
public record Handover(byte[] authority, String seed, JournalSettings journal) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  String json() {
    return MAPPER
        .createObjectNode()
        .put("authority", Base64.getEncoder().encodeToString(authority))
        .put("seed", seed)
        .put("url", journal.url())
        .put("user", journal.user())
        .put("password", journal.password().value())
        .toString();
  }

  /**
   * As it was sent.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Handover of(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      return new Handover(
          Base64.getDecoder().decode(node.path("authority").asText()),
          node.path("seed").asText(),
          new JournalSettings(
              node.path("url").asText(),
              node.path("user").asText(),
              new Secret(node.path("password").asText())));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the other node's answer is not understood", e);
    }
  }

  /** The same for another machine, to which {@code localhost} means something else. */
  Handover seenFrom(String host) {
    String url =
        journal
            .url()
            .replaceFirst("//(localhost|127\\.0\\.0\\.1|\\[::1])([:/])", "//" + host + "$2");
    return new Handover(
        authority, seed, new JournalSettings(url, journal.user(), journal.password()));
  }
}
