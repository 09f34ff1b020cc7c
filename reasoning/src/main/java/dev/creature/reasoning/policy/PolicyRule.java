package dev.creature.reasoning.policy;

import dev.creature.actors.intent.Permission;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A line of a rule file.
 *
 * @param reason as written, or made from the conditions
 */
record PolicyRule(
    Permission permission, List<Predicate<PolicyQuestion>> conditions, String reason) {
  private static final Set<String> REVERSIBILITIES = Set.of("reversible", "costly", "irreversible");
  private static final Set<String> ASKERS = Set.of("owner", "unpaired", "own-voice");

  PolicyRule {
    conditions = List.copyOf(conditions);
  }

  boolean fits(PolicyQuestion question) {
    return conditions.stream().allMatch(condition -> condition.test(question));
  }

  /**
   * Reads a line.
   *
   * @param where the file and the number of the line, for the message
   * @throws BadPolicy when it says nothing that is understood
   */
  static PolicyRule read(String line, String where) {
    int because = line.indexOf("because:");
    String rule = (because < 0 ? line : line.substring(0, because)).strip();
    String[] words = rule.split("\\s+");
    Permission permission =
        switch (words[0]) {
          case "allow" -> Permission.ALLOW;
          case "confirm" -> Permission.CONFIRM;
          case "deny" -> Permission.DENY;
          default ->
              throw new BadPolicy(
                  where + ": a rule begins with allow, confirm or deny, not \"" + words[0] + "\"");
        };
    List<Predicate<PolicyQuestion>> conditions = new ArrayList<>();
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      conditions.add(condition(word, where));
    }
    String reason = because < 0 ? rule : line.substring(because + "because:".length()).strip();
    return new PolicyRule(permission, conditions, reason);
  }

  private static Predicate<PolicyQuestion> condition(String word, String where) {
    int equals = word.indexOf('=');
    if (equals < 1 || equals == word.length() - 1) {
      throw new BadPolicy(where + ": a condition is name=value, not \"" + word + "\"");
    }
    String value = word.substring(equals + 1).toLowerCase(Locale.ROOT);
    Set<String> values = Set.copyOf(Arrays.asList(value.split(",")));
    return switch (word.substring(0, equals)) {
      case "who" -> {
        known(values, ASKERS, where);
        yield question -> values.contains(question.who().label());
      }
      case "reversibility" -> {
        known(values, REVERSIBILITIES, where);
        yield question -> values.contains(question.reversibility().name().toLowerCase(Locale.ROOT));
      }
      case "verb" ->
          question ->
              values.contains(question.task().verb())
                  || values.contains(question.task().verb().split(" ", 2)[0]);
      case "object" ->
          question ->
              question
                  .task()
                  .object()
                  .filter(object -> Arrays.stream(object.split(" ")).anyMatch(values::contains))
                  .isPresent();
      case "place" -> question -> values.contains(question.place().toLowerCase(Locale.ROOT));
      case "time" -> between(value, where);
      default ->
          throw new BadPolicy(
              where
                  + ": there is no condition \""
                  + word.substring(0, equals)
                  + "\"; use who, reversibility, verb, object, place or time");
    };
  }

  private static void known(Set<String> values, Set<String> allowed, String where) {
    for (String value : values) {
      if (!allowed.contains(value)) {
        throw new BadPolicy(
            where
                + ": \""
                + value
                + "\" is not one of "
                + String.join(", ", allowed.stream().sorted().toList()));
      }
    }
  }

  private static Predicate<PolicyQuestion> between(String value, String where) {
    String[] ends = value.split("-", 2);
    try {
      LocalTime from = LocalTime.parse(ends[0]);
      LocalTime to = LocalTime.parse(ends.length < 2 ? "" : ends[1]);
      return question -> {
        boolean after = !question.time().isBefore(from);
        boolean before = question.time().isBefore(to);
        // A span over midnight has its end before its beginning.
        return from.isBefore(to) ? after && before : after || before;
      };
    } catch (DateTimeParseException _) {
      throw new BadPolicy(where + ": a time is like 22:00-07:00, not \"" + value + "\"");
    }
  }
}
