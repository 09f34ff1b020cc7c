package dev.creature.models.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Owner of everything that inference shares in this process: the ONNX Runtime environment with its
 * one pool of helper threads, the sessions, and the {@link InferencePool} that runs them.
 *
 * <p>A session is opened once and shared by all conversations ({@code OrtSession.run} is
 * thread-safe); state such as a cache or a recurrent state belongs to the caller. ONNX Runtime
 * allows one environment a process, so start one runtime a process.
 */
public final class InferenceRuntime implements AutoCloseable {
  /**
   * ONNX Runtime 1.29 crashes when it is started on a usual stack in a process with a command line
   * of about 8 kB, such as one with a long class path.
   */
  private static final long STARTING_STACK_BYTES = 16L << 20;

  /**
   * For models of 8-bit weights whose verdicts must not depend on the processor. Where that lacks
   * VNNI, ONNX Runtime's kernels for products of unsigned and signed bytes add pairs of them in 16
   * bits, which overflow; with this it takes kernels that do not, a tenth slower. Elsewhere it
   * changes nothing.
   */
  static final Map<String, String> WITHOUT_OVERFLOW = Map.of("session.x64quantprecision", "1");

  private final OrtEnvironment environment;
  private final InferencePool pool;
  private final int intraOpThreads;
  private final ConcurrentLinkedDeque<OrtSession> sessions = new ConcurrentLinkedDeque<>();

  private InferenceRuntime(OrtEnvironment environment, InferencePool pool, int intraOpThreads) {
    this.environment = environment;
    this.intraOpThreads = intraOpThreads;
    this.pool = pool;
    ProcessEnd.stopBeforeIt(pool);
  }

  /** Loads the native library and starts the threads. */
  public static InferenceRuntime start(RuntimeSettings settings) {
    FutureTask<InferenceRuntime> starting = new FutureTask<>(() -> started(settings));
    new Thread(null, starting, "inference-start", STARTING_STACK_BYTES).start();
    try {
      return starting.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelFailure("ONNX Runtime does not start: interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new ModelFailure("ONNX Runtime does not start: " + e.getMessage(), e);
    }
  }

  private static InferenceRuntime started(RuntimeSettings settings) {
    try (OrtEnvironment.ThreadingOptions threads = new OrtEnvironment.ThreadingOptions()) {
      threads.setGlobalIntraOpNumThreads(settings.intraOpThreads());
      threads.setGlobalInterOpNumThreads(1);
      // A spinning helper thread would take a core from whatever else is on the path to sound.
      threads.setGlobalSpinControl(false);
      threads.setGlobalDenormalAsZero();
      OrtEnvironment environment = environment(threads);
      return new InferenceRuntime(
          environment, new InferencePool(settings.inferenceThreads()), settings.intraOpThreads());
    } catch (OrtException e) {
      throw new ModelFailure("ONNX Runtime does not start: " + e.getMessage(), e);
    }
  }

  private static OrtEnvironment environment(OrtEnvironment.ThreadingOptions threads)
      throws OrtException {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(
              OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "creature", threads);
      EnvironmentHold.take();
      return environment;
    } catch (IllegalStateException alreadyThere) {
      // One environment a process: a second runtime (tests) shares the first one's helper threads.
      return OrtEnvironment.getEnvironment();
    }
  }

  /** The threads and the fair queue that models run on. */
  public InferencePool pool() {
    return pool;
  }

  /** The environment, for making tensors. For this module only: no other sees ONNX Runtime. */
  public OrtEnvironment environment() {
    return environment;
  }

  /**
   * Opens a model.
   *
   * @param model path of an ONNX file
   * @param configuration session configuration entries of ONNX Runtime, such as {@code
   *     session.use_mmap}; often empty
   * @return a session that all conversations share; closed with this runtime
   * @throws ModelFailure when the file is missing or no valid model
   */
  public OrtSession open(Path model, Map<String, String> configuration) {
    return open(model, configuration, OrtSession.SessionOptions::disablePerSessionThreads);
  }

  /**
   * Opens a model that is no file of its own, {@linkplain #WITHOUT_OVERFLOW without overflow}.
   *
   * @param model the bytes of an ONNX file
   * @return a session that all conversations share; closed with this runtime
   * @throws ModelFailure when they are no valid model
   */
  public OrtSession open(byte[] model) {
    return open(
        "of " + model.length + " bytes",
        options -> environment.createSession(model, options),
        WITHOUT_OVERFLOW,
        OrtSession.SessionOptions::disablePerSessionThreads);
  }

  /**
   * Opens a model of hundreds of small steps, such as a language model, with helper threads of its
   * own. They wait for the next step awake while the model runs, which halves the time lost between
   * steps, and sleep when it does not.
   *
   * @param model path of an ONNX file
   * @return a session that all conversations share; closed with this runtime
   * @throws ModelFailure when the file is missing or no valid model
   */
  public OrtSession openStepwise(Path model) {
    return open(
        model,
        Map.of("session.intra_op.allow_spinning", "1", "session.force_spinning_stop", "1"),
        options -> options.setIntraOpNumThreads(intraOpThreads));
  }

  /**
   * Opens a model with helper threads of its own that never wait awake. They are as urgent as the
   * thread that opens it.
   *
   * @param model path of an ONNX file
   * @return a session that all conversations share; closed with this runtime
   * @throws ModelFailure when the file is missing or no valid model
   */
  public OrtSession openPatiently(Path model) {
    return open(
        model,
        Map.of("session.intra_op.allow_spinning", "0"),
        options -> options.setIntraOpNumThreads(intraOpThreads));
  }

  private interface Setting {
    void apply(OrtSession.SessionOptions options) throws OrtException;
  }

  private interface Opening {
    OrtSession open(OrtSession.SessionOptions options) throws OrtException;
  }

  private OrtSession open(Path model, Map<String, String> configuration, Setting threads) {
    return open(
        model.toString(),
        options -> environment.createSession(model.toString(), options),
        configuration,
        threads);
  }

  private OrtSession open(
      String name, Opening opening, Map<String, String> configuration, Setting threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      threads.apply(options);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      for (Map.Entry<String, String> entry : configuration.entrySet()) {
        options.addConfigEntry(entry.getKey(), entry.getValue());
      }
      OrtSession session = opening.open(options);
      sessions.push(session);
      return session;
    } catch (OrtException e) {
      throw new ModelFailure("cannot open the model " + name + ": " + e.getMessage(), e);
    }
  }

  /** Ends the threads and closes every session; the environment lives as long as the process. */
  @Override
  public void close() {
    pool.close();
    ProcessEnd.forget(pool);
    for (OrtSession session = sessions.poll(); session != null; session = sessions.poll()) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new ModelFailure("cannot close a session: " + e.getMessage(), e);
      }
    }
  }
}
