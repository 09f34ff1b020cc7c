package dev.creature.models.whisper;

import java.util.List;

/** The tokens of Whisper's English-only models. Text tokens are those below {@link #END}. */
final class WhisperTokens {
  /** Ends the text. */
  static final int END = 50256;

  /** Begins every transcript. */
  static final int START = 50257;

  /** Its probability right after {@link #START} is that of there being no speech. */
  static final int NO_SPEECH = 50361;

  /** Asks for text without time stamps. */
  static final int NO_TIMESTAMPS = 50362;

  /** All tokens, time stamps included. */
  static final int COUNT = 51864;

  /** A lone space, which must not begin a transcript. */
  static final int SPACE = 220;

  /** What every transcript starts with. */
  static final List<Integer> PROMPT = List.of(START, NO_TIMESTAMPS);

  /** Signs that stand for sounds, speakers and layout in subtitles, not for what is said. */
  private static final String SUBTITLE_SIGNS = "\"#()*+;<=>@[\\]^_`{|}~¶♪♩♫♬♭♮♯「」『』";

  private WhisperTokens() {}

  /** Whether a token may never be chosen: a control token, or a sign of subtitles alone. */
  static boolean isBarred(int token, Vocabulary vocabulary) {
    if (token >= END) {
      return token != END;
    }
    String text = vocabulary.text(List.of(token));
    if (text.equals(" -") || text.equals(" '")) {
      // Within a word they are as good as letters; before one they mark a new speaker or a quote.
      return true;
    }
    String stripped = text.strip();
    return !stripped.isEmpty()
        && stripped.chars().allMatch(character -> SUBTITLE_SIGNS.indexOf(character) >= 0);
  }
}
