package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.task.TaskId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the creature does beside speaking, as far as a scripted user waits for it. Thread-safe. */
final class Doings {
  private final Set<TaskId> open = ConcurrentHashMap.newKeySet();
  private volatile boolean any;

  void noticed(ConversationEvent.TaskChanged changed) {
    any = true;
    if (changed.state().isFinal()) {
      open.remove(changed.task());
    } else {
      open.add(changed.task());
    }
  }

  /** Whether something is still being done. */
  boolean goOn() {
    return !open.isEmpty();
  }

  /** Whether an outcome may still have to be told. */
  boolean mayBeTold() {
    return any;
  }
}
