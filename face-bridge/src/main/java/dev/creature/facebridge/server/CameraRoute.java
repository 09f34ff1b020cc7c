package dev.creature.facebridge.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * What a browser needs to find faces in its camera's picture: the files of the detector, which come
 * with {@code models pull camera} and are read from the models' folder, and the policy of the page
 * that runs them.
 */
final class CameraRoute {
  /** The page that has the camera's picture; it stands in a frame of the others. */
  static final String PAGE = "/camera";

  private static final String FILES = "/static/camera/";
  private static final ContentType SCRIPT = ContentTypes.parse("text/javascript; charset=UTF-8");
  private static final ContentType WASM = ContentTypes.parse("application/wasm");
  private static final ContentType DATA = ContentTypes.parse("application/octet-stream");

  /** Only names that stand here are ever opened. */
  private static final Map<String, ContentType> TYPES =
      Map.of(
          "face_detection.js", SCRIPT,
          "face_detection_solution_simd_wasm_bin.js", SCRIPT,
          "face_detection_solution_wasm_bin.js", SCRIPT,
          "face_detection_solution_simd_wasm_bin.wasm", WASM,
          "face_detection_solution_wasm_bin.wasm", WASM,
          "face_detection_short.binarypb", DATA,
          "face_detection_short_range.tflite", DATA);

  private final Supplier<Optional<Path>> folder;

  /** With the folder that the files are in, once it is known. */
  CameraRoute(Supplier<Optional<Path>> folder) {
    this.folder = folder;
  }

  /** A file of the detector, or why there is none; empty for any other path. */
  Optional<HttpResponse> at(HttpRequest request) {
    String path = request.getUri().path();
    if (!path.startsWith(FILES)) {
      return Optional.empty();
    }
    if (!request.method().value().equals("GET")) {
      return Optional.of(Problem.wrongMethod("GET").response());
    }
    String name = path.substring(FILES.length());
    ContentType type = TYPES.get(name);
    if (type == null) {
      return Optional.of(Problem.notFound(path).response());
    }
    return Optional.of(
        folder
            .get()
            .map(in -> in.resolve(name))
            .filter(Files::isRegularFile)
            .map(file ->
                HttpResponse.create()
                    .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
                    .addHeader(RawHeader.create("Cache-Control", "max-age=86400"))
                    .withEntity(HttpEntities.create(type, file)))
            .orElseGet(() ->
                new Problem(
                        404,
                        "no face detector",
                        "the creature has nothing to find faces with; run this on its machine:"
                            + " ./creature models pull camera")
                    .response()));
  }

  /**
   * What the page with the picture may do. The detector's glue makes functions out of text, which
   * no other page may; in return this one can load, and ask for, nothing but the detector.
   */
  static String policy(HttpRequest request) {
    // A policy cannot name an address of IPv6: there the path is left out.
    String detector =
        Gate.header(request, "Host")
            .filter(host -> host.matches("[A-Za-z0-9.-]+(:[0-9]+)?"))
            .map(host -> host + FILES)
            .orElse("'self'");
    return "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self'; connect-src "
        + detector
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  }
}
