package dev.creature.voiceloop.brain;

import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;

/** Fills the facts of a moment into the persona's texts. */
record Facts(String name, ZonedDateTime now) implements UnaryOperator<String> {
  @Override
  public String apply(String text) {
    return text.indexOf('{') < 0
        ? text
        : text.replace("{name}", name)
            .replace("{moment}", Moment.rough(now))
            .replace("{daypart}", Moment.daypart(now))
            .replace("{time}", Moment.time(now))
            .replace("{date}", Moment.date(now))
            .replace("{year}", Integer.toString(now.getYear()));
  }
}
