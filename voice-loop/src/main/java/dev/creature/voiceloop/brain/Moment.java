package dev.creature.voiceloop.brain;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the clock says, in words for the prompt and for the creature. */
final class Moment {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);

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

  /** Such as "3:05 PM". */
  static String time(ZonedDateTime now) {
    return TIME.format(now);
  }

  /** Such as "Sunday, November 22". */
  static String date(ZonedDateTime now) {
    return DATE.format(now);
  }
}
