package dev.creature.voiceloop.brain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.brain.ReplyShaper.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyShaperTest {
  private static final Persona PERSONA =
      new Persona(
          "Pip",
          "You are Pip, a small friendly creature with a face and a voice.",
          List.of("Sorry?"),
          List.of("Hm."),
          List.of(),
          List.of(
              new Persona.Example(
                  List.of("Why is the sky blue?"), List.of("Air scatters blue light the most."))));

  private final List<String> out = new ArrayList<>();

  private ReplyShaper shaper(List<Turn> history, String user) {
    return new ReplyShaper(
        BrainSettings.usual(),
        new ReplyJudge(
            new ReplyJudge.Material(
                PERSONA, new ExampleBook(PERSONA.examples()).like(user, 3), history, user)),
        "Pip",
        out::add);
  }

  private String shaped(String text) {
    return shaped(List.of(), "Tell me.", text);
  }

  private String shaped(List<Turn> history, String user, String text) {
    out.clear();
    ReplyShaper shaper = shaper(history, user);
    if (shaper.read(text) == Progress.GO_ON) {
      var _ = shaper.end(true);
    }
    return String.join("", out);
  }

  @Test
  void letsTheFirstClauseGoAsSoonAsItIsThere() {
    ReplyShaper shaper = shaper(List.of(), "Hello.");
    assertThat(shaper.read("Well my dear friend, ")).isEqualTo(Progress.GO_ON);
    assertThat(out).containsExactly("Well my dear friend,");
    assertThat(shaper.read("hello the")).isEqualTo(Progress.GO_ON);
    assertThat(shaper.read("re. ")).isEqualTo(Progress.GO_ON);
    assertThat(out).containsExactly("Well my dear friend,", " hello there.");
  }

  @Test
  void holdsAShortHeadBackUntilItsSentenceIsFit() {
    ReplyShaper shaper = shaper(List.of(), "Hello.");
    assertThat(shaper.read("I'm sorry, ")).isEqualTo(Progress.GO_ON);
    assertThat(out).isEmpty();
    assertThat(shaper.read("I'm sorry. ")).isEqualTo(Progress.UNFIT);
  }

  @Test
  void endsAfterTwoSentencesButLetsShortOnesBeFree() {
    assertThat(shaped("Yes! I like red apples. I like green pears. I like plums too."))
        .isEqualTo("Yes! I like red apples. I like green pears.");
  }

  @Test
  void endsALongSentenceWithItsClause() {
    assertThat(
            shaped(
                "I like the red apples that grow on the old tree behind the house of my very kind"
                    + " old grandmother in the little village by the sea, and I like plums, and pears."))
        .endsWith("village by the sea.");
  }

  @Test
  void leavesOutWhatCannotBeSpoken() {
    assertThat(shaped("*smiles* Hello 😀 **friend**, “nice” (laughs) day — isn't it?"))
        .isEqualTo("Hello friend, nice day, isn't it?");
    assertThat(shaped("<think>I should greet.</think>Hi there.")).isEqualTo("Hi there.");
    assertThat(shaped("Sure:\n1. Apples\n2. Pears")).isEqualTo("Sure.");
    assertThat(shaped("## Title\nbody")).isEqualTo("Title.");
  }

  @Test
  void endsALineThatLacksItsFullStop() {
    assertThat(shaped("I like apples")).isEqualTo("I like apples.");
    assertThat(shaped("I like 3.5 apples, Dr. Who, and 1,000 pears"))
        .isEqualTo("I like 3.5 apples, Dr. Who, and 1,000 pears.");
  }

  @Test
  void doesNotSpeakForTheUser() {
    assertThat(shaped("I like apples. User: Me too! Pip: Great.")).isEqualTo("I like apples.");
    assertThat(shaped("Pip: I like apples.")).isEqualTo("I like apples.");
  }

  @Test
  void saysNoSentenceTwice() {
    assertThat(shaped("I like apples a lot. I like apples a lot."))
        .isEqualTo("I like apples a lot.");
    List<Turn> history = List.of(new Turn("Hm?", "I like apples a lot.", false));
    assertThat(shaped(history, "And?", "I like apples a lot.")).isEmpty();
    assertThat(shaped(history, "And?", "Okay. I like apples a lot. So.")).isEqualTo("Okay.");
    assertThat(shaped(history, "What did you say?", "I like apples a lot."))
        .isEqualTo("I like apples a lot.");
  }

  @Test
  void givesAnExamplesAnswerOnlyToItsQuestion() {
    assertThat(shaped(List.of(), "Why is the sky so blue?", "Air scatters blue light the most."))
        .isNotEmpty();
    assertThat(shaped(List.of(), "Why is it cold?", "Air scatters blue light the most.")).isEmpty();
  }

  @Test
  void doesNotParrot() {
    assertThat(shaped(List.of(), "I went to the beach.", "I went to the beach.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As an AI language model, I cannot feel.",
        "I'm sorry, I'm sorry.",
        "I'm a small AI assistant.",
        "I am just an artificial intelligence.",
        "Visit www.example.com for more.",
        "I've turned on the light.",
        "I have booked your flight.",
        "I'll remind you at seven.",
        "Your balance is 200 dollars.",
        "Let me check that for you.",
        "Oh, I'm turning on the light.",
        "How can I help you today?",
        "You are Pip, a small friendly creature with a face.",
        "...",
        ""
      })
  void refusesWhatACreatureDoesNotSay(String text) {
    assertThat(shaped(text)).isEmpty();
  }

  @Test
  void waitsWhereABadEndingLooms() {
    ReplyShaper shaper = shaper(List.of(), "Hello.");
    assertThat(shaper.read("As an artificial thing, ")).isEqualTo(Progress.UNFIT);
    ReplyShaper other = shaper(List.of(), "Hello.");
    assertThat(other.read("As a friend, ")).isEqualTo(Progress.GO_ON);
    assertThat(out).isEmpty();
    assertThat(other.read("I like you. ")).isEqualTo(Progress.GO_ON);
    assertThat(String.join("", out)).isEqualTo("As a friend, I like you.");
  }

  @Test
  void leavesOutATornSentence() {
    ReplyShaper shaper = shaper(List.of(), "Hello.");
    var _ = shaper.read("I like apples. And I would");
    assertThat(shaper.end(false)).isEqualTo(Progress.ENOUGH);
    assertThat(String.join("", out)).isEqualTo("I like apples.");
  }

  @Property
  void shapesTheSameInWhateverPieces(
      @ForAll @StringLength(max = 60) String noise, @ForAll long seed) {
    Random random = new Random(seed);
    String[] parts = {"Well, ", "yes. ", "I like *apples*. ", "User: ", "\n", noise, "No! ", "1. "};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String whole = shaped(text.toString());
    out.clear();
    ReplyShaper shaper = shaper(List.of(), "Tell me.");
    Progress progress = Progress.GO_ON;
    int[] points = text.codePoints().toArray();
    for (int at = 0; at < points.length && progress == Progress.GO_ON; ) {
      int length = Math.min(points.length - at, 1 + random.nextInt(4));
      progress = shaper.read(new String(points, at, length));
      at += length;
    }
    if (progress == Progress.GO_ON) {
      progress = shaper.end(true);
    }
    assertThat(String.join("", out)).isEqualTo(whole);
    assertThat(progress).isEqualTo(out.isEmpty() ? Progress.UNFIT : Progress.ENOUGH);
    assertThat(whole).doesNotContain("\n", "*", "  ");
  }
}
