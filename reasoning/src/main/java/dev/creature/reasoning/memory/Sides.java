package dev.creature.reasoning.memory;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns what one says of oneself into what another says of one. Pure. */
final class Sides {
  private static final Pattern SELF =
      Pattern.compile("(?i)\\b(I am|I'm|I was|I've|I|me|my|mine|myself|we are|we|our|ours|us)\\b");
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("i am", "you are"),
          Map.entry("i'm", "you're"),
          Map.entry("i was", "you were"),
          Map.entry("i've", "you've"),
          Map.entry("i", "you"),
          Map.entry("me", "you"),
          Map.entry("my", "your"),
          Map.entry("mine", "yours"),
          Map.entry("myself", "yourself"),
          Map.entry("we are", "you are"),
          Map.entry("we", "you"),
          Map.entry("our", "your"),
          Map.entry("ours", "yours"),
          Map.entry("us", "you"));

  private Sides() {}

  static String turned(String words) {
    return SELF.matcher(words).replaceAll(Sides::other);
  }

  private static String other(MatchResult match) {
    String self = match.group(1);
    return OTHER.getOrDefault(self.toLowerCase(java.util.Locale.ROOT), self);
  }
}
