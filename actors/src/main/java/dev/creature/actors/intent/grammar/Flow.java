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

  /** Something was told or asked since the last clause. */
  boolean told;

  /** With a word of surprise or doubt: "oh", "well". */
  boolean misgiving;

  /** The words just before corrected a deed without naming its verb. */
  boolean corrected;

  /** Behind the end of a sentence. */
  boolean ended;

  /** A reason was told behind "wait" or "no", and nothing in its place. */
  boolean unresolved;

  /** What was just said before a correction takes back, when only a reason follows: "wait". */
  boolean firm;

  /** One of several things was just taken back; a reason may follow. */
  boolean dismissed;

  boolean polite;

  /** The thing that was just named alone: "the ketchup, the mayo, bring the mayo". */
  String named = "";

  String manner = "";

  /** Where something was said to be, in a word: "I left it upstairs". */
  String where = "";

  /** "from the shelf", said before the clause that it belongs to. */
  Optional<Place> fronted = Optional.empty();

  /** A mark, or a pause. */
  void mark(Sentence s, int i) {
    paused = true;
    hesitant |= s.at(i).equals(Token.HESITATION) || s.word(i + 1).equals("well");
    if (s.at(i).endsSentence()) {
      joined = false;
      ended = true;
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

  /** Gives a clause what was said in front of it. */
  void furnish(Draft draft) {
    if (!manner.isEmpty()) {
      draft.arguments.putIfAbsent("manner", manner);
    }
    fronted.ifPresent(draft.places::add);
    fronted = Optional.empty();
    manner = "";
  }

  boolean corrects() {
    return repairing || rejected;
  }

  /** A statement begins, behind a word of doubt or not. */
  void hear(boolean doubtful) {
    told = true;
    misgiving |= doubtful;
  }

  /** A statement has ended, which may be the reason why something else is meant. */
  void tell() {
    joined = false;
    paused = false;
    pending |= repairing;
    repairing = false;
  }

  /** The correction has come, or all was taken back. */
  void settle() {
    repairing = false;
    rejected = false;
    pending = false;
    unresolved = false;
    firm = false;
  }

  /** A clause or its correction has been read. */
  void begin() {
    settle();
    hesitant = false;
    paused = false;
    corrected = false;
    told = false;
    ended = false;
    dismissed = false;
    misgiving = false;
    named = "";
  }
}
