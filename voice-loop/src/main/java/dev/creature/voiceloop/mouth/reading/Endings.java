package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.VoiceModel.Accent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that end in -s, -ed or -ing, read from the word without the ending. */
final class Endings {
  private static final String FLAPPING = "AIOWYiuæɑəɛɪɹʊʌ";
  private static final Pattern DOUBLED = Letters.pattern("([bcdgklmnprstvxz])\\1ing$|cking$");

  private final Lexicon lexicon;
  private final boolean british;

  Endings(Lexicon lexicon, Accent accent) {
    this.lexicon = lexicon;
    this.british = accent == Accent.BRITISH;
  }

  /** Phonemes with a plural or possessive ending. */
  String withS(String stem) {
    char last = last(stem);
    if ("ptkfθ".indexOf(last) >= 0) {
      return stem + "s";
    }
    if ("szʃʒʧʤ".indexOf(last) >= 0) {
      return stem + (british ? "ɪ" : "ᵻ") + "z";
    }
    return stem + "z";
  }

  /** Phonemes with the ending of the past. */
  String withEd(String stem) {
    char last = last(stem);
    if ("pkfθʃsʧ".indexOf(last) >= 0) {
      return stem + "t";
    }
    if (last == 'd') {
      return stem + (british ? "ɪ" : "ᵻ") + "d";
    }
    if (last != 't') {
      return stem + "d";
    }
    if (british || stem.length() < 2) {
      return stem + "ɪd";
    }
    return flaps(stem) ? withoutLast(stem) + "ɾᵻd" : stem + "ᵻd";
  }

  /** Phonemes with -ing, or null where it needs an entry of its own. */
  @Nullable String withIng(String stem) {
    if (british) {
      return "əː".indexOf(last(stem)) >= 0 ? null : stem + "ɪŋ";
    }
    return last(stem) == 't' && flaps(stem) ? withoutLast(stem) + "ɾɪŋ" : stem + "ɪŋ";
  }

  @Nullable String readS(String word, String tag, double stress, NextSound next) {
    if (word.length() < 3 || !word.endsWith("s")) {
      return null;
    }
    String stem;
    if (!word.endsWith("ss") && lexicon.knows(cut(word, 1))) {
      stem = cut(word, 1);
    } else if ((word.endsWith("'s")
            || (word.length() > 4 && word.endsWith("es") && !word.endsWith("ies")))
        && lexicon.knows(cut(word, 2))) {
      stem = cut(word, 2);
    } else if (word.length() > 4 && word.endsWith("ies") && lexicon.knows(cut(word, 3) + "y")) {
      stem = cut(word, 3) + "y";
    } else {
      return null;
    }
    String phonemes = lexicon.lookup(stem, tag, stress, next);
    return phonemes == null || phonemes.isEmpty() ? null : withS(phonemes);
  }

  @Nullable String readEd(String word, String tag, double stress, NextSound next) {
    if (word.length() < 4 || !word.endsWith("d")) {
      return null;
    }
    String stem;
    if (!word.endsWith("dd") && lexicon.knows(cut(word, 1))) {
      stem = cut(word, 1);
    } else if (word.length() > 4
        && word.endsWith("ed")
        && !word.endsWith("eed")
        && lexicon.knows(cut(word, 2))) {
      stem = cut(word, 2);
    } else {
      return null;
    }
    String phonemes = lexicon.lookup(stem, tag, stress, next);
    return phonemes == null || phonemes.isEmpty() ? null : withEd(phonemes);
  }

  @Nullable String readIng(String word, String tag, double stress, NextSound next) {
    if (word.length() < 5 || !word.endsWith("ing")) {
      return null;
    }
    String stem;
    if (word.length() > 5 && lexicon.knows(cut(word, 3))) {
      stem = cut(word, 3);
    } else if (lexicon.knows(cut(word, 3) + "e")) {
      stem = cut(word, 3) + "e";
    } else if (word.length() > 5 && DOUBLED.matcher(word).find() && lexicon.knows(cut(word, 4))) {
      stem = cut(word, 4);
    } else {
      return null;
    }
    String phonemes = lexicon.lookup(stem, tag, stress, next);
    return phonemes == null || phonemes.isEmpty() ? null : withIng(phonemes);
  }

  private static boolean flaps(String stem) {
    return stem.length() > 1 && FLAPPING.indexOf(stem.charAt(stem.length() - 2)) >= 0;
  }

  private static char last(String stem) {
    return stem.charAt(stem.length() - 1);
  }

  private static String withoutLast(String stem) {
    return cut(stem, 1);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
