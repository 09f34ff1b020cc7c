package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone comes by the code on the page of the creature's machine, and goes when it is revoked. */
class PairingInBrowserTest {
  @TempDir private Path folder;

  @Test
  void showsAPhoneThatComesAndTellsItWhenItIsRevoked() throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    try (Node node =
        Node.start(
            new WebServer.Listen("0.0.0.0", 0, 0),
            DataFolder.open(folder.resolve("data")),
            List.of())) {
      assumeTrue(node.pairingUrl().isPresent(), "not allowed here: no network to reach others by");
      try (Chromium desk = start(program.get(), "desk");
          Chromium phone = start(program.get(), "phone")) {
        desk.open(node.localUrl() + "/");
        String url =
            desk.when(
                    "window.creature",
                    """
                    document.getElementById('pair').click();
                    await until(() => document.querySelector('#qr svg') && document.querySelector('#devices .none'));
                    return document.querySelector('#qr svg').getAttribute('aria-label');
                    """)
                .asText()
                .replace("QR code: ", "");

        phone.open(url);
        assertThat(phone.when("window.creature?.link.open", "return location.hash;").asText())
            .as("the code is not kept")
            .isEmpty();
        JsonNode come =
            desk.when(
                "document.querySelector('#devices button')",
                """
                const label = () => document.querySelector('#qr svg').getAttribute('aria-label');
                await until(() => label() !== 'QR code: %s');
                return document.getElementById('pairing-words').textContent;
                """
                    .formatted(url));
        assertThat(come.asText()).contains("is paired");

        desk.evaluate("document.querySelector('#devices button').click()");
        assertThat(stranger(phone)).contains("Not paired any more");

        phone.open("about:blank");
        phone.open(url);
        assertThat(stranger(phone)).contains("The code was refused");
      }
    }
  }

  private Chromium start(Path program, String name) throws Exception {
    Path profile = Files.createDirectory(folder.resolve(name));
    return Chromium.start(
        program, folder.resolve("no.wav"), profile, "--ignore-certificate-errors");
  }

  private static String stranger(Chromium page) throws Exception {
    return page.when(
            "!document.getElementById('stranger').hidden",
            "return document.getElementById('stranger').innerText;")
        .asText();
  }
}
