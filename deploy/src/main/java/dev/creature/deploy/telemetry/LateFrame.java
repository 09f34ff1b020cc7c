package dev.creature.deploy.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** In the flight recorder: a listener heard a hole in a reply. */
@Name(LateFrame.NAME)
@Label("Late Frame")
@Category("Creature")
@Description("A frame of a reply left when the one before had sounded to its end already")
@StackTrace(false)
final class LateFrame extends Event {
  /** How it is called in recordings. */
  static final String NAME = "dev.creature.LateFrame";

  @Label("Conversation")
  final String conversation;

  @Label("Turn")
  final int turn;

  @Label("Late By")
  @Timespan(Timespan.MILLISECONDS)
  final long lateMillis;

  LateFrame(String conversation, int turn, long lateMillis) {
    this.conversation = conversation;
    this.turn = turn;
    this.lateMillis = lateMillis;
  }
}
