package dev.creature.voiceloop.script;

import java.io.IOException;
import java.nio.file.Path;

/** Where in a recording somebody speaks, as delays of scripted conversations are measured by it. */
public final class SpokenFrames {
  /** Milliseconds of a frame. */
  public static final int FRAME_MILLIS = 10;

  private SpokenFrames() {}

  /**
   * For each frame whether it holds speech: what the judge takes for it, cut to where there is
   * sound.
   *
   * @throws dev.creature.voiceloop.audio.BadAudio when the file is no recording
   * @throws IOException when it cannot be read
   */
  public static boolean[] of(Path file, SpeechJudge judge) throws IOException {
    return RecordingFile.load(file, judge).speech();
  }
}
