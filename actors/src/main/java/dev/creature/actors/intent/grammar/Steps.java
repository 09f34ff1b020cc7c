package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads steps and turns that are taken: "take two steps back". Pure. */
final class Steps {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Steps(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** "take a left", "take two steps back". */
  Optional<Span<Draft>> begun(Sentence s, int from) {
    if (!s.word(from).equals("take") && !s.word(from).equals("make")) {
      return Optional.empty();
    }
    int i = from + 1;
    String count = s.word(i);
    while (lexicon.is("article", s.word(i))
        || lexicon.isNumber(s.word(i))
        || s.word(i).equals("another")
        || (lexicon.names("adjective", s.word(i)) && !ClauseReader.isSide(s.word(i)))) {
      i++;
    }
    if (i == from + 1 && !ClauseReader.isSide(s.word(i))) {
      return Optional.empty();
    }
    if (ClauseReader.isSide(s.word(i))
        && (s.isBoundary(i + 1)
            || phrases.isFunctionWord(s.word(i + 1))
            || s.word(i + 1).equals("turn"))) {
      Draft draft = new Draft(lexicon.verb("turn").orElseThrow());
      draft.setDirection(s.word(i));
      int next = s.word(i + 1).equals("turn") ? i + 2 : i + 1;
      return Optional.of(new Span<>(draft, next));
    }
    if (s.word(i).equals("step") || s.word(i).equals("steps")) {
      Draft draft = new Draft(lexicon.verb("step").orElseThrow());
      draft.arguments.put("distance", (lexicon.isNumber(count) ? count + " " : "") + s.word(i));
      return Optional.of(new Span<>(draft, i + 1));
    }
    return Optional.empty();
  }
}
