package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.language.Generation.Ending;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatChunkTest {
  private static final String CHUNK =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello \\uD83D\\uDE00\"},"
          + "\"finish_reason\":null}],\"id\":\"x\"}";

  @Test
  void readsAPieceOfText() throws MalformedAnswer {
    assertThat(ChatChunk.parse(CHUNK))
        .isEqualTo(new ChatChunk("Hello \uD83D\uDE00", Optional.empty(), false));
  }

  @Test
  void readsAPieceInParts() throws MalformedAnswer {
    assertThat(
            ChatChunk.parse(
                    "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
                        + "{\"type\":\"text\",\"text\":\"b\"}]}}]}")
                .text())
        .isEqualTo("ab");
  }

  @Test
  void readsWhyItEnded() throws MalformedAnswer {
    assertThat(ChatChunk.parse("{\"choices\":[{\"finish_reason\":\"stop\"}]}").ending())
        .contains(Ending.COMPLETE);
    assertThat(ChatChunk.parse("{\"choices\":[{\"finish_reason\":\"length\"}]}").ending())
        .contains(Ending.LENGTH);
    assertThat(ChatChunk.parse(" [DONE] ").last()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\":[],\"usage\":{\"total_tokens\":3}}",
        "{\"choices\":null}",
        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}",
        "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\",\"content\":null}}]}",
        "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}],\"error\":null}",
        "{\"choices\":[{\"delta\":{\"content\":7}}]}",
        "{\"choices\":{\"delta\":3}}"
      })
  void takesWhatHoldsNoTextAsEmpty(String data) throws MalformedAnswer {
    assertThat(ChatChunk.parse(data)).isEqualTo(new ChatChunk("", Optional.empty(), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "3", "null", "{\"choices\":[", "<html>"})
  void refusesWhatIsNoObject(String data) {
    assertThatThrownBy(() -> ChatChunk.parse(data)).isInstanceOf(MalformedAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"out of memory\",\"code\":500}}",
        "{\"error\":\"out of memory\"}",
        "{\"choices\":[],\"error\":{\"code\":\"out of memory\"}}"
      })
  void reportsAnErrorWithinTheStream(String data) {
    assertThatThrownBy(() -> ChatChunk.parse(data))
        .isInstanceOf(MalformedAnswer.class)
        .hasMessageContaining("out of memory");
  }

  @Test
  void shortensWhatAServerSays() {
    assertThat(ChatChunk.errorMessage("<p>\n" + "x".repeat(5000))).hasSizeLessThan(210);
    assertThat(ChatChunk.errorMessage("")).isEqualTo("(empty)");
    assertThat(ChatChunk.errorMessage("{\"error\":{\"message\":\"no such model\"}}"))
        .isEqualTo("no such model");
  }

  @Test
  void refusesAbsurdNesting() {
    assertThatThrownBy(() -> ChatChunk.parse("[".repeat(500_000)))
        .isInstanceOf(MalformedAnswer.class);
  }

  @Property
  void readsOrRefusesADamagedChunk(
      @ForAll @IntRange(max = 100) int at, @ForAll char other, @ForAll boolean cut) {
    int place = at % CHUNK.length();
    String damaged = CHUNK.substring(0, place) + (cut ? "" : other + CHUNK.substring(place + 1));
    try {
      assertThat(ChatChunk.parse(damaged).text()).isNotNull();
    } catch (MalformedAnswer refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
