package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.recognition.PartialTranscript;
import dev.creature.voiceloop.recognition.RecognizedTurn;
import dev.creature.voiceloop.recognition.StreamingRecognizer;
import dev.creature.voiceloop.recognition.TurnTranscript;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Recognition by Whisper, while the turn is spoken. */
record WhisperRecognition(StreamingRecognizer recognizer) implements Recognition {
  @Override
  public Turn begin(String conversation, Consumer<PartialTranscript> partial) {
    RecognizedTurn turn = recognizer.begin(conversation, partial);
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
