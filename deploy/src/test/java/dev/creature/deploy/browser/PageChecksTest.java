package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What everybody can expect of a page: names for screen readers, contrast, keys, no jumps, little
 * weight; by day and by night, at the size of a phone and of a desk.
 */
class PageChecksTest {
  private static final Set<String> NAMED =
      Set.of("button", "link", "textbox", "slider", "image", "dialog", "region", "log");
  private static final int HEAVIEST = 300_000;

  /** Adds up what moves without the user's doing. */
  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
      }).observe({type: 'layout-shift', buffered: true});
      """;

  @TempDir private static Path folder;
  private static Optional<Node> node = Optional.empty();
  private static Optional<Chromium> browser = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    node =
        Optional.of(
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of()));
    Path profile = Files.createDirectory(folder.resolve("profile"));
    browser = Optional.of(Chromium.start(program.get(), folder.resolve("no.wav"), profile));
    browser.get().first(WATCH_SHIFTS);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser.isPresent()) {
      browser.get().close();
    }
    node.ifPresent(Node::close);
  }

  private static Chromium at(String path, int width, int height, String scheme) throws Exception {
    Chromium page = browser.orElseThrow();
    page.size(width, height);
    page.prefers(Map.of("prefers-color-scheme", scheme));
    page.open(node.orElseThrow().localUrl() + path);
    assertThat(page.evaluate(settled(path)).asText()).isNotBlank();
    return page;
  }

  /** Waits until the page's own scripts have found out who asks, and a little more. */
  private static String settled(String path) {
    return """
    (async () => {
      for (let i = 0; i < 400; i++) {
        const there = location.pathname === '%s' && document.readyState === 'complete';
        if (there && (!document.getElementById('state') || document.querySelector('dd'))
            && (!document.getElementById('mic') || window.creature?.link?.open)) break;
        await new Promise(done => setTimeout(done, 50));
      }
      await new Promise(done => setTimeout(done, 400));
      return document.title;
    })()
    """
        .formatted(path);
  }

  private static String checks() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(PageChecksTest.class.getResourceAsStream("page-checks.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, 390, 844, light", "/, 1440, 900, dark",
    "/face, 390, 844, light", "/face/3d, 1440, 900, light",
    "/console, 390, 844, light", "/console, 1440, 900, dark",
    "/certificate, 390, 844, light", "/certificate, 1440, 900, dark",
    "/face/minimal, 390, 844, light"
  })
  void canBeReadAndUsedByEverybody(String path, int width, int height, String scheme)
      throws Exception {
    Chromium page = at(path, width, height, scheme);

    JsonNode found = page.evaluate(checks());

    assertThat(found.path("wrong").toString()).isEqualTo("[]");
    assertThat(found.path("bytes").asInt()).isBetween(500, HEAVIEST);
    assertThat(found.path("shift").asDouble()).as("layout shift").isLessThan(0.01);
    Set<String> nameless = new TreeSet<>();
    for (JsonNode each : page.accessibility()) {
      String role = each.at("/role/value").asText();
      if (NAMED.contains(role)
          && !each.path("ignored").asBoolean()
          && each.at("/name/value").asText().isBlank()) {
        nameless.add(role + " " + each.path("backendDOMNodeId"));
      }
    }
    assertThat(nameless).isEmpty();
    assertReachable(page, found.path("reach"));
  }

  /** Each of them gets the focus by the tabulator alone, and shows that it has it. */
  private static void assertReachable(Chromium page, JsonNode wanted) throws Exception {
    Set<String> reached = new TreeSet<>();
    Set<String> unseen = new TreeSet<>();
    for (int i = 0; i < wanted.size() + 3; i++) {
      page.press("Tab", 9);
      JsonNode focus =
          page.evaluate(
              """
              (() => {
                const it = document.activeElement, style = getComputedStyle(it);
                return {index: it.dataset.reach ?? '', seen: parseFloat(style.outlineWidth) > 1 && style.outlineStyle !== 'none'};
              })()
              """);
      reached.add(focus.path("index").asText());
      if (!focus.path("index").asText().isEmpty() && !focus.path("seen").asBoolean()) {
        unseen.add(wanted.path(focus.path("index").asInt()).asText());
      }
    }
    Set<String> missed = new TreeSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (!reached.contains(String.valueOf(i))) {
        missed.add(wanted.path(i).asText());
      }
    }
    assertThat(missed).as("never focused").isEmpty();
    assertThat(unseen).as("focus not to be seen").isEmpty();
  }

  @Test
  void holdsStillForThoseWhoAskForLessMotion() throws Exception {
    Chromium page = browser.orElseThrow();
    page.size(390, 844);
    page.prefers(Map.of("prefers-reduced-motion", "reduce"));
    assertThat(pictures(page)).as("with reduced motion").isEqualTo(1);
    page.prefers(Map.of("prefers-reduced-motion", "no-preference"));
    assertThat(pictures(page)).as("else").isGreaterThan(1);
  }

  /** How many different pictures a face shows that nobody leads, between two blinks. */
  private static int pictures(Chromium page) throws Exception {
    page.open(node.orElseThrow().localUrl() + "/face?look=moss&emotion=neutral");
    return page.evaluate(
            """
            (async () => {
              for (let i = 0; i < 200 && !window.creature?.face; i++) await new Promise(done => setTimeout(done, 20));
              const {face} = creature, pictures = new Set();
              face.ownBlink = 1e9;
              for (let i = 0; i < 240; i++) face.step(1 / 60, face.shown);
              for (let i = 0; i < 12; i++) {
                await new Promise(done => setTimeout(done, 40));
                face.paint();
                pictures.add(face.canvas.toDataURL());
              }
              return pictures.size;
            })()
            """)
        .asInt();
  }

  @Test
  void opensAndClosesItsDialogsByKeys() throws Exception {
    Chromium page = at("/", 390, 844, "light");
    page.evaluate("document.getElementById('more').focus()");
    page.press("Enter", 13);
    assertThat(page.evaluate("!!document.querySelector('dialog[open]')").asBoolean()).isTrue();
    JsonNode found = page.evaluate(checks());
    assertThat(found.path("wrong").toString()).isEqualTo("[]");
    page.press("Escape", 27);
    assertThat(page.evaluate("!!document.querySelector('dialog[open]')").asBoolean()).isFalse();
    assertThat(page.evaluate("document.activeElement.id").asText()).isEqualTo("more");
  }
}
