package dev.creature.deploy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogFormsTest {
  private final LoggerContext context = new LoggerContext();

  LogFormsTest() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private String written(String form) throws Exception {
    context.putProperty("creature.log.format", form);
    context.putProperty("creature.log", "INFO");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFormsTest.class.getResource("/logback.xml"));
    Logger root = context.getLogger("ROOT");
    assertThat(root.getLevel()).isEqualTo(Level.INFO);
    assertThat(root.getAppender("STDERR")).isInstanceOf(OutputStreamAppender.class);
    LoggingEvent event =
        new LoggingEvent(
            "x", context.getLogger("a.b"), Level.INFO, "turn {}", null, new Object[] {3});
    event.setKeyValuePairs(List.of(new KeyValuePair("conversation", "c1")));
    OutputStreamAppender<ILoggingEvent> appender =
        (OutputStreamAppender<ILoggingEvent>) root.getAppender("STDERR");
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void isOneObjectALineForMachines() throws Exception {
    String line = written("json");
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode entry = new ObjectMapper().readTree(line);
    assertThat(entry.path("formattedMessage").asText()).isEqualTo("turn 3");
    assertThat(entry.path("kvpList").path(0).path("conversation").asText()).isEqualTo("c1");
    assertThat(entry.path("level").asText()).isEqualTo("INFO");
  }

  @Test
  void isAPlainLineForPeople() throws Exception {
    assertThat(written("text")).contains("INFO", "a.b: turn 3", "conversation=c1").endsWith("\n");
  }
}
