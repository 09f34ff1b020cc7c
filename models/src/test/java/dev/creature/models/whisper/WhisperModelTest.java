package dev.creature.models.whisper;

import static dev.creature.models.whisper.WhisperFixture.followedBySilence;
import static dev.creature.models.whisper.WhisperFixture.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.creature.models.mel.LogMel;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.whisper.Transcript.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperModelTest {
  private static final String CANOE = "The birch canoe slid on the smooth planks.";
  private static final PassOptions GREEDY = PassOptions.greedy(60);

  @TempDir static Path folder;
  private static InferenceRuntime runtime;
  private static WhisperModel model;

  @BeforeAll
  static void open() {
    WhisperFixture.assembled(folder, Precision.INT8_CHANNELS, Precision.INT8_BLOCKS);
    runtime = InferenceRuntime.start(new RuntimeSettings(2, 2));
    model = WhisperModel.open(runtime, folder);
  }

  @AfterAll
  static void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void recognisesReadSentences() {
    assertThat(recognised("birch-canoe.wav").text()).isEqualTo(CANOE);
    assertThat(recognised("sunday.wav").text()).isEqualTo("Sunday is the best part of the week.");
    assertThat(recognised("ask-not.wav").text().replace(",", ""))
        .isEqualTo(
            "And so my fellow Americans ask not what your country can do for you"
                + " ask what you can do for your country.");
  }

  @Test
  void saysHowSureItIs() {
    Transcript transcript = recognised("birch-canoe.wav");

    assertThat(transcript.meanLogProbability()).isBetween(-0.5, 0.0);
    assertThat(transcript.noSpeechProbability()).isBetween(0.0, 0.3);
    assertThat(transcript.tokens())
        .allSatisfy(token -> assertThat(token.logProbability()).isNotPositive());
  }

  @Test
  void aDraftNeverChangesTheWords() {
    float[] sound = followedBySilence(recording("ask-not.wav"), 500);
    Transcript plain = model.transcribe(sound, GREEDY);
    List<Integer> words = plain.tokenIds();
    List<Integer> oneReplaced = new ArrayList<>(words);
    oneReplaced.set(5, 1234);
    List<Integer> oneTooMany = new ArrayList<>(words);
    oneTooMany.add(3, 1234);
    List<Integer> oneTooFew = new ArrayList<>(words);
    oneTooFew.subList(8, 9).clear();
    List<Integer> tooLong = new ArrayList<>(words);
    tooLong.addAll(List.of(11, 12, 13));
    Random random = new Random(7);
    List<Integer> nonsense = IntStream.range(0, 30).mapToObj(i -> random.nextInt(50_000)).toList();

    for (List<Integer> draft :
        List.of(
            words,
            words.subList(0, 9),
            oneReplaced,
            oneTooMany,
            oneTooFew,
            tooLong,
            nonsense,
            Collections.nCopies(70, words.getFirst()))) {
      Transcript drafted = model.transcribe(sound, GREEDY.withDraft(draft));
      assertThat(drafted.tokenIds()).isEqualTo(words);
      assertThat(drafted.meanLogProbability()).isCloseTo(plain.meanLogProbability(), within(1e-2));
    }
  }

  @Test
  void aRightDraftTakesOneRunOfTheDecoder() {
    float[] sound = followedBySilence(recording("birch-canoe.wav"), 500);
    List<Integer> words = model.transcribe(sound, GREEDY).tokenIds();

    assertThat(runs(sound, GREEDY)).isEqualTo(words.size() + 1);
    assertThat(runs(sound, GREEDY.withDraft(words))).isEqualTo(1);
    List<Integer> oneReplaced = new ArrayList<>(words);
    oneReplaced.set(3, 1234);
    assertThat(runs(sound, GREEDY.withDraft(oneReplaced))).isEqualTo(2);
  }

  @Test
  void aPrefixStandsWhateverTheSoundSays() {
    float[] sound = followedBySilence(recording("birch-canoe.wav"), 500);
    List<Integer> words = model.transcribe(sound, GREEDY).tokenIds();
    List<Integer> other = new ArrayList<>(words.subList(0, 3));
    other.set(1, words.get(4));

    Transcript transcript = model.transcribe(sound, GREEDY.withPrefix(other));

    assertThat(transcript.tokenIds()).startsWith(other.toArray(Integer[]::new));
    assertThat(transcript.tokenIds().size()).isGreaterThan(other.size());
  }

  @Test
  void knowsWhenTheWordsWereSaid() {
    float[] sound = followedBySilence(recording("ask-not.wav"), 500);

    List<Word> words = model.transcribe(sound, GREEDY.withWordTimes()).words();

    assertThat(words.stream().map(word -> word.text().replace(",", "")).toList())
        .startsWith("And", "so", "my", "fellow", "Americans")
        .endsWith("your", "country.");
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i).startMillis()).isGreaterThanOrEqualTo(words.get(i - 1).endMillis());
    }
    // Seen in the wave form: where words stand between pauses.
    assertThat(words.getFirst().startMillis()).isBetween(260, 380);
    assertThat(words.get(4).endMillis()).as("Americans").isBetween(2020, 2220);
    assertThat(words.get(5).startMillis()).as("ask").isBetween(3220, 3340);
    assertThat(words.get(5).endMillis()).as("ask").isBetween(3600, 3760);
    assertThat(words.get(6).startMillis()).as("not").isBetween(3940, 4080);
    assertThat(words.get(6).endMillis()).as("not").isBetween(4240, 4340);
    assertThat(words.get(7).startMillis()).as("what").isBetween(5340, 5460);
  }

  @Test
  void stopsAtTheTokensAllowed() {
    assertThat(
            model
                .transcribe(followedBySilence(recording("ask-not.wav"), 500), PassOptions.greedy(5))
                .tokenIds())
        .hasSize(5);
  }

  @Test
  void canBeGivenUpAfterAnyStep() {
    float[] sound = followedBySilence(recording("birch-canoe.wav"), 660);
    try (Pass pass = model.begin(LogMel.of(sound, 0, sound.length), GREEDY)) {
      assertThat(pass.step()).isTrue();
      assertThat(pass.step()).isTrue();
      assertThat(pass.transcript().tokenIds()).hasSize(2);
    }
  }

  @Test
  void conversationsShareItWithoutMixing() {
    List<CompletableFuture<String>> texts =
        IntStream.range(0, 6)
            .mapToObj(i -> i % 2 == 0 ? "birch-canoe.wav" : "sunday.wav")
            .map(name -> CompletableFuture.supplyAsync(() -> recognised(name).text()))
            .toList();

    assertThat(texts.get(0).join()).isEqualTo(CANOE);
    assertThat(texts.get(4).join()).isEqualTo(CANOE);
    assertThat(texts.get(5).join()).isEqualTo("Sunday is the best part of the week.");
  }

  @Test
  void theEightBitFormSaysWhatTheReferenceSays(@TempDir Path reference) {
    WhisperFixture.assembled(reference, Precision.FLOAT, Precision.FLOAT);
    WhisperModel exact = WhisperModel.open(runtime, reference);
    for (String name : List.of("birch-canoe.wav", "sunday.wav", "ask-not.wav")) {
      float[] sound = followedBySilence(recording(name), 500);
      assertThat(model.transcribe(sound, GREEDY).tokenIds())
          .isEqualTo(exact.transcribe(sound, GREEDY).tokenIds());
    }
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> WhisperModel.open(runtime, new ModelFolder(empty)))
        .isInstanceOf(MissingModel.class)
        .hasMessageContaining("whisper-tiny.en");
  }

  @Test
  void filesOfAnotherModelAreRefused(@TempDir Path source, @TempDir Path target) throws Exception {
    Files.write(
        source.resolve("model.bin"),
        new byte[] {6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    Files.copy(WhisperFixture.source().resolve("tokenizer.json"), source.resolve("tokenizer.json"));

    assertThatThrownBy(() -> new WhisperAssembly().assemble(source, target))
        .hasMessageContaining("model.bin: not the weights of Whisper tiny.en: it has no variable");
  }

  private static int runs(float[] sound, PassOptions options) {
    float[] padded = followedBySilence(sound, 160);
    try (Pass pass = model.begin(LogMel.of(padded, 0, padded.length), options)) {
      while (pass.step()) {
        // Each step is a run of the decoder.
      }
      return pass.decoderRuns();
    }
  }

  private static Transcript recognised(String name) {
    return model.transcribe(followedBySilence(recording(name), 500), GREEDY);
  }
}
