package dev.creature.voiceloop.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.Lane;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.Assembled;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperAssembly;
import dev.creature.models.whisper.WhisperModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecognizedTurnTest {
  private static final String ASK_NOT =
      "and so my fellow americans ask not what your country can do for you"
          + " ask what you can do for your country";

  private static InferenceRuntime runtime;
  private static StreamingRecognizer recognizer;

  @BeforeAll
  static void open() throws Exception {
    ModelFolder models = ModelFolder.ofUser();
    assumeTrue(
        Files.isRegularFile(models.source(WhisperAssembly.MODEL_ID).resolve("model.bin")),
        "skipped: whisper-tiny.en is not in " + models.root() + "; run ./creature models pull");
    Assembled.ensure(models, WhisperAssembly.MODEL_ID, new WhisperAssembly());
    runtime = InferenceRuntime.start(new RuntimeSettings(2, 2));
    recognizer =
        new StreamingRecognizer(new Recognizer(WhisperModel.open(runtime, models)), runtime.pool());
  }

  @AfterAll
  static void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void understandsTheTurnWhileItIsSpokenAndNeverTakesTheStablePartBack() throws Exception {
    float[] sound = recording();
    BlockingQueue<PartialTranscript> partials = new LinkedBlockingQueue<>();
    String stable = "";
    try (RecognizedTurn turn = recognizer.begin("a", partials::add)) {
      for (int second = 0; second < 11; second++) {
        feed(turn, sound, second * 16_000, (second + 1) * 16_000);
        // Goes on once this second was understood; a faster feeder would only get fewer partials.
        if (second > 0 && second != 3 && second != 5) {
          PartialTranscript partial = partials.poll(30, TimeUnit.SECONDS);
          assertThat(partial).as("partial after second %d", second).isNotNull();
          assertThat(partial.text()).startsWith(stable);
          stable = partial.stableText();
        }
      }

      TurnTranscript result = turn.finish().toCompletableFuture().join();

      assertThat(plain(result.text())).isEqualTo(ASK_NOT);
      assertThat(result.text()).startsWith(stable);
      assertThat(result.heardMillis()).isEqualTo(sound.length / 16);
      assertThat(stable.length()).isGreaterThan(30);
      assertThat(result.words()).hasSize(22);
      assertThat(result.words().get(5).startMillis()).as("ask").isBetween(3200L, 3360L);
    }
  }

  @Test
  void mayGoOnAfterItWasFinished() {
    float[] sound = recording();
    try (RecognizedTurn turn = recognizer.begin("b", _ -> {})) {
      feed(turn, sound, 0, 8 * 16_000);
      String half = turn.finish().toCompletableFuture().join().text();
      feed(turn, sound, 8 * 16_000, sound.length);
      String whole = turn.finish().toCompletableFuture().join().text();

      assertThat(plain(half)).isEqualTo(ASK_NOT.substring(0, ASK_NOT.indexOf(" ask what")));
      assertThat(plain(whole)).isEqualTo(ASK_NOT);
    }
  }

  @Test
  void looksLessOftenWhileOthersWaitForTheModels() throws Exception {
    CountDownLatch others = new CountDownLatch(1);
    InferencePool pool = runtime.pool();
    for (int i = 0; i <= pool.threadCount(); i++) {
      pool.submit(Lane.SOUND, "others " + i, () -> others.await(10, TimeUnit.SECONDS));
    }
    try (RecognizedTurn turn = recognizer.begin("busy", _ -> {})) {
      feed(turn, recording(), 0, 16_000 * 900 / 1000);
      assertThat(pool.queued(Lane.HEARING)).isZero();
      feed(turn, recording(), 16_000 * 900 / 1000, 16_000);
      assertThat(pool.queued(Lane.HEARING)).isEqualTo(1);
    } finally {
      others.countDown();
    }
  }

  @Test
  void finishingTwiceGivesTheSameResultOnce() {
    try (RecognizedTurn turn = recognizer.begin("c", _ -> {})) {
      feed(turn, recording(), 0, 3 * 16_000);
      TurnTranscript first = turn.finish().toCompletableFuture().join();

      CompletableFuture<TurnTranscript> second = turn.finish().toCompletableFuture();
      assertThat(second).isCompleted();
      assertThat(second.join()).isSameAs(first);
    }
  }

  @Test
  void anEmptyOrSilentTurnHasNoWords() {
    try (RecognizedTurn turn = recognizer.begin("d", _ -> {})) {
      assertThat(turn.finish().toCompletableFuture().join().text()).isEmpty();
      turn.accept(new float[40_000]);
      assertThat(turn.finish().toCompletableFuture().join().text()).isEmpty();
    }
  }

  @Test
  void closingCancelsWhatNobodyWaitsForAnyMore() {
    RecognizedTurn turn = recognizer.begin("e", _ -> {});
    feed(turn, recording(), 0, 10 * 16_000);
    var result = turn.finish().toCompletableFuture();
    turn.close();

    assertThatThrownBy(result::join)
        .isInstanceOfAny(CancellationException.class, CompletionException.class);
    assertThat(turn.finish().toCompletableFuture()).isCancelled();
  }

  @Test
  void turnsSpokenAtTheSameTimeDoNotMix() {
    float[] sound = recording();
    List<RecognizedTurn> turns =
        List.of(recognizer.begin("f", _ -> {}), recognizer.begin("g", _ -> {}));
    feed(turns.getFirst(), sound, 0, sound.length);
    feed(turns.getLast(), sound, 8 * 16_000, sound.length);

    assertThat(plain(turns.getFirst().finish().toCompletableFuture().join().text()))
        .isEqualTo(ASK_NOT);
    assertThat(plain(turns.getLast().finish().toCompletableFuture().join().text()))
        .isEqualTo("ask what you can do for your country");
    turns.forEach(RecognizedTurn::close);
  }

  @Test
  void aTurnOfAMinuteKeepsItsWords() {
    float[] sound = recording();
    try (RecognizedTurn turn = recognizer.begin("h", _ -> {})) {
      for (int round = 0; round < 4; round++) {
        feed(turn, sound, 0, sound.length);
        turn.accept(new float[8_000]);
        // Lets the recogniser catch up: in a conversation sound comes in real time.
        turn.finish().toCompletableFuture().join();
      }
      TurnTranscript result = turn.finish().toCompletableFuture().join();

      assertThat(plain(result.text())).isEqualTo((ASK_NOT + " ").repeat(4).strip());
    }
  }

  private static void feed(RecognizedTurn turn, float[] sound, int from, int to) {
    for (int i = from; i < to; i += 320) {
      turn.accept(Arrays.copyOfRange(sound, i, Math.min(i + 320, to)));
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
  }

  private static float[] recording() {
    try (InputStream in =
        Objects.requireNonNull(
            RecognizedTurnTest.class.getResourceAsStream("/audio/ask-not.wav"))) {
      byte[] bytes = in.readAllBytes();
      ShortBuffer shorts =
          ByteBuffer.wrap(bytes, 44, bytes.length - 44)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      float[] samples = new float[shorts.remaining()];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = shorts.get(i) / 32_768f;
      }
      return samples;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
