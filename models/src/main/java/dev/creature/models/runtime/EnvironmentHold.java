package dev.creature.models.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Keeps ONNX Runtime's environment to the very end of the process.
 *
 * <p>ONNX Runtime for Java releases the environment in a shutdown hook of its own, which starts
 * together with all others, while models may still run: their helper threads are gone then, and the
 * process dies of a segmentation fault. The environment counts its owners, and is one for the
 * process; so one more owner, who never releases it, leaves the hook nothing to destroy. The Java
 * interface has no way to become an owner again, but the C interface beneath it has.
 */
@SuppressWarnings("restricted") // Calling C is what it is for.
final class EnvironmentHold {
  /** A version of the C interface that every library since has; it only ever grows. */
  private static final int C_INTERFACE_VERSION = 1;

  /** Place of {@code CreateEnv} in the table of the C interface. */
  private static final int CREATE_ENVIRONMENT = 3;

  private static final int LOG_ERRORS = 3;

  private EnvironmentHold() {}

  /**
   * Becomes an owner. The environment must be there already.
   *
   * @throws ModelFailure when the library does not answer as the C interface says
   */
  static void take() {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment base =
          (MemorySegment)
              linker
                  .downcallHandle(
                      SymbolLookup.loaderLookup()
                          .find("OrtGetApiBase")
                          .orElseThrow(() -> new ModelFailure("ONNX Runtime has no C interface")),
                      FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invokeExact();
      MethodHandle getInterface =
          linker.downcallHandle(
              pointer(base, 0), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
      MemorySegment table = (MemorySegment) getInterface.invokeExact(C_INTERFACE_VERSION);
      MethodHandle create =
          linker.downcallHandle(
              pointer(table, CREATE_ENVIRONMENT),
              FunctionDescriptor.of(
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS));
      MemorySegment owned = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment problem =
          (MemorySegment) create.invokeExact(LOG_ERRORS, arena.allocateFrom("creature"), owned);
      if (!problem.equals(MemorySegment.NULL)) {
        throw new ModelFailure("ONNX Runtime's environment cannot be kept");
      }
    } catch (ModelFailure e) {
      throw e;
    } catch (Throwable e) {
      throw new ModelFailure("ONNX Runtime's C interface cannot be called: " + e.getMessage(), e);
    }
  }

  private static MemorySegment pointer(MemorySegment table, int place) {
    return table
        .reinterpret((place + 1) * ValueLayout.ADDRESS.byteSize())
        .getAtIndex(ValueLayout.ADDRESS, place);
  }
}
