package dev.creature.voiceloop.brain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.runtime.ModelFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoiceBrainTest {
  /** A reply that the test writes. */
  private record Written(
      ChatRequest request, Consumer<String> onText, CompletableFuture<Ending> ended)
      implements Generation {
    @Override
    public void cancel() {
      ended.complete(Ending.CANCELLED);
    }

    void whole(String text) {
      onText.accept(text);
      ended.complete(Ending.COMPLETE);
    }
  }

  private static final class Author implements LanguageModel {
    private final LinkedBlockingQueue<Written> asked = new LinkedBlockingQueue<>();
    private final List<ChatRequest> prepared = new CopyOnWriteArrayList<>();

    Written next() throws InterruptedException {
      Written next = asked.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was asked");
      }
      return next;
    }

    @Override
    public String name() {
      return "author";
    }

    @Override
    public Generation generate(ChatRequest request, Consumer<String> onText) {
      Written written = new Written(request, onText, new CompletableFuture<>());
      asked.add(written);
      return written;
    }

    @Override
    public CompletionStage<Void> prepare(ChatRequest request) {
      prepared.add(request);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void rest(String conversation) {}

    @Override
    public void forget(String conversation) {}

    @Override
    public void close() {}
  }

  private static final Persona PERSONA =
      new Persona(
          "Pip",
          "You are {name}. It is {moment}.",
          List.of("What was that?", "Once more?"),
          List.of("Hm, no idea."),
          List.of(new Persona.Example(List.of("Hello"), List.of("Hi, I am {name}."))),
          List.of(
              new Persona.Example(
                  List.of("Where do you live?", "Where is your home?"),
                  List.of("I live right here.", "My home is with you.")),
              new Persona.Example(List.of("What time is it?"), List.of("It's {time} on {date}."))));

  private final Author author = new Author();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final VoiceBrain brain =
      new VoiceBrain(
          author,
          PERSONA,
          BrainSettings.usual(),
          Clock.fixed(Instant.parse("2026-11-22T15:05:00Z"), ZoneId.of("UTC")));

  @AfterEach
  void close() {
    brain.close();
  }

  private Generation ask(String text, Turn... history) {
    return brain.reply("c", List.of(history), text, 1, said::add);
  }

  private static Ending ending(Generation reply) throws Exception {
    return reply.ended().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void givesTheModelPersonaHistoryAndWords() throws Exception {
    var _ =
        ask(
            "And now?",
            new Turn("Tell me.", "I was going to.", true),
            new Turn("Hm", "Ah.", false));
    assertThat(author.next().request().messages())
        .containsExactly(
            ChatMessage.system("You are Pip. It is Sunday afternoon."),
            ChatMessage.user("Hello"),
            ChatMessage.assistant("Hi, I am Pip."),
            ChatMessage.user("Tell me."),
            ChatMessage.assistant("I was going to\u2014"),
            ChatMessage.user("Hm"),
            ChatMessage.assistant("Ah."),
            ChatMessage.user("And now?"));
  }

  @Test
  void showsTheModelExamplesLikeTheQuestion() throws Exception {
    var _ = ask("Where did you live as a child?");
    assertThat(author.next().request().messages().reversed().subList(0, 3))
        .containsExactly(
            ChatMessage.user("Where did you live as a child?"),
            ChatMessage.assistant("I live right here."),
            ChatMessage.user("Where do you live?"));
  }

  @Test
  void answersAFamiliarQuestionInItsOwnWordsButNotTwice() throws Exception {
    List<Turn> history = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      said.clear();
      ending(ask("Where do you live", history.toArray(Turn[]::new)));
      history.add(new Turn("Where do you live", String.join("", said), false));
    }
    assertThat(history.stream().map(Turn::creature).toList())
        .containsExactlyInAnyOrder("I live right here.", "My home is with you.");
    assertThat(author.asked).isEmpty();
    var _ = ask("Where do you live", history.toArray(Turn[]::new));
    assertThat(author.next().request().messages()).hasSizeGreaterThan(6);
  }

  @Test
  void knowsTheTime() throws Exception {
    assertThat(ending(ask("What time is it?"))).isEqualTo(Ending.COMPLETE);
    assertThat(said).containsExactly("It's 3:05 PM on Sunday, November 22.");
  }

  @Test
  void saysWhatTheModelWrites() throws Exception {
    Generation reply = ask("How are you today?");
    author.next().whole("I am fine, thank you.");
    assertThat(ending(reply)).isEqualTo(Ending.COMPLETE);
    assertThat(String.join("", said)).isEqualTo("I am fine, thank you.");
  }

  @Test
  void stopsTheModelWhenEnoughIsSaid() throws Exception {
    Generation reply = ask("How are you today?");
    Written written = author.next();
    written.onText().accept("I am fine today. And you are fine too. Also ");
    assertThat(ending(reply)).isEqualTo(Ending.COMPLETE);
    assertThat(written.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
    assertThat(String.join("", said)).isEqualTo("I am fine today. And you are fine too.");
  }

  @Test
  void hasAnUnfitReplyWrittenAnewWithAnotherSeed() throws Exception {
    Generation reply = ask("How are you today?");
    Written first = author.next();
    first.onText().accept("As an AI, I do not feel. ");
    Written second = author.next();
    assertThat(first.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
    assertThat(second.request().sampling().seed()).isNotEqualTo(first.request().sampling().seed());
    first.onText().accept("Too late. ");
    second.whole("Fine, thanks.");
    assertThat(ending(reply)).isEqualTo(Ending.COMPLETE);
    assertThat(String.join("", said)).isEqualTo("Fine, thanks.");
  }

  @Test
  void hasALineForWhenNothingGoodComes() throws Exception {
    Generation reply = ask("How are you today?");
    for (int i = 0; i < BrainSettings.usual().attempts(); i++) {
      author.next().whole("As an AI, I do not feel.");
    }
    assertThat(ending(reply)).isEqualTo(Ending.COMPLETE);
    assertThat(said).containsExactly("Hm, no idea.");
  }

  @Test
  void asksAgainWhenItHeardNoWords() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String noise : List.of("", "  ", "...", "um, uh", "[BLANK_AUDIO]", "you", "xkcd bfg")) {
      said.clear();
      assertThat(ending(ask(noise))).isEqualTo(Ending.COMPLETE);
      lines.addAll(said);
    }
    assertThat(lines).hasSize(7).allMatch(PERSONA.unclear()::contains);
    assertThat(author.asked).isEmpty();
    said.clear();
    assertThat(ending(ask("", new Turn("", lines.getFirst(), false)))).isEqualTo(Ending.COMPLETE);
    assertThat(said).doesNotContain(lines.getFirst());
  }

  @Test
  void saysNoMoreOnceCancelled() throws Exception {
    Generation reply = ask("How are you today?");
    Written written = author.next();
    written.onText().accept("Well my dear friend, ");
    reply.cancel();
    written.onText().accept("I am fine. ");
    assertThat(ending(reply)).isEqualTo(Ending.CANCELLED);
    assertThat(written.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
    assertThat(said).containsExactly("Well my dear friend,");
  }

  @Test
  void failsOnlyWhenTheModelFailsBeforeAWord() throws Exception {
    Generation silent = ask("How are you today?");
    author.next().ended().completeExceptionally(new ModelFailure("broken"));
    Throwable failure =
        silent.ended().handle((_, cause) -> cause).toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(failure).isInstanceOf(ModelFailure.class).hasMessage("broken");
    Generation begun = ask("How are you today?");
    Written written = author.next();
    written.onText().accept("I am fine. And I ");
    written.ended().completeExceptionally(new ModelFailure("broken"));
    assertThat(ending(begun)).isEqualTo(Ending.COMPLETE);
    assertThat(String.join("", said)).isEqualTo("I am fine.");
  }

  @Test
  void readsAheadWhatTheReplyWillBeginWith() throws Exception {
    List<Turn> history = List.of(new Turn("Hm", "Ah.", false));
    brain.prepare("c", history).toCompletableFuture().get(10, TimeUnit.SECONDS);
    var _ = brain.reply("c", history, "And now?", 1, said::add);
    List<ChatMessage> asked = author.next().request().messages();
    assertThat(author.prepared.getFirst().messages()).isEqualTo(asked.subList(0, asked.size() - 1));
  }

  @Test
  void forgetsTheBeginningOfALongDialogueInSteps() {
    List<Turn> history = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      history.add(
          new Turn("This is what the user says.", "That is what it answers to this.", false));
      firsts.add(Prompt.firstKept(history, 200));
    }
    assertThat(firsts).isSorted();
    assertThat(firsts.stream().distinct().toList())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 16).mapToObj(i -> 2 * i).toList());
    assertThat(Prompt.lastWords("word ".repeat(5000)).length()).isLessThan(700);
  }
}
