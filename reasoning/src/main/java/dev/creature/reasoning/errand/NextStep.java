package dev.creature.reasoning.errand;

import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import java.util.Optional;

/** What an errand asks for now. Pure. */
sealed interface NextStep {
  /** The errand, with what is known of it by now. */
  Errand errand();

  /** The call is to be done. */
  record Act(Errand errand, ToolCall call) implements NextStep {}

  /** The model is to be asked. */
  record Think(Errand errand) implements NextStep {}

  /** It is over, with these words. */
  record End(Errand errand, String words, ReasonerEvent.Outcome outcome) implements NextStep {}

  /** The step behind the last answer or the last deed; a call that was done before is not again. */
  static NextStep of(Errand errand) {
    Errand now = errand;
    while (now.next().isPresent()) {
      ToolCall call = now.next().get();
      Optional<String> before = now.before(call);
      if (before.isEmpty()) {
        return now.begun().size() >= Errand.MOST_CALLS ? tooMuch(now) : new Act(now, call);
      }
      now = now.repeated(call, before.get());
    }
    if (now.messages().getLast() instanceof ToolMessage.Answered answered
        && answered.answer().calls().isEmpty()) {
      boolean failed = now.done() == 0 && !now.begun().isEmpty();
      return new End(
          now,
          FinalWords.of(answered.answer().words(), now),
          failed ? ReasonerEvent.Outcome.FAILED : ReasonerEvent.Outcome.DONE);
    }
    return now.exhausted() ? tooMuch(now) : new Think(now);
  }

  /** The model gave no answer. */
  static End unplanned(Errand errand) {
    return new End(
        errand,
        errand.done() == 0
            ? "I'm sorry, I can't work that out just now."
            : "I got part of it done, but I can't work out the rest just now.",
        ReasonerEvent.Outcome.FAILED);
  }

  private static End tooMuch(Errand errand) {
    return new End(
        errand,
        "That takes more steps than I can keep in mind. I stop here.",
        ReasonerEvent.Outcome.FAILED);
  }
}
