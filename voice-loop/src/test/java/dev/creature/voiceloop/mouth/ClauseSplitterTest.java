package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseSplitterTest {
  private static List<Clause> split(String text) {
    ClauseSplitter splitter = new ClauseSplitter();
    List<Clause> clauses = new ArrayList<>(splitter.feed(text));
    clauses.addAll(splitter.flush());
    return clauses;
  }

  private static List<String> texts(String text) {
    return split(text).stream().map(Clause::text).toList();
  }

  @Test
  void givesOutAShortFirstClauseAsSoonAsItsCommaIsCertain() {
    ClauseSplitter splitter = new ClauseSplitter();
    assertThat(splitter.feed("Sure")).isEmpty();
    assertThat(splitter.feed(",")).isEmpty();
    assertThat(splitter.feed(" I"))
        .containsExactly(new Clause("Sure,", 0, Ending.NONE, Ending.COMMA));
  }

  @Test
  void givesOutASentenceWithTheFirstLetterOfTheNext() {
    ClauseSplitter splitter = new ClauseSplitter();
    assertThat(splitter.feed("That is a good idea.")).isEmpty();
    assertThat(splitter.feed(" We"))
        .containsExactly(new Clause("That is a good idea.", 0, Ending.NONE, Ending.SENTENCE));
    assertThat(splitter.feed(" go")).isEmpty();
    assertThat(splitter.flush())
        .containsExactly(new Clause("We go", 21, Ending.SENTENCE, Ending.OPEN));
  }

  @Test
  void makesLaterClausesLongerThanTheFirst() {
    assertThat(texts("Well, first, second, and third, that is all."))
        .containsExactly("Well,", "first, second, and third, that is all.");
  }

  @Test
  void beginsALongFirstSentenceBeforeAConjunction() {
    assertThat(texts("I have never seen anything quite as strange and I have seen a lot."))
        .containsExactly("I have never seen anything quite as strange", "and I have seen a lot.");
  }

  @Test
  void endsAClauseAtTheEndOfALine() {
    assertThat(split("One thing\nand another"))
        .extracting(Clause::ending)
        .containsExactly(Ending.PARAGRAPH, Ending.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is 3.5 degrees warmer.",
        "Dr. Smith met Mrs. Jones.",
        "Bring e.g. apples.",
        "The U.S. Army came.",
        "J. K. Rowling wrote it.",
        "It was March 3, 2024 when it began.",
        "It has 1,250 parts.",
        "No. 5 is alive.",
        "1. Open the door.",
        "He came at 5 p.m. on Monday.",
        "Mail pip@example.com now.",
        "Martin Luther King, Jr. spoke.",
        "It takes 3:30 hours.",
      })
  void keepsTogetherWhatBelongsTogether(String text) {
    assertThat(texts(text)).containsExactly(text);
  }

  @Test
  void endsSentencesWithAbbreviationsThatCanEndThem() {
    assertThat(texts("He came at 5 p.m. She left."))
        .containsExactly("He came at 5 p.m.", "She left.");
    assertThat(texts("Is it you or I. Nobody knows.")).hasSize(2);
  }

  @Test
  void keepsClosingQuotesWithTheirSentence() {
    assertThat(texts("\"Go away!\" he said. (Really?) Yes."))
        .containsExactly("\"Go away!\"", "he said.", "(Really?)", "Yes.");
  }

  @Test
  void cutsEndlessTextWithoutMarks() {
    List<String> clauses = texts("word ".repeat(500));
    assertThat(clauses).allSatisfy(clause -> assertThat(clause).hasSizeLessThanOrEqualTo(221));
    assertThat(texts("x".repeat(100_000)))
        .allSatisfy(clause -> assertThat(clause).hasSizeLessThanOrEqualTo(221));
  }

  @Test
  void hasNothingToSayOfWhiteSpace() {
    assertThat(texts(" \n\t ")).isEmpty();
    assertThat(texts("")).isEmpty();
  }

  @Property
  void losesNothingAndFindsTheSameClausesHoweverTheTextIsCutIntoPieces(
      @ForAll("replies") String reply, @ForAll int seed) {
    ClauseSplitter splitter = new ClauseSplitter();
    List<Clause> clauses = new ArrayList<>();
    java.util.Random random = new java.util.Random(seed);
    int at = 0;
    while (at < reply.length()) {
      int end = Math.min(reply.length(), at + 1 + random.nextInt(7));
      clauses.addAll(splitter.feed(reply.substring(at, end)));
      at = end;
    }
    clauses.addAll(splitter.flush());
    StringBuilder covered = new StringBuilder(" ".repeat(reply.length()));
    for (Clause clause : clauses) {
      covered.replace(clause.start(), clause.start() + clause.text().length(), clause.text());
    }
    assertThat(covered.toString().strip()).isEqualTo(reply.replaceAll("\\s", " ").strip());
    assertThat(clauses).isEqualTo(split(reply));
  }

  @Provide
  Arbitrary<String> replies() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Sure", "Dr", "e.g", "I", "3", "2024", "apples", "and", "because", "\"", ")", "😀",
            "U.S", "etc", "word", "another", "\n", "The", "Jr", "Jack", "it");
    Arbitrary<String> marks =
        Arbitraries.of(
            " ", " ", " ", ", ", ". ", "! ", "? ", "... ", "; ", ": ", ".", ",", "—", "… ");
    return net.jqwik.api.Combinators.combine(pieces, marks)
        .as((piece, mark) -> piece + mark)
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
