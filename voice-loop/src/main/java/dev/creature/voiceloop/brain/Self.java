package dev.creature.voiceloop.brain;

import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;

/**
 * The persona with the facts of one conversation. They stay as they are at its beginning, because
 * the prompt begins with them and would have to be read anew.
 *
 * @param persona with its placeholders filled in
 * @param facts fills them into other text
 */
record Self(Persona persona, UnaryOperator<String> facts) {
  static Self of(Persona persona, ZonedDateTime now) {
    UnaryOperator<String> facts =
        text ->
            text.replace("{name}", persona.name())
                .replace("{moment}", Moment.rough(now))
                .replace("{daypart}", Moment.daypart(now));
    return new Self(persona.filledIn(facts), facts);
  }
}
