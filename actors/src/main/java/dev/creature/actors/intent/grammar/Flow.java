package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** What the words so far let expect of the next ones. Mutable; lives within one reading. */
final class Flow {
  /** Something else is meant: what follows takes the place of what was said. */
  boolean repairing;

  /** The last deed is not meant, even when nothing follows in its place. */
  boolean rejected;

  /** Something else was meant, and only the reason was said so far. */
  boolean pending;

  /** Joined to the clause before by "and" or "then". */
  boolean joined;

  /** Behind a mark. */
  boolean paused;

  /** Behind the sound of somebody who looks for a word. */
  boolean hesitant;

  /** The words just before corrected a deed without naming its verb. */
  boolean corrected;

  boolean polite;

  /** The thing that was just named alone: "the ketchup, the mayo, bring the mayo". */
  String named = "";

  String manner = "";

  /** "from the shelf", said before the clause that it belongs to. */
  Optional<Place> fronted = Optional.empty();

  /** A mark, or a pause. */
  void mark(Sentence s, int i) {
    paused = true;
    hesitant |= s.at(i).equals(Token.HESITATION) || s.word(i + 1).equals("well");
    if (s.at(i).endsSentence()) {
      joined = false;
      polite = false;
    }
  }

  /** A word before a clause: "and", "please", "carefully". */
  void open(String word, boolean isManner) {
    joined |=
        switch (word) {
          case "and", "plus", "as", "then", "also" -> true;
          default -> false;
        };
    polite |= word.equals("please");
    manner = isManner ? word : manner;
  }

  boolean corrects() {
    return repairing || rejected;
  }

  /** The correction has come, or all was taken back. */
  void settle() {
    repairing = false;
    rejected = false;
    pending = false;
  }

  /** A clause or its correction has been read. */
  void begin() {
    settle();
    hesitant = false;
    paused = false;
    corrected = false;
    named = "";
  }
}
