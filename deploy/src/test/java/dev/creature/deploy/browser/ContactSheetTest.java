package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every emotion in every look, at the shape of a phone and of a wall, and four heads: the pictures
 * in {@code docs}, which {@code -Dcreature.sheets=true} draws anew.
 */
class ContactSheetTest {
  private static final Path DOCS = Path.of(System.getProperty("creature.repository", ".."), "docs");

  /** Draws faces at rest, each in a cell with its name below. */
  private static final String DRAW =
      """
      (async () => {
        for (let i = 0; i < 200 && !window.creature?.face; i++) await new Promise(done => setTimeout(done, 20));
        const {Face} = await import('/static/face.js'), {Head} = await import('/static/head.js');
        const {looks} = await import('/static/looks.js'), {EMOTIONS} = await import('/static/motion.js');
        const all = await looks(), LABEL = 20;
        const still = (make, look, emotion, more, width, height) => {
          const canvas = document.createElement('canvas');
          Object.assign(canvas.style, {position: 'fixed', left: 0, top: 0, width: width + 'px', height: height + 'px'});
          document.body.append(canvas);
          const face = new make(canvas, all[look]);
          face.calm = true;
          face.show({...face.frame, emotion, ...more});
          for (let i = 0; i < 600; i++) face.step(1 / 120, face.shown);
          face.last = performance.now() / 1000;
          face.paint();
          return canvas;
        };
        const sheet = (cells, columns, width, height) => {
          const canvas = document.createElement('canvas'), c = canvas.getContext('2d');
          canvas.width = columns * width;
          canvas.height = Math.ceil(cells.length / columns) * (height + LABEL);
          c.fillStyle = '#222';
          c.fillRect(0, 0, canvas.width, canvas.height);
          c.fillStyle = '#eee';
          c.font = '11px sans-serif';
          c.textAlign = 'center';
          cells.forEach(([make, look, emotion, more], i) => {
            const x = i % columns * width, y = Math.floor(i / columns) * (height + LABEL);
            const [light, dark] = all[look].ground, behind = c.createRadialGradient(x + width / 2, y + height * 0.42, 0, x + width / 2, y + height * 0.42, Math.hypot(width / 2, height * 0.58));
            behind.addColorStop(0, light);
            behind.addColorStop(1, dark);
            c.fillStyle = behind;
            c.fillRect(x, y, width, height);
            c.fillStyle = '#eee';
            const drawn = still(make, look, emotion, more, width, height);
            c.drawImage(drawn, x, y, width, height);
            drawn.remove();
            c.fillText(look + ', ' + emotion, x + width / 2, y + height + 14);
          });
          return canvas.toDataURL('image/png').split(',')[1];
        };
        const every = Object.keys(all).flatMap(look => EMOTIONS.map(emotion => [Face, look, emotion, {}]));
        const heads = [
          [Head, 'peach', 'neutral', {gaze: {x: 0.4, y: 0}}],
          [Head, 'moss', 'joy', {mouth: 0.5, speaking: true, viseme: 'E'}],
          [Head, 'pip', 'curious', {mouth: 0.8, speaking: true, viseme: 'O'}],
          [Head, 'lumen', 'proud', {mouth: 0.4, speaking: true, viseme: 'aa', gaze: {x: -0.6, y: 0.1}}],
        ];
        return {count: every.length, 'faces-phone': sheet(every, EMOTIONS.length, 195, 300),
          'faces-wall': sheet(every, 5, 360, 225), heads: sheet(heads, 4, 300, 300)};
      })()
      """;

  @TempDir private Path folder;

  @Test
  void drawsEveryEmotionInEveryLook() throws Exception {
    assumeTrue(
        Boolean.getBoolean("creature.sheets"),
        "opt-in: writes pictures into docs: -Dcreature.sheets=true");
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        Chromium page =
            Chromium.start(
                program.get(),
                folder.resolve("no.wav"),
                Files.createDirectory(folder.resolve("profile")))) {
      page.size(1440, 900);
      page.open(node.localUrl() + "/face?look=pip&emotion=joy");

      JsonNode drawn = page.evaluate(DRAW);

      assertThat(drawn.path("count").asInt()).isEqualTo(40);
      for (String name : List.of("faces-phone", "faces-wall", "heads")) {
        byte[] picture = Base64.getDecoder().decode(drawn.path(name).asText());
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isGreaterThan(1_000);
        Files.write(DOCS.resolve(name + ".png"), picture);
      }
    }
  }
}
