package dev.creature.models.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/** How urgent the operating system takes a thread to be. */
public final class ThreadUrgency {
  private static final int LEAST = 19;

  private ThreadUrgency() {}

  /**
   * Makes the calling thread the least urgent of all, and with it the threads that it starts: it
   * gets a core that nobody else wants. There is no way back. On Linux; elsewhere nothing happens.
   *
   * @return whether it worked
   */
  // A function of the C library with three whole numbers: nothing that could break the process.
  @SuppressWarnings("restricted")
  public static boolean lower() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return false;
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT)))
        .map(ThreadUrgency::lowered)
        .orElse(false);
  }

  private static boolean lowered(MethodHandle setPriority) {
    try {
      // PRIO_PROCESS and 0: on Linux the calling thread alone.
      return (int) setPriority.invokeExact(0, 0, LEAST) == 0;
    } catch (Throwable _) {
      return false;
    }
  }
}
