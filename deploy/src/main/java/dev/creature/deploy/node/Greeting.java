package dev.creature.deploy.node;

import dev.creature.facebridge.pairing.QrCode;
import java.io.PrintWriter;
import java.util.Optional;

/** What a person at the terminal reads: where the creature is, and how a phone gets in. */
public final class Greeting {
  private Greeting() {}

  /** Prints the addresses, and the QR code where a phone could reach it. */
  public static void print(Node node, PrintWriter out) {
    out.println("here       " + node.localUrl() + "/       (face: " + node.localUrl() + "/face)");
    Optional<String> pairing = node.pairingUrl();
    if (pairing.isPresent()) {
      node.secureUrls().stream()
          .filter(url -> !url.startsWith("https://localhost"))
          .forEach(url -> out.println("network    " + url + "/"));
      out.println();
      out.print(QrCode.of(pairing.get()).forTerminal());
      out.println("Scan this with a phone in the same network, or open");
      out.println("  " + pairing.get());
      out.println(
          "It works once, within five minutes; the page " + node.localUrl() + " makes new ones.");
      out.println(
          "The phone warns once, as the certificate is the creature's own: "
              + node.localUrl()
              + "/certificate");
    } else {
      out.println("no network: only this machine can reach it");
    }
    out.println();
    out.flush();
  }
}
