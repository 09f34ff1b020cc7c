package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.Reversibility;
import java.util.Optional;

/**
 * Reads whole sentences without a verb that ask for a deed: "lights off", "to the kitchen, please",
 * "a glass of water, please". Pure.
 */
final class ScrapReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Measures measures;

  ScrapReader(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.measures = new Measures(lexicon);
  }

  /** A sentence that is only that. */
  Optional<Span<Draft>> scrap(Sentence s, int from) {
    if (s.at(from - 1).isWord() && lexicon.phrases().at("opening", s, from - 1) == 0) {
      return Optional.empty();
    }
    Optional<Span<Draft>> way = way(s, from);
    if (way.isPresent()) {
      return way;
    }
    Optional<Span<Draft>> steered = steered(s, from);
    if (steered.isPresent()) {
      return steered;
    }
    Optional<Span<NounPhrase>> read = phrases.noun(s, from);
    if (read.isEmpty() || read.get().value().pronoun()) {
      return Optional.empty();
    }
    return switched(s, read.get()).or(() -> wanted(s, from, read.get()));
  }

  /** "lights off", "the lamp on please", "door open please". */
  private Optional<Span<Draft>> switched(Sentence s, Span<NounPhrase> read) {
    NounPhrase thing = read.value();
    int at = read.end();
    String state = s.word(at);
    boolean device = lexicon.names("device", thing.head()) || thing.head().startsWith("light");
    boolean openable = lexicon.is("openable", thing.head());
    String base =
        switch (state) {
          case "on", "off" -> device ? "turn " + state : "";
          case "open" -> openable ? "open" : "";
          case "closed", "shut" -> openable ? "close" : "";
          default -> "";
        };
    boolean ends = isEnd(s, at + 1) || isAsked(s, at + 1);
    boolean lit = thing.head().startsWith("light") || thing.head().startsWith("lamp");
    boolean only = (lit && base.startsWith("turn")) || isAsked(s, at + 1);
    if (base.isEmpty() || !ends || !only) {
      return Optional.empty();
    }
    Draft draft = new Draft(lexicon.verb(base).orElseThrow());
    draft.setObject(thing);
    draft.polite = true;
    return Optional.of(new Span<>(draft, at + 1));
  }

  /** "a glass of water, please", "the salt please". */
  private Optional<Span<Draft>> wanted(Sentence s, int from, Span<NounPhrase> read) {
    NounPhrase thing = read.value();
    boolean portable =
        (phrases.determines(s.word(from))
                || lexicon.isNumber(s.word(from))
                || s.word(from).equals("another"))
            && (lexicon.names("item", thing.head()) || lexicon.names("food", thing.head()));
    int end = read.end();
    Draft draft = new Draft(lexicon.verb("bring").orElseThrow());
    draft.setObject(thing);
    NounPhrase receiver = NounPhrase.pronoun("me");
    Optional<Span<NounPhrase>> person =
        s.word(end).equals("for")
            ? phrases.noun(s, end + 1).filter(who -> lexicon.names("person", who.value().head()))
            : Optional.empty();
    if (person.isPresent()) {
      receiver = person.get().value();
      end = person.get().end();
    } else {
      Optional<Span<Place>> source = phrases.place(s, end);
      if (source.isPresent() && source.get().value().isSource()) {
        draft.add(source.get().value());
        end = source.get().end();
      }
    }
    int asked = s.at(end).kind() == Token.Kind.PAUSE ? end + 1 : end;
    boolean plain = lexicon.names("food", thing.head()) && s.at(from - 1).equals(Token.NONE);
    draft.recipient = Optional.of(receiver);
    if ((portable || plain) && isAsked(s, asked)) {
      draft.polite = true;
      return Optional.of(new Span<>(draft, asked));
    }
    return Optional.empty();
  }

  /** "to the kitchen, please", "off to bed with you" has no place to go to. */
  private Optional<Span<Draft>> way(Sentence s, int from) {
    int at = s.word(from).equals("off") ? from + 1 : from;
    if (!s.word(at).equals("to")) {
      return Optional.empty();
    }
    Optional<Span<Place>> place =
        phrases
            .place(s, at)
            .filter(read -> lexicon.names("room", read.value().landmark().head()))
            .filter(read -> read.value().landmark().definite());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    int end = place.get().end();
    int asked = s.at(end).kind() == Token.Kind.PAUSE ? end + 1 : end;
    boolean sent = s.word(end).equals("with") && s.word(end + 1).equals("you");
    boolean whole = isEnd(s, end) && s.at(from - 1).equals(Token.NONE);
    if (!isAsked(s, asked) && !sent && !whole) {
      return Optional.empty();
    }
    Draft draft =
        isAsked(s, asked) || sent ? new Draft(lexicon.verb("go").orElseThrow()) : doubted();
    draft.add(place.get().value());
    return Optional.of(new Span<>(draft, sent ? end + 2 : asked));
  }

  /** "forward", "a bit to the left", "two steps back": for somebody who steers. */
  private Optional<Span<Draft>> steered(Sentence s, int from) {
    if (!s.at(from - 1).equals(Token.NONE) && lexicon.phrases().at("opening", s, from - 1) == 0) {
      return Optional.empty();
    }
    Draft draft = doubted();
    int i = from;
    while (s.at(i).isWord()) {
      String word = s.word(i);
      boolean little =
          switch (word) {
            case "a", "bit", "little", "more", "some", "tiny", "just", "your", "please", "the" ->
                true;
            default -> false;
          };
      if (measures.isMeasure(s, i)) {
        i = measures.measure(s, i, draft);
      } else if (lexicon.is("direction", word) && !word.equals("in") && !word.equals("out")) {
        draft.setDirection(word);
        i++;
      } else if (little || (word.equals("to") && i > from)) {
        i++;
      } else {
        return Optional.empty();
      }
    }
    boolean agrees = i == from + 1 && s.word(from).equals("right");
    boolean said = draft.direction.isPresent() && isEnd(s, i) && !agrees;
    return said ? Optional.of(new Span<>(draft, i)) : Optional.empty();
  }

  /** Going somewhere, when the sense is sure that somebody asks for it. */
  private static Draft doubted() {
    return new Draft(new Verb("go", Frame.MOTION, Verb.Evidence.DOUBTED, Reversibility.COSTLY));
  }

  /** "please", at the end. */
  private boolean isAsked(Sentence s, int at) {
    return (s.word(at).equals("please") || s.word(at).equals("now")) && isEnd(s, at + 1);
  }

  private boolean isEnd(Sentence s, int at) {
    return s.isBoundary(at) && s.at(at).kind() != Token.Kind.QUESTION;
  }
}
