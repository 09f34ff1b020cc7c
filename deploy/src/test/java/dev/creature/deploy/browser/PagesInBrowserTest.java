package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.actors.body.WorldView;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.WorldJson;
import dev.creature.facebridge.server.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages make of events, in a real browser and without a voice. */
class PagesInBrowserTest {
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
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser.isPresent()) {
      browser.get().close();
    }
    node.ifPresent(Node::close);
  }

  /** Opens a page, waits until a condition holds there, and evaluates the body of a function. */
  private static JsonNode on(String path, String condition, String body) throws Exception {
    Chromium page = browser.orElseThrow();
    page.open(node.orElseThrow().localUrl() + path);
    return page.when("location.pathname === '" + path + "' && (" + condition + ")", body);
  }

  private static WorldView world(double x, boolean open) {
    WorldView.AreaView area = new WorldView.AreaView(0, 0, 4, 3);
    return new WorldView(
        1,
        0,
        List.of(new WorldView.RoomView("kitchen", area)),
        List.of(
            new WorldView.DoorView(
                "kitchen door", new WorldView.AreaView(1, 3, 1, 0.15), open, false)),
        List.of(
            new WorldView.FurnitureView(
                "fridge",
                "fridge",
                "kitchen",
                new WorldView.AreaView(0, 0, 0.6, 0.6),
                "white",
                true,
                open,
                false,
                false)),
        List.of(
            new WorldView.ThingView("blue cup", "cup", "blue", 2, 2, "on the table", false),
            new WorldView.ThingView("milk", "milk", "", 0.3, 0.3, "in the fridge", true)),
        List.of(new WorldView.PersonView("Anna", 3, 1, 0, false)),
        new WorldView.RobotView(x, 1, 0, 0, 0.2, 0.3, 0.5, "", List.of(x, 1.0, 2.0, 1.0)),
        Optional.empty(),
        "going to the kitchen",
        false);
  }

  @Test
  void drawsTheWorldAndMovesTheBodyInIt() throws Exception {
    Node live = node.orElseThrow();
    live.showOnConsole(WorldJson.of(world(1, false), true).toString());
    JsonNode first =
        on(
            "/console",
            "document.querySelector('.world .robot')",
            """
            const all = kind => document.querySelectorAll('.world ' + kind).length;
            return {rooms: all('.floor'), things: all('.thing'), people: all('.person'),
              open: all('.piece.open'), doing: document.getElementById('doing').textContent};
            """);
    assertThat(first.path("rooms").asInt()).isEqualTo(1);
    assertThat(first.path("things").asInt()).as("what is hidden is not seen").isEqualTo(1);
    assertThat(first.path("people").asInt()).isEqualTo(1);
    assertThat(first.path("open").asInt()).isZero();
    assertThat(first.path("doing").asText()).isEqualTo("Going to the kitchen");

    live.showOnConsole(WorldJson.of(world(2, true), false).toString());
    JsonNode then =
        browser
            .orElseThrow()
            .evaluate(
                """
                (async () => {
                  const at = () => document.querySelector('.robot').getAttribute('transform');
                  for (let i = 0; i < 400 && !at().startsWith('translate(2.000'); i++) {
                    await new Promise(done => setTimeout(done, 50));
                  }
                  return at() + document.querySelectorAll('.world .piece.open').length;
                })()
                """);
    // One metre up from the lower edge, in a room that is 3 m deep below a door of 15 cm.
    assertThat(then.asText()).isEqualTo("translate(2.000 2.150)1");
  }

  @Test
  void takesBackWhatWasSaidTooEarly() throws Exception {
    JsonNode captions =
        on(
            "/",
            "window.creature?.link.open",
            """
            const {link} = creature;
            link.told({type: 'user.final', t: 1, turn: 1, text: 'Bring me the.'});
            link.told({type: 'reply.token', t: 2, turn: 1, text: 'Sure, I will.'});
            const before = document.querySelectorAll('.line.it').length;
            link.told({type: 'turn.returned', t: 3, turn: 1});
            link.told({type: 'reply.token', t: 3, turn: 1, text: ' Late.'});
            link.told({type: 'reply.audio.ended', t: 4, turn: 1, heard: '', interrupted: true});
            link.told({type: 'user.final', t: 5, turn: 2, text: 'Blue cup.'});
            return {before, after: document.querySelectorAll('.line.it, .line s').length,
              you: [...document.querySelectorAll('.line.you > span')].map(it => it.textContent)};
            """);
    assertThat(captions.path("before").asInt()).isEqualTo(1);
    assertThat(captions.path("after").asInt()).isZero();
    assertThat(captions.path("you").toString()).isEqualTo("[\"Bring me the Blue cup.\"]");
  }

  @Test
  void showsTheWordsInTheOrderInWhichTheyWereHeard() throws Exception {
    JsonNode shown =
        on(
            "/",
            "window.creature?.link.open",
            """
            const {link} = creature, line = () => [...document.querySelectorAll('.line.it > span')].at(-1).textContent;
            link.told({type: 'reply.token', t: 1, turn: 1, text: 'Sure.'});
            link.told({type: 'reply.token', t: 2, turn: 1, text: "I'll go."});
            const joined = line();
            link.told({type: 'reply.token', t: 3, turn: 2, text: 'Shall I throw it away?'});
            link.told({type: 'intent', t: 3, id: 'a', state: 'committed', verb: 'throw_away', object: 'letter', arguments: {}, confidence: 1});
            link.told({type: 'reply.token', t: 4, turn: 2, text: ' Well,'});
            link.told({type: 'reply.audio.ended', t: 5, turn: 2, heard: 'Well, Shall I throw it away?', interrupted: false});
            return [joined, line(), document.querySelector('#rungs .wait')?.textContent];
            """);
    assertThat(shown.toString())
        .isEqualTo("[\"Sure. I'll go.\",\"Well, Shall I throw it away?\",\"Say yes or no\"]");
  }

  @Test
  void sendsTypedWordsAndKeepsThemWhileTheLinkIsDown() throws Exception {
    JsonNode typed =
        on(
            "/",
            "window.creature?.link.open",
            """
            const {link} = creature, sent = [], words = document.getElementById('words');
            const real = link.socket;
            link.socket = {send: text => sent.push(text)};
            link.told({type: 'session', session: 's', conversation: 'c', resumed: false,
              ready: true, takesText: true});
            const form = document.getElementById('say'), shown = !form.hidden;
            words.value = ' bring me the blue cup ';
            form.requestSubmit();
            const cleared = words.value;
            link.open = false;
            words.value = 'not lost';
            form.requestSubmit();
            link.socket = real;
            return {shown, sent, cleared, kept: words.value};
            """);
    assertThat(typed.path("shown").asBoolean()).isTrue();
    assertThat(typed.path("sent").toString())
        .isEqualTo("[\"{\\\"type\\\":\\\"say\\\",\\\"text\\\":\\\"bring me the blue cup\\\"}\"]");
    assertThat(typed.path("cleared").asText()).isEmpty();
    assertThat(typed.path("kept").asText()).isEqualTo("not lost");
  }

  @Test
  void doesNotListenToWhoLetGoWhileTheBrowserStillAsked() throws Exception {
    JsonNode held =
        on(
            "/",
            "window.creature?.link.open",
            """
            const {link} = creature, mic = document.getElementById('mic');
            const words = () => document.querySelector('#status b').textContent;
            let allow;
            link.microphone = () => new Promise(done => { allow = done; });
            document.getElementById('mode').click();
            const touch = type => mic.dispatchEvent(new PointerEvent(type, {pointerId: 1}));
            mic.setPointerCapture = () => {};
            touch('pointerdown');
            const asked = words();
            touch('pointerup');
            allow();
            await new Promise(done => setTimeout(done, 50));
            const late = link.muted;
            touch('pointerdown');
            allow();
            await until(() => !link.muted);
            dispatchEvent(new Event('blur'));
            const away = link.muted;
            document.getElementById('mode').click();
            return {asked, late, away};
            """);
    assertThat(held.path("asked").asText()).isEqualTo("Allow the microphone");
    assertThat(held.path("late").asBoolean()).as("muted after all").isTrue();
    assertThat(held.path("away").asBoolean()).as("muted in a window behind").isTrue();
  }

  @Test
  void saysWhatItWaitsForUntilItIsAwake() throws Exception {
    node.orElseThrow().prepares("fetching models: 12.0 of 200.0 MB");
    JsonNode words =
        on(
            "/",
            "document.getElementById('hint').textContent.includes('Fetching')",
            "return [...document.getElementById('hint').children].map(it => it.textContent);");
    assertThat(words.path(0).asText()).isEqualTo("Waking up");
    assertThat(words.path(1).asText()).isEqualTo("Fetching models: 12.0 of 200.0 MB.");
  }

  @Test
  void showsTheNewestTaskThatIsNotOver() throws Exception {
    JsonNode panel =
        on(
            "/",
            "window.creature?.link.open",
            """
            const {link} = creature, look = () => document.getElementById('task-words').textContent
              + ': ' + document.querySelector('#rungs .now, #rungs .wait, #rungs .bad').textContent;
            const intent = (id, state, object) => link.told({type: 'intent', t: 1, id, state,
              verb: 'bring', object, arguments: {}, confidence: 1});
            intent('a', 'dispatched', 'blue cup');
            intent('b', 'hypothesis', 'red cup');
            const seen = [look()];
            intent('b', 'revoked', 'red cup');
            seen.push(look());
            link.told({type: 'task', t: 2, id: 'c', state: 'awaiting confirmation', note: 'Throw it away?'});
            seen.push(look());
            link.told({type: 'task', t: 3, id: 'c', state: 'denied', note: ''});
            link.told({type: 'task', t: 4, id: 'a', state: 'failed', note: 'there is no cup'});
            seen.push(look());
            return seen;
            """);
    assertThat(panel.toString())
        .isEqualTo(
            "[\"bring red cup: Heard\",\"bring blue cup: Doing it\","
                + "\"Throw it away?: Say yes or no\",\"bring blue cup: Failed\"]");
  }
}
