package dev.creature.deploy.configuration;

import dev.creature.facebridge.webrtc.RelayService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes settings of what helps WebRTC out of the local network. */
final class RelayReader {
  private static final String URLS = "creature.relay.urls";

  private final ConfigurationReader reader;
  private final SecretReader secrets;

  RelayReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.secrets = new SecretReader(reader, environment);
  }

  RelayService settings() {
    List<String> urls =
        Arrays.stream(reader.text(URLS).split("\\|"))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .toList();
    String secret = secrets.read("creature.relay.secret").value();
    try {
      return new RelayService(urls, secret);
    } catch (IllegalArgumentException e) {
      throw reader.wrong(URLS, String.valueOf(e.getMessage()));
    }
  }
}
