package dev.creature.voiceloop.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaFileTest {
  private static final String GOOD =
      """
      # Momo
      <!-- a note -->
      You are {name}.
      It is {moment}.

      ## Unclear
      - What?

      ## Lost
      - Hm.

      ## Examples
      User: Hello
      Creature: Hi!

      ## More examples
      User: Bye / See you
      Creature: Bye! / Till soon!
      """;

  private static void refuses(String text, String... words) {
    assertThatThrownBy(() -> PersonaFile.parse("me.md", text))
        .isInstanceOf(BadPersona.class)
        .hasMessageStartingWith("me.md:")
        .hasMessageContainingAll(words);
  }

  @Test
  void readsAPersona() {
    Persona persona = PersonaFile.parse("me.md", GOOD);
    assertThat(persona.name()).isEqualTo("Momo");
    assertThat(persona.about()).isEqualTo("You are {name}. It is {moment}.");
    assertThat(persona.unclear()).containsExactly("What?");
    assertThat(persona.lost()).containsExactly("Hm.");
    assertThat(persona.always())
        .containsExactly(new Persona.Example(List.of("Hello"), List.of("Hi!")));
    assertThat(persona.examples())
        .containsExactly(
            new Persona.Example(List.of("Bye", "See you"), List.of("Bye!", "Till soon!")));
  }

  @Test
  void readsTheSameWithWindowsLinesAndAByteOrderMark() {
    assertThat(PersonaFile.parse("me.md", "\uFEFF" + GOOD.replace("\n", "\r\n")))
        .isEqualTo(PersonaFile.parse("me.md", GOOD));
  }

  @Test
  void comesWithAPersonaThatFitsASmallModel() {
    Persona persona = PersonaFile.ofDefault();
    assertThat(persona.examples()).hasSizeGreaterThan(50);
    int characters =
        persona.about().length()
            + persona.always().stream()
                .mapToInt(each ->
                    each.questions().getFirst().length() + each.answers().getFirst().length() + 40)
                .sum();
    // About 4 characters a token: 600 tokens.
    assertThat(characters).isLessThan(2600);
  }

  @Test
  void namesTheLineThatIsWrong() {
    refuses(GOOD.replace("## Lost", "## Losst"), "me.md:9:", "unknown section \"Losst\"");
    refuses(GOOD.replace("- What?", "What?"), "me.md:7:", "begin with \"- \"");
    refuses(GOOD.replace("{moment}", "{weather}"), "me.md:4:", "unknown {weather}");
    refuses(GOOD.replace("Creature: Hi!", "Creature:"), "me.md:14:", "nothing is said");
    refuses(GOOD.replace("Creature: Hi!", "Momo: Hi!"), "me.md:14:", "\"User:\" or \"Creature:\"");
    refuses(GOOD.replace("User: Hello\n", ""), "me.md:13:", "without a \"User:\"");
    refuses(GOOD.replace("Creature: Hi!\n", ""), "me.md:15:", "no \"Creature:\" line");
    refuses(GOOD.replace("Bye / See you", "Bye / "), "me.md:17:", "before or after");
    refuses(GOOD.replace("- What?", "# Two"), "me.md:7:", "a second name");
    refuses(GOOD.replace("# Momo\n", ""), "me.md:2:", "must begin with the name");
    refuses(GOOD.replace("# Momo", "# " + "x".repeat(41)), "me.md:1:", "1 to 40");
  }

  @Test
  void saysWhatIsMissing() {
    refuses("", "is empty");
    refuses(GOOD.replace("- What?\n", ""), "## Unclear");
    refuses(GOOD.replace("- Hm.\n", ""), "## Lost");
    refuses("# Momo\n## Unclear\n- a b\n## Lost\n- b c", "nothing is said about Momo");
    refuses(
        GOOD.replace("You are", "You are " + "very ".repeat(2000)), "move some to More examples");
  }

  @Test
  void refusesFilesThatCannotBeOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("p.md");
    assertThatThrownBy(() -> PersonaFile.read(file)).hasMessageContaining("cannot be read");
    Files.write(file, new byte[] {'#', ' ', (byte) 0xFF});
    assertThatThrownBy(() -> PersonaFile.read(file)).hasMessageContaining("not UTF-8");
    Files.write(file, new byte[300_000]);
    assertThatThrownBy(() -> PersonaFile.read(file)).hasMessageContaining("at most 256 KB");
    Files.writeString(file, GOOD);
    assertThat(PersonaFile.read(file).name()).isEqualTo("Momo");
  }

  @Property
  void readsOrRefusesADamagedFile(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(max = 40) int length,
      @ForAll char c) {
    int start = from % GOOD.length();
    int end = Math.min(GOOD.length(), start + length);
    try {
      PersonaFile.parse("me.md", GOOD.substring(0, start) + c + GOOD.substring(end));
    } catch (BadPersona refused) {
      assertThat(refused.getMessage()).startsWith("me.md:");
    }
  }
}
