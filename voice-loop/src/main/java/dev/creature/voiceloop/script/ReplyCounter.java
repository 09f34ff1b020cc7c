package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioEnded;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioStarted;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Lets the scripted user hear when replies begin and end, and counts them. Thread-safe. */
final class ReplyCounter implements Consumer<ConversationEvent> {
  private final RealTimeUser user;
  private final AtomicInteger replies = new AtomicInteger();
  private final AtomicInteger interruptions = new AtomicInteger();
  private final List<Continuer> continuers = new CopyOnWriteArrayList<>();
  private final AtomicLong startedMillis = new AtomicLong();

  ReplyCounter(RealTimeUser user) {
    this.user = user;
  }

  @Override
  public void accept(ConversationEvent event) {
    if (event instanceof ReplyAudioStarted started) {
      replies.incrementAndGet();
      startedMillis.set(started.atMillis());
      user.replyStarted(started.atMillis());
    } else if (event instanceof ReplyAudioEnded ended) {
      interruptions.addAndGet(ended.interrupted() ? 1 : 0);
      if (ended.heard().split(" ").length <= Continuer.MOST_WORDS) {
        continuers.add(new Continuer(startedMillis.get(), ended.atMillis()));
      }
      user.replyEnded(ended.atMillis());
    } else if (event instanceof ConversationEvent.TaskChanged changed) {
      user.taskChanged(changed);
    }
  }

  /** Replies of which only a word or two were heard. */
  List<Continuer> continuers() {
    return List.copyOf(continuers);
  }

  int replies() {
    return replies.get();
  }

  int interruptions() {
    return interruptions.get();
  }
}
