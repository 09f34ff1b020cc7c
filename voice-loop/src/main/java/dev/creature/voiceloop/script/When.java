package dev.creature.voiceloop.script;

/** When a scripted user begins to speak. All times in milliseconds. */
public sealed interface When {
  /**
   * After the creature has answered what was said before.
   *
   * @param silenceMillis of the creature after the end of its reply; for the first input, since the
   *     start
   * @param timeoutMillis after the end of the input before; without any reply by then, the user
   *     goes on
   */
  record AfterReply(long silenceMillis, long timeoutMillis) implements When {
    public AfterReply {
      requireNotNegative("silenceMs", silenceMillis);
      requireNotNegative("timeoutMs", timeoutMillis);
    }
  }

  /**
   * While the creature speaks.
   *
   * @param millis after the first sound of the reply to the input before
   * @param timeoutMillis after the end of the input before; without any reply by then, the user
   *     goes on
   */
  record DuringReply(long millis, long timeoutMillis) implements When {
    public DuringReply {
      requireNotNegative("ms", millis);
      requireNotNegative("timeoutMs", timeoutMillis);
    }
  }

  /**
   * At a fixed time, or at the end of the input before where that is later.
   *
   * @param millis on the conversation's clock
   */
  record At(long millis) implements When {
    public At {
      requireNotNegative("ms", millis);
    }
  }

  private static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
  }
}
