package dev.creature.deploy.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps what is logged from the level INFO on, in the form of JSON, while a test runs. */
public final class KeptLog implements AutoCloseable {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final Level before;

  public KeptLog() {
    ch.qos.logback.classic.Logger root = context.getLogger("ROOT");
    before = root.getLevel();
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(kept);
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
  }

  public String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  public List<String> lines() {
    return text().lines().toList();
  }

  @Override
  public void close() {
    ch.qos.logback.classic.Logger root = context.getLogger("ROOT");
    root.setLevel(before);
    root.detachAppender(appender);
    appender.stop();
  }
}
