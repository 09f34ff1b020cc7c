package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioEnded;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioStarted;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Lets the scripted user hear when replies begin and end, and counts them. Thread-safe. */
final class ReplyCounter implements Consumer<ConversationEvent> {
  private final RealTimeUser user;
  private final AtomicInteger replies = new AtomicInteger();
  private final AtomicInteger interruptions = new AtomicInteger();

  ReplyCounter(RealTimeUser user) {
    this.user = user;
  }

  @Override
  public void accept(ConversationEvent event) {
    if (event instanceof ReplyAudioStarted started) {
      replies.incrementAndGet();
      user.replyStarted(started.atMillis());
    } else if (event instanceof ReplyAudioEnded ended) {
      interruptions.addAndGet(ended.interrupted() ? 1 : 0);
      user.replyEnded(ended.atMillis());
    }
  }

  int replies() {
    return replies.get();
  }

  int interruptions() {
    return interruptions.get();
  }
}
