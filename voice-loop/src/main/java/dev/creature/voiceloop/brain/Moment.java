package dev.creature.voiceloop.brain;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the clock says, in words for the prompt. */
final class Moment {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("h:mm a 'on' EEEE, MMMM d, uuuu", Locale.US);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)\\b(what('s| is)? (the )?(time|day|date|year|month)|time is it|the time\\b|what day"
              + "|what date|what year|what month|today's date|o'clock|day of the week"
              + "|(date|day) (is )?(it|today|tomorrow))\\b");

  private Moment() {}

  /** Such as "Sunday morning". */
  static String rough(ZonedDateTime now) {
    return WEEKDAY.format(now) + " " + daypart(now);
  }

  /** Morning, afternoon, evening or night. */
  static String daypart(ZonedDateTime now) {
    int hour = now.getHour();
    return hour < 5 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  }

  /** Whether the answer is on the clock. */
  static boolean asked(String userText) {
    return ASKS.matcher(userText).find();
  }

  /** The user's words, with the clock's beside them where they ask for it. */
  static String noted(String userText, ZonedDateTime now) {
    return asked(userText) ? userText + " (It is " + EXACT.format(now) + ".)" : userText;
  }
}
