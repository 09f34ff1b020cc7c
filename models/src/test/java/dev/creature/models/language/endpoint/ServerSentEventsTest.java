package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {
  private static List<String> events(String stream) throws MalformedAnswer {
    return events(stream.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE, new Random(0));
  }

  private static List<String> events(byte[] stream, int longestPiece, Random random)
      throws MalformedAnswer {
    ServerSentEvents parser = new ServerSentEvents();
    List<String> events = new ArrayList<>();
    int at = 0;
    while (at < stream.length) {
      int length = Math.min(stream.length - at, 1 + random.nextInt(longestPiece));
      events.addAll(parser.read(ByteBuffer.wrap(stream, at, length)));
      at += length;
    }
    parser.end().ifPresent(events::add);
    return events;
  }

  @Test
  void endsALineAtLfCrlfOrCr() throws MalformedAnswer {
    assertThat(events("data: a\n\ndata: b\r\n\r\ndata: c\r\rdata: d\r\n\n"))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void joinsTheDataLinesOfOneEvent() throws MalformedAnswer {
    assertThat(events("data: a\ndata:b\ndata\ndata:  c\n\n")).containsExactly("a\nb\n\n c");
  }

  @Test
  void skipsCommentsOtherFieldsAndEventsWithoutData() throws MalformedAnswer {
    assertThat(events(": ping\n\nevent: x\nid: 1\nretry: 5\n\nevent: y\ndata: a\nfoo\n\n"))
        .containsExactly("a");
  }

  @Test
  void skipsAByteOrderMarkAtTheStartOnly() throws MalformedAnswer {
    assertThat(events("\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: \uFEFFc\n\n"))
        .containsExactly("a", "\uFEFFc");
  }

  @Test
  void takesAnEventThatTheEndCutsOff() throws MalformedAnswer {
    assertThat(events("data: a\n\ndata: b\n")).containsExactly("a", "b");
    assertThat(events("data: a\n\ndata: b")).containsExactly("a", "b");
    assertThat(events("")).isEmpty();
  }

  @Test
  void replacesBytesThatAreNoUtf8() throws MalformedAnswer {
    byte[] stream = {'d', 'a', 't', 'a', ':', 'a', (byte) 0xC3, 'b', '\n', '\n'};
    assertThat(events(stream, 3, new Random(1))).containsExactly("a\uFFFDb");
  }

  @Test
  void refusesALineWithoutEnd() {
    ByteBuffer giant = ByteBuffer.allocate(ServerSentEvents.LONGEST_EVENT_BYTES + 1);
    assertThatThrownBy(() -> new ServerSentEvents().read(giant))
        .isInstanceOf(MalformedAnswer.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void refusesAnEventOfEndlessLines() {
    byte[] lines = "data: abc\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> events(lines, 10_000, new Random(2)))
        .isInstanceOf(MalformedAnswer.class);
  }

  @Property
  void readsTheSameInWhateverPieces(
      @ForAll @Size(max = 8) List<@StringLength(max = 20) String> texts, @ForAll long seed)
      throws MalformedAnswer {
    Random random = new Random(seed);
    String[] ends = {"\n", "\r\n", "\r"};
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    for (String text : texts) {
      String line = text.replaceAll("[\r\n]", " ").replaceAll("[\\ud800-\\udfff]", "\uD83D\uDE00");
      String end = ends[random.nextInt(ends.length)];
      stream.writeBytes(("data: " + line + end + end).getBytes(StandardCharsets.UTF_8));
      expected.add(line);
    }
    assertThat(events(stream.toByteArray(), 1 + random.nextInt(7), random)).isEqualTo(expected);
  }

  @Property
  void survivesAnyBytes(@ForAll byte[] bytes, @ForAll long seed) throws MalformedAnswer {
    Random random = new Random(seed);
    List<String> whole = events(bytes, Integer.MAX_VALUE - 1, random);
    assertThat(events(bytes, 1 + random.nextInt(5), random)).isEqualTo(whole);
  }
}
