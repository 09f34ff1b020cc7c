package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts right what recognisers get nearly right. Pure. */
final class Hearing {
  private record Rule(boolean start, List<String> heard, List<String> meant) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, String> bySkeleton = new HashMap<>();
  private final Lexicon lexicon;

  Hearing(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (String line : GrammarFile.lines("hearing.txt")) {
      String[] sides = line.split("=>", -1);
      boolean start = sides[0].startsWith("^");
      List<String> heard = List.of(sides[0].replace("^", "").strip().split(" "));
      rules
          .computeIfAbsent(heard.getFirst(), _ -> new ArrayList<>())
          .add(new Rule(start, heard, List.of(sides[1].strip().split(" "))));
    }
    for (String noun : lexicon.common()) {
      bySkeleton.putIfAbsent(skeleton(noun), noun);
    }
  }

  /** The sentence with what was meant, and without stutters. */
  Sentence corrected(Sentence s) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < s.size()) {
      Optional<Rule> rule = rule(s, i);
      if (rule.isPresent()) {
        rule.get().meant().forEach(word -> tokens.add(new Token(word, Token.Kind.WORD)));
        i += rule.get().heard().size();
      } else {
        tokens.add(s.at(i));
        i++;
      }
    }
    return fluent(tokens);
  }

  /** The same of words that are known, and not from a recogniser: nothing is put right. */
  Sentence asWritten(Sentence s) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      tokens.add(s.at(i));
    }
    return fluent(tokens);
  }

  private Sentence fluent(List<Token> tokens) {
    return polite(new Sentence(withoutStutter(withoutFillers(new Sentence(withVerbs(tokens))))));
  }

  /** "pull, please, the drawer", "into the blender, please, pour the milk": one breath. */
  private Sentence polite(Sentence s) {
    Sentence rest = s;
    for (int i = 1; i + 2 < rest.size(); i++) {
      boolean between =
          rest.word(i).equals("please")
              && rest.at(i - 1).kind() == Token.Kind.PAUSE
              && rest.at(i + 1).kind() == Token.Kind.PAUSE;
      if (between && lexicon.startsVerb(rest.word(i + 2))) {
        rest = rest.without(i, i + 2);
      } else if (between && i == 2 && lexicon.startsVerb(rest.word(0))) {
        rest = rest.without(i + 1, i + 2).without(i - 1, i);
      }
    }
    return rest;
  }

  /** In "my phone's dead" the s is a verb, in "my phone's charger" it is none. */
  private List<Token> withVerbs(List<Token> tokens) {
    Sentence s = new Sentence(tokens);
    List<Token> written = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      String word = s.word(i);
      String next = s.word(i + 1);
      boolean noun = !next.isEmpty() && (lexicon.isListedPhysical(next) || lexicon.isThing(next));
      boolean told =
          word.endsWith("'s")
              && word.length() > 2
              && (lexicon.is("article", next)
                  || lexicon.is("preposition", next)
                  || next.equals("not")
                  || lexicon.baseOfGerund(next).isPresent()
                  || next.equals("been")
                  || next.equals("got")
                  || next.equals("gone")
                  || (!noun
                      && !next.isEmpty()
                      && s.isBoundary(i + 2)
                      && lexicon.isThing(word.substring(0, word.length() - 2))));
      boolean has = word.equals("is") && i > 0 && isPerfect(next);
      if (told) {
        written.add(new Token(word.substring(0, word.length() - 2), Token.Kind.WORD));
        written.add(new Token(isPerfect(next) ? "has" : "is", Token.Kind.WORD));
      } else if (has) {
        // "he's got one on his belt"
        written.add(new Token("has", Token.Kind.WORD));
      } else {
        written.add(s.at(i));
      }
    }
    return written;
  }

  /** "he's got", "it's been". */
  private static boolean isPerfect(String next) {
    return next.equals("got") || next.equals("been");
  }

  /** Fillers are pauses, and pauses are one. */
  private List<Token> withoutFillers(Sentence s) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < s.size()) {
      int length = lexicon.phrases().at("filler", s, i);
      boolean said =
          length > 0
              && lexicon.phrases().at("repair", s, i) <= length
              && !lexicon.is("auxiliary", s.word(i - 1))
              && !lexicon.is("measure", s.word(i - 1))
              && !lexicon.is("question", s.word(i - 1));
      Token token =
          said
              ? lexicon.phrases().at("hesitation", s, i) > 0 ? Token.HESITATION : Token.COMMA
              : s.at(i);
      boolean again =
          token.kind() == Token.Kind.PAUSE
              && !tokens.isEmpty()
              && tokens.getLast().kind() == Token.Kind.PAUSE;
      if (again && token.equals(Token.HESITATION)) {
        tokens.set(tokens.size() - 1, token);
      } else if (!again) {
        tokens.add(token);
      }
      i += said ? length : 1;
    }
    return tokens;
  }

  /** The common thing that sounds like this unknown noun. */
  Optional<String> soundsLike(String noun) {
    if (noun.length() < 3 || noun.length() > 9) {
      return Optional.empty();
    }
    return Optional.ofNullable(bySkeleton.get(skeleton(noun))).filter(meant -> !meant.equals(noun));
  }

  private Optional<Rule> rule(Sentence s, int i) {
    for (Rule rule : rules.getOrDefault(s.word(i), List.of())) {
      boolean start =
          !s.at(i - 1).isWord()
              || lexicon.is("conjunction", s.word(i - 1))
              || s.word(i - 1).equals("please")
              || s.word(i - 1).equals("you")
              || s.word(i - 1).equals("robot");
      boolean fits = start || !rule.start();
      for (int k = 0; k < rule.heard().size() && fits; k++) {
        fits = s.word(i + k).equals(rule.heard().get(k));
      }
      if (fits) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** "could you, could you get me the, the scissors" says each once. */
  private List<Token> withoutStutter(List<Token> tokens) {
    List<Token> said = new ArrayList<>(tokens);
    for (int length = 4; length >= 1; length--) {
      int i = 0;
      while (i + 2 * length <= said.size()) {
        int second = i + length;
        boolean pause = second < said.size() && said.get(second).kind() == Token.Kind.PAUSE;
        int again = pause ? second + 1 : second;
        if (pause && isCry(said, again)) {
          // "carry it to, oh, to the van"
          again += 2;
        }
        // In "forget it, it is clean" and "dry it it is wet" the second begins another clause.
        boolean begins =
            (pause || (i > 0 && lexicon.startsVerb(said.get(i - 1).word())))
                && length == 1
                && again + 1 < said.size()
                && lexicon.is("auxiliary", said.get(again + 1).word());
        if (!begins && repeats(said, i, again, length)) {
          said.subList(i, again).clear();
        } else {
          i++;
        }
      }
    }
    return said;
  }

  private static boolean isCry(List<Token> tokens, int at) {
    boolean cry =
        at + 1 < tokens.size()
            && switch (tokens.get(at).word()) {
              case "oh", "ah", "well", "now" -> true;
              default -> false;
            };
    return cry && tokens.get(at + 1).kind() == Token.Kind.PAUSE;
  }

  private static boolean repeats(List<Token> tokens, int first, int again, int length) {
    if (again + length > tokens.size()) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      Token token = tokens.get(first + k);
      boolean digit = !token.word().isEmpty() && Character.isDigit(token.word().charAt(0));
      if (!token.isWord() || digit || !token.equals(tokens.get(again + k))) {
        return false;
      }
    }
    return true;
  }

  /** What is left of a word when vowels and voicing are not heard. */
  private static String skeleton(String word) {
    StringBuilder sounds = new StringBuilder();
    for (char letter : word.toLowerCase(Locale.ROOT).toCharArray()) {
      char sound =
          switch (letter) {
            case 'b' -> 'p';
            case 'd' -> 't';
            case 'g', 'c', 'q' -> 'k';
            case 'v' -> 'f';
            case 'z' -> 's';
            case 'r' -> 'l';
            case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w' -> ' ';
            default -> letter;
          };
      if (sound != ' ' && (sounds.isEmpty() || sounds.charAt(sounds.length() - 1) != sound)) {
        sounds.append(sound);
      }
    }
    return sounds.length() < 2 ? word : word.charAt(0) + "-" + sounds;
  }
}
