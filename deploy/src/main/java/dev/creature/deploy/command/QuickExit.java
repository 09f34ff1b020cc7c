package dev.creature.deploy.command;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The end of a process that has put everything away itself. */
final class QuickExit {
  private QuickExit() {}

  /**
   * Ends the process at once, past what native libraries do at an end: WebRTC's would reach for the
   * virtual machine that is gone already, and complain of that on the user's terminal.
   */
  @SuppressWarnings("restricted")
  static void with(int code) {
    try {
      Linker linker = Linker.nativeLinker();
      MethodHandle exit =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("_exit"),
              FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
      exit.invokeExact(code);
    } catch (Throwable unknownHere) {
      Runtime.getRuntime().halt(code);
    }
  }
}
