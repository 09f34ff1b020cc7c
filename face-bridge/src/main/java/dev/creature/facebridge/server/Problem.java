package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * What a request is refused with: {@code application/problem+json}, as RFC 9457 has it.
 *
 * @param status of HTTP
 * @param title what is wrong, in a few words
 * @param detail what to do
 */
record Problem(int status, String title, String detail) {
  static Problem notFound(String path) {
    return new Problem(404, "not found", "there is nothing at " + path);
  }

  static Problem badInput(String detail) {
    return new Problem(400, "bad input", detail);
  }

  static Problem wrongMethod(String allowed) {
    return new Problem(405, "wrong method", "use " + allowed);
  }

  HttpResponse response() {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .toString();
    return HttpResponse.create()
        .withStatus(status)
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(
            HttpEntities.create(
                ContentTypes.create(MediaTypes.applicationBinary("problem+json", true)),
                body.getBytes(StandardCharsets.UTF_8)));
  }
}
