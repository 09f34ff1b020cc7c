package dev.creature.deploy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.voiceloop.script.HeldConversation.ToldWords;
import dev.creature.voiceloop.script.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    DeedAnswers deeds = new DeedAnswers();
    assertThat(deeds.recording(_ -> Optional.of("I'll get it.")).apply("Get my watch."))
        .isPresent();
    Session session =
        new Session(
            Instant.parse("2026-03-01T10:15:30.5Z"),
            ZoneId.of("Europe/Vienna"),
            7,
            new Room(OptionalDouble.of(-12), 120, 200, OptionalDouble.empty()),
            "creature.turn-taking.eagerness = 0.6",
            "hibari",
            Optional.of("name = Pip"),
            List.of(new ToldWords(1_200, "The \"blue\" cup.")),
            deeds);

    session.write(folder);
    Session read = Session.read(folder);

    assertThat(read).usingRecursiveComparison().isEqualTo(session);
    assertThat(read.deeds().to("get my watch!")).contains("I'll get it.");
    assertThat(read.deeds().to("What is it?")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    refused("there is no such file");
    Files.writeString(folder.resolve("session.json"), "{\"version\":9}");
    refused("version must be 1, not 9");
    Files.writeString(folder.resolve("session.json"), "{\"version\":1,\"startedAt\":\"noon\"}");
    refused("cannot be used");
    Files.writeString(folder.resolve("session.json"), "[");
    refused("cannot be used");
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> Session.read(folder))
        .isInstanceOf(BadSession.class)
        .hasMessageContaining("session.json")
        .hasMessageContaining(reason);
  }
}
