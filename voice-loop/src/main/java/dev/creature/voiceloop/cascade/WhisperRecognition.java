package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.recognition.RecognizedTurn;
import dev.creature.voiceloop.recognition.StreamingRecognizer;
import dev.creature.voiceloop.recognition.TurnTranscript;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Recognition by Whisper, while the turn is spoken. */
record WhisperRecognition(StreamingRecognizer recognizer) implements Recognition {
  @Override
  public Turn begin(String conversation, BiConsumer<String, Integer> partial) {
    RecognizedTurn turn =
        recognizer.begin(
            conversation, result -> partial.accept(result.text(), result.stableCharacters()));
    return new Turn() {
      @Override
      public void accept(float[] samples) {
        turn.accept(samples);
      }

      @Override
      public CompletionStage<String> finish() {
        return turn.finish().thenApply(TurnTranscript::text);
      }

      @Override
      public void close() {
        turn.close();
      }
    };
  }
}
