package dev.creature.voiceloop.mouth.reading;

import java.util.regex.Pattern;

/** Takes away what is there for the eye: markdown, pictures, faces drawn with marks. */
final class MarkupRules {
  private static final Pattern FENCE = Letters.pattern("```\\w*");
  private static final Pattern LINE_MARK =
      Letters.pattern("(?m)^\\s*(?:#{1,6}\\s+|>\\s+|[-*+•]\\s+|(?:[-*_]\\s?){3,}$)");

  /** A link; one whose target are phonemes stays, as a way to say how a name is spoken. */
  private static final Pattern LINK =
      Letters.pattern("!?\\[([^\\]\\n]*)\\]\\((?!/[^/)]+/\\))[^)\\n]*\\)");

  private static final Pattern BOLD =
      Letters.pattern("(?<![\\w*])\\*{1,3}(?=\\S)|(?<=\\S)\\*{1,3}(?![\\w*])");
  private static final Pattern UNDERLINE =
      Letters.pattern("(?<![\\w_])_{1,3}(?=[^\\s_])|(?<=[^\\s_])_{1,3}(?![\\w_])");
  private static final Pattern STRUCK = Letters.pattern("~~|`+");
  private static final Pattern TAG = Letters.pattern("</?[a-zA-Z][^<>\\n]{0,80}>");
  private static final Pattern FACE =
      Letters.pattern("(?<![\\w:;=])[:;=8xX][-'o^]?[)(\\]\\[DPpOo/\\\\|3*](?!\\w)|<3+(?!\\d)");

  /** Pictures, flags, skin tones, joiners, private and unassigned characters. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?:[0-9#*]\\uFE0F?\\u20E3)|[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}"
              + "\\p{IsEmoji_Modifier}\\uFE0E\\uFE0F\\u200D\\u20E3\\p{Co}\\p{Cn}\\p{Cs}"
              + "\\x{E0020}-\\x{E007F}&&[^©®™↔]]+");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]+");

  private MarkupRules() {}

  static TracedText apply(TracedText text) {
    return text.replace(CONTROL, " ")
        .replace(FENCE, " ")
        .replace(LINE_MARK, " ")
        .replace(LINK, (match, _) -> match.group(1))
        .replace(TAG, " ")
        .replace(FACE, " ")
        .replace(PICTURE, " ")
        .replace(BOLD, "")
        .replace(UNDERLINE, "")
        .replace(STRUCK, "");
  }
}
