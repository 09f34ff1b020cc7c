package dev.creature.facebridge.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pages and what they load, by path. Only names that are listed here are ever opened. */
public final class Pages {
  private static final String HTML = "text/html; charset=UTF-8";
  private static final String STYLE = "text/css; charset=UTF-8";
  private static final String SCRIPT = "text/javascript; charset=UTF-8";
  private static final String JSON = "application/json";
  private static final String SVG = "image/svg+xml";

  private static final Map<String, Place> PLACES =
      Map.ofEntries(
          Map.entry("/", new Place("index.html", HTML)),
          Map.entry("/face", new Place("face.html", HTML)),
          Map.entry("/face/3d", new Place("head.html", HTML)),
          Map.entry("/face/minimal", new Place("minimal.html", HTML)),
          Map.entry("/camera", new Place("camera.html", HTML)),
          Map.entry("/console", new Place("console.html", HTML)),
          Map.entry("/certificate", new Place("certificate.html", HTML)),
          Map.entry("/v1/openapi.json", new Place("openapi.json", JSON)),
          Map.entry("/favicon.ico", new Place("icon.svg", SVG)),
          style("base.css"),
          style("phone.css"),
          style("console.css"),
          style("world.css"),
          style("sight.css"),
          script("face.js"),
          script("face-page.js"),
          script("light.js"),
          script("motion.js"),
          script("looks.js"),
          script("screen.js"),
          script("head.js"),
          script("head-page.js"),
          script("solids.js"),
          script("webgl.js"),
          script("frames.js"),
          script("sight.js"),
          script("camera.js"),
          script("sighting.js"),
          script("link.js"),
          script("call.js"),
          script("capture-worklet.js"),
          script("microphone.js"),
          script("awake.js"),
          script("phone.js"),
          script("console.js"),
          script("world.js"),
          script("furniture.js"),
          script("deeds.js"),
          script("ladder.js"),
          script("task-panel.js"),
          script("nodes.js"),
          script("pairing.js"),
          script("swatches.js"),
          script("captions.js"),
          script("pairing-dialog.js"),
          Map.entry("/static/looks.json", new Place("looks.json", JSON)),
          Map.entry("/static/icon.svg", new Place("icon.svg", SVG)),
          Map.entry("/static/manifest.json", new Place("manifest.json", JSON)));

  private final Map<String, Page> read = new ConcurrentHashMap<>();

  private record Place(String resource, String type) {}

  /**
   * A page, or what one loads.
   *
   * @param type of its content
   */
  public record Page(String type, byte[] bytes) {}

  /** What is at a path. */
  public Optional<Page> at(String path) {
    Place place = PLACES.get(path);
    return place == null
        ? Optional.empty()
        : Optional.of(read.computeIfAbsent(path, _ -> load(place)));
  }

  private static Page load(Place place) {
    try (InputStream in = Pages.class.getResourceAsStream(place.resource())) {
      if (in == null) {
        throw new IllegalStateException(place.resource() + " is missing in this build");
      }
      return new Page(place.type(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map.Entry<String, Place> style(String name) {
    return Map.entry("/static/" + name, new Place(name, STYLE));
  }

  private static Map.Entry<String, Place> script(String name) {
    return Map.entry("/static/" + name, new Place(name, SCRIPT));
  }
}
