package dev.creature.deploy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggedEventsTest {
  private static final ConversationId HERE = new ConversationId("cTest");

  private static List<JsonNode> logged(String words) throws Exception {
    List<JsonNode> ofConversations = new ArrayList<>();
    try (KeptLog log = new KeptLog();
        Telemetry telemetry =
            new Telemetry(TelemetrySettings.NONE, Map.of("CREATURE_LOG_WORDS", words))) {
      TelemetryTest.aTurnWithADeed(telemetry);
      for (String line : log.lines()) {
        JsonNode entry = new ObjectMapper().readTree(line);
        if (entry.path("loggerName").asText().equals("dev.creature.conversation")) {
          ofConversations.add(entry);
        }
      }
    }
    return ofConversations;
  }

  private static String field(JsonNode entry, String name) {
    for (JsonNode pair : entry.path("kvpList")) {
      if (pair.has(name)) {
        return pair.path(name).asText();
      }
    }
    return "";
  }

  @Test
  void namesConversationAndIntentAndHoldsNoWordThatWasSaid() throws Exception {
    List<JsonNode> entries = logged("");
    assertThat(entries).isNotEmpty().allMatch(it -> field(it, "conversation").equals("cTest"));
    assertThat(entries)
        .anyMatch(it ->
            it.path("formattedMessage").asText().equals("intent")
                && field(it, "intent").equals("cTest.1.0.0")
                && field(it, "state").equals("dispatched"))
        .anyMatch(it ->
            it.path("formattedMessage").asText().equals("task")
                && field(it, "task").equals("cTest.1.0.0"))
        .anyMatch(it ->
            it.path("formattedMessage").asText().equals("turn.committed")
                && field(it, "turn").equals("1"));
    assertThat(entries.toString())
        .doesNotContain("Zbring", "Zcup", "Zkitchen", "ZSure", "Zxylophone");
  }

  @Test
  void holdsTheWordsWhereTheyWereAskedFor() throws Exception {
    assertThat(logged("yes").toString()).contains("Zbring me the Zcup");
  }

  @Test
  void leavesWhatComesManyTimesASecondToThoseWhoLookClosely() throws Exception {
    try (KeptLog log = new KeptLog();
        Telemetry telemetry = new Telemetry(TelemetrySettings.NONE, Map.of())) {
      telemetry.observe(HERE, new ConversationEvent.UserPartial(1, "x", 0));
      assertThat(log.lines()).isEmpty();
    }
  }
}
