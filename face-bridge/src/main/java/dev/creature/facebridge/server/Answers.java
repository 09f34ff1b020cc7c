package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Answers in the forms that routes have in common. */
final class Answers {
  private static final ContentType.NonBinary EXPOSITION =
      (ContentType.NonBinary) ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8");

  private Answers() {}

  static HttpResponse json(JsonNode body) {
    return json(200, body.toString());
  }

  static HttpResponse json(int status, String body) {
    return fresh(status).withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, body));
  }

  static HttpResponse text(int status, String body) {
    return fresh(status).withEntity(HttpEntities.create(ContentTypes.TEXT_PLAIN_UTF8, body));
  }

  /** The text form of Prometheus. */
  static HttpResponse exposition(String body) {
    return fresh(200).withEntity(HttpEntities.create(EXPOSITION, body));
  }

  private static HttpResponse fresh(int status) {
    return HttpResponse.create()
        .withStatus(status)
        .addHeader(RawHeader.create("Cache-Control", "no-store"));
  }
}
