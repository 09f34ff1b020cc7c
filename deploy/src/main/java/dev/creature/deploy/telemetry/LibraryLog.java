package dev.creature.deploy.telemetry;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what OpenTelemetry's library logs into the node's own log, a line each: that a collector
 * is away is no reason to print stack traces.
 */
final class LibraryLog extends Handler {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("io.opentelemetry");

  // Held here: the logging library itself would forget it.
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private LibraryLog() {}

  static synchronized void intoOurs() {
    if (LIBRARY.getUseParentHandlers()) {
      LIBRARY.setUseParentHandlers(false);
      LIBRARY.addHandler(new LibraryLog());
    }
  }

  @Override
  public void publish(LogRecord entry) {
    String thrown = entry.getThrown() == null ? "" : ": " + entry.getThrown();
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("{}{}", entry.getMessage(), thrown);
    } else {
      LOG.debug("{}{}", entry.getMessage(), thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
