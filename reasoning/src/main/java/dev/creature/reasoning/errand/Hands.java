package dev.creature.reasoning.errand;

import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the reasoner can have done: checked, asked of the policy, and written down by others. */
public interface Hands {
  /** The tools there are now. */
  List<ToolOffer> offers();

  /**
   * Begins a call; never blocks nor throws. What is wrong with it is its result.
   *
   * @param callId the same id again does not do it again
   */
  Doing begin(String callId, ToolCall call);

  /**
   * What came of these calls was told to the user.
   *
   * @param callIds all that an errand began
   */
  void told(List<String> callIds);

  /** A call that has begun. */
  interface Doing {
    /** What came of it; never fails. */
    CompletionStage<Deed> result();

    /** Takes it back; the result says so. */
    void cancel();
  }

  /**
   * What came of a call.
   *
   * @param done whether it did what it was to do
   * @param text for the model, usually JSON
   * @param words for the user; may be empty
   */
  record Deed(boolean done, String text, String words) {}
}
