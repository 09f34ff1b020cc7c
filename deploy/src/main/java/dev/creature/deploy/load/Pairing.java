package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.deploy.cluster.JoinClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;

/** Pairs as a phone does that scans the code of a node. */
final class Pairing {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Pairing() {}

  /**
   * Trades the code that the node has printed for a token, which is good at all nodes.
   *
   * @throws IOException when it has printed none, or does not take it
   */
  static String token(LocalNode node)
      throws IOException, InterruptedException, GeneralSecurityException {
    String code =
        node.pairingCode().orElseThrow(() -> new IOException("no pairing code in " + node.log()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.secureUrl() + "/v1/pair"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    MAPPER
                        .createObjectNode()
                        .put("code", code)
                        .put("name", "simulated phones")
                        .toString()))
            .build();
    try (HttpClient client = HttpClient.newBuilder().sslContext(JoinClient.anybody()).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IOException("not paired: " + answer.body());
      }
      return MAPPER.readTree(answer.body()).path("token").asText();
    }
  }
}
