package dev.creature.models.whisper;

import dev.creature.models.mel.MelFeatures;
import java.util.Optional;

/**
 * One guarded recognition of a window, a step at a time; give up between steps by closing it.
 * Belongs to one thread at a time.
 */
public final class Recognition implements AutoCloseable {
  private final WhisperModel model;
  private final MelFeatures sound;
  private final PassOptions options;
  private Optional<Pass> pass = Optional.empty();
  private boolean retried;

  Recognition(WhisperModel model, MelFeatures sound, PassOptions options) {
    this.model = model;
    this.sound = sound;
    this.options = options;
  }

  /**
   * Runs the encoder at first, then the decoder once.
   *
   * @return whether another step is needed
   */
  public boolean step() {
    if (pass.isEmpty()) {
      pass = Optional.of(model.begin(sound, options));
      return true;
    }
    Pass current = pass.get();
    if (current.step()) {
      return true;
    }
    if (!current.transcript().looped() || retried) {
      return false;
    }
    // The decoder has lost its place: once more, and this time it may not go round in circles.
    retried = true;
    current.close();
    pass = Optional.of(model.begin(sound, options.withoutRepetition()));
    return true;
  }

  /**
   * What was said, complete when {@link #step} has returned false. {@link Transcript#SILENCE} when
   * the words were most likely made up, and, where the times of words are wanted, without those at
   * the end that nobody had the time to say; what the options give as prefix was said in any case.
   */
  public Transcript transcript() {
    return pass.map(Pass::transcript)
        .map(this::withoutCollapsedTail)
        .filter(transcript -> !options.prefix().isEmpty() || SpeechGuard.trusts(transcript))
        .orElse(Transcript.SILENCE);
  }

  private Transcript withoutCollapsedTail(Transcript transcript) {
    int said = CollapsedTail.wordsSaid(transcript.words());
    if (said == transcript.words().size()) {
      return transcript;
    }
    int tokens = Math.max(transcript.words().get(said).firstToken(), options.prefix().size());
    return transcript.startingWith(tokens, model.vocabulary());
  }

  @Override
  public void close() {
    pass.ifPresent(Pass::close);
  }
}
