package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads what names a thing to take it back or to keep only it: "forget the pepper". */
final class Dismissals {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Comments comments;

  Dismissals(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comments = new Comments(lexicon, phrases);
  }

  /**
   * Reads, and changes the drafts.
   *
   * @return behind the words, or {@code i} when they dismiss nothing
   */
  int dismissed(Sentence s, int i, Drafts drafts, boolean repairing) {
    int only = only(s, i);
    if (only > i && !drafts.isEmpty()) {
      Optional<Span<NounPhrase>> kept = named(s, only);
      return kept.isPresent() && drafts.selection().keepOnly(kept.get().value())
          ? kept.get().end()
          : i;
    }
    if (isNone(s, i, drafts)) {
      return i + 2;
    }
    int length = lexicon.phrases().at("dismissal", s, i);
    Optional<Span<NounPhrase>> named = length > 0 ? named(s, i + length) : Optional.empty();
    if (named.isEmpty()) {
      return i;
    }
    boolean contrasts = s.word(i).equals("not") && isReplaced(s, named.get().end());
    if (contrasts) {
      return named.get().end();
    }
    if (s.word(i).equals("not") && drafts.isEmpty()) {
      // "Not the regular coffee, hand me the decaf one."
      drafts.mention(named.get().value());
    }
    if (drafts
        .selection()
        .withdrawDoing(lexicon.baseOfGerund(named.get().value().head()).orElse(""))) {
      return named.get().end();
    }
    if (!drafts.isEmpty() && drafts.selection().withdraw(named.get().value())) {
      return named.get().end();
    }
    boolean also = repairing || drafts.isEmpty();
    return also && lexicon.phrases().at("weak dismissal", s, i) == 0 ? named.get().end() : i;
  }

  /** "not the colander, the sieve": another thing follows in its place. */
  private boolean isReplaced(Sentence s, int end) {
    if (s.at(end).kind() == Token.Kind.PAUSE && comments.starts(s, end + 1)) {
      // "not the roses, they got rained on, the tomatoes"
      for (int i = end + 2; i < s.end(end); i++) {
        boolean last =
            s.at(i).kind() == Token.Kind.PAUSE
                && phrases.determines(s.word(i + 1))
                && phrases.noun(s, i + 1).filter(next -> next.end() == s.end(end)).isPresent();
        if (last) {
          return true;
        }
      }
    }
    int next = end + 1;
    int repair = lexicon.phrases().at("repair", s, next);
    next += repair > 0 && s.isBoundary(next + repair) ? repair + 1 : repair;
    return s.isBoundary(end)
        && phrases.determines(s.word(next))
        && phrases.noun(s, next).filter(read -> s.isBoundary(read.end())).isPresent();
  }

  /** "…, so no espressos": takes the thing back. */
  private boolean isNone(Sentence s, int i, Drafts drafts) {
    String before = s.word(i - 1);
    return !drafts.isEmpty()
        && s.word(i).equals("no")
        && s.isBoundary(i + 2)
        && (before.equals("so") || before.equals("then") || before.equals("but"))
        && drafts.selection().withdraw(NounPhrase.noun(s.word(i + 1)));
  }

  private static int only(Sentence s, int i) {
    return s.word(i).equals("only") || s.word(i).equals("just") ? i + 1 : i;
  }

  /** A thing, and nothing more that would belong to it. */
  private Optional<Span<NounPhrase>> named(Sentence s, int i) {
    return phrases
        .noun(s, i)
        .filter(read -> !read.value().pronoun() && read.value().definite())
        .filter(read ->
            s.isBoundary(read.end())
                || lexicon.is("conjunction", s.word(read.end()))
                || lexicon.is("adverb", s.word(read.end()))
                || phrases.startsClause(s, read.end()));
  }
}
