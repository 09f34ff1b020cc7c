package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import dev.creature.facebridge.pairing.QrCode;
import dev.creature.facebridge.socket.SocketText;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Codes, tokens and devices over HTTP. */
final class PairingRoutes {
  private final PairingCodes codes;
  private final Devices devices;
  private final Supplier<Optional<String>> lanUrl;

  /**
   * Routes.
   *
   * @param lanUrl where other devices reach this server; nothing when they don't
   */
  PairingRoutes(PairingCodes codes, Devices devices, Supplier<Optional<String>> lanUrl) {
    this.codes = codes;
    this.devices = devices;
    this.lanUrl = lanUrl;
  }

  /** {@code POST /v1/pair}: a code for a token. */
  HttpResponse pair(String body, String peer) {
    Optional<ObjectNode> parsed = SocketText.parse(body);
    String code = parsed.map(json -> json.path("code").asText("")).orElse("");
    if (code.isEmpty()) {
      return Problem.badInput("expected {\"code\",\"name\"}: the code from the QR code").response();
    }
    return switch (codes.trade(code, peer)) {
      case ACCEPTED -> {
        String name = parsed.map(json -> json.path("name").asText("")).orElse("");
        Devices.Paired paired = devices.add(name);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("token", paired.token());
        answer.set("device", node(paired.device()));
        yield Answers.json(201, answer.toString());
      }
      case REFUSED ->
          new Problem(
                  403,
                  "code refused",
                  "it is unknown, used or older than five minutes; scan a new QR code")
              .response();
      case TOO_MANY ->
          new Problem(429, "too many codes", "wait a minute, then scan a new QR code").response();
    };
  }

  /** {@code POST /v1/pairing-codes}: a new code, and its picture. */
  HttpResponse newCode() {
    Optional<String> base = lanUrl.get();
    if (base.isEmpty()) {
      return new Problem(
              409, "no network", "this machine has no address that another device could reach")
          .response();
    }
    String url = base.get() + "/#pair=" + codes.issue();
    QrCode picture = QrCode.of(url);
    return Answers.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("url", url)
            .put("expiresInSeconds", PairingCodes.LIFETIME.toSeconds())
            .put("side", picture.side())
            .put("path", picture.svgPath()));
  }

  /** {@code GET /v1/devices}. */
  HttpResponse list() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    devices.all().forEach(device -> all.add(node(device)));
    return Answers.json(JsonNodeFactory.instance.objectNode().set("devices", all));
  }

  /** {@code DELETE /v1/devices/{id}}. */
  HttpResponse revoke(String id) {
    return devices.revoke(id)
        ? HttpResponse.create().withStatus(204)
        : new Problem(404, "not found", "no device has this id").response();
  }

  private static JsonNode node(Devices.Device device) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", device.id())
        .put("name", device.name())
        .put("pairedAt", Instant.ofEpochMilli(device.pairedMillis()).toString());
  }
}
