package dev.creature.deploy.configuration;

import dev.creature.facebridge.webrtc.RelayService;
import java.util.Arrays;
import java.util.List;

/** Makes settings of what helps WebRTC out of the local network. */
record RelayReader(ConfigurationReader reader, SecretReader secrets) {
  private static final String URLS = "creature.relay.urls";

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
