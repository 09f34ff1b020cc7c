package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Migrations;
import dev.creature.deploy.storage.PersonalData;
import dev.creature.reasoning.memory.Fact;
import dev.creature.reasoning.memory.Household;
import dev.creature.reasoning.memory.Told;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdMemoryTest {
  @TempDir private Path folder;

  private long clock = 1_000_000;

  @Test
  void knowsAfterARestartWhatItWasTold() throws Exception {
    run(memory -> {
      tell(memory, "My keys are in the bowl.");
      tell(memory, "I take my coffee without sugar.");
      tell(memory, "My keys are on the dresser.");
      memory.ended("set the table for two", true);
    });
    run(memory -> {
      assertThat(memory.relevant("find my keys"))
          .containsExactly("The user said: \"my keys are on the dresser\".");
      assertThat(memory.relevant("set the table for three"))
          .containsExactly("Before, the errand \"set the table for two\" was done.");
      assertThat(memory.reply(told("Where are my keys?")))
          .contains("You told me: your keys are on the dresser.");
    });
  }

  @Test
  void doesNotKnowAfterARestartWhatItForgot() throws Exception {
    run(memory -> {
      tell(memory, "My keys are in the bowl.");
      tell(memory, "I take my coffee without sugar.");
      tell(memory, "Forget what I told you about my keys.");
    });
    run(memory -> {
      assertThat(memory.relevant("find my keys")).isEmpty();
      assertThat(memory.relevant("make coffee")).hasSize(1);
      tell(memory, "Forget everything I told you.");
    });
    run(memory -> assertThat(memory.relevant("make coffee")).isEmpty());
  }

  @Test
  void keepsNoMoreThanItMay() throws Exception {
    run(memory -> {
      for (int i = 0; i < Household.MOST + 5; i++) {
        memory.told(new Told.Keep("thing " + i, "thing " + i + " is red", true));
      }
    });
    run(memory -> {
      assertThat(memory.relevant("thing")).isNotEmpty();
      try (Database database = file()) {
        assertThat(exported(database)).hasSize(Household.MOST);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void belongsToThePersonalDataThatIsExportedAndDeleted() throws Exception {
    run(memory -> tell(memory, "Remember that my doctor's name is \"Ada\"."));
    try (Database database = file()) {
      assertThat(exported(database)).singleElement().asString().contains("\"fact\":", "doctor");
      assertThat(new PersonalData(database).deleteAll()).isOne();
      assertThat(exported(database)).isEmpty();
    }
    run(memory -> assertThat(memory.relevant("doctor")).isEmpty());
  }

  @Test
  void aFactThatIsTooLongIsNoFact() {
    assertThat(Told.in("Remember that " + "my house is big ".repeat(20))).isEmpty();
    assertThat(Fact.MOST_CHARACTERS).isLessThanOrEqualTo(400);
  }

  private interface Run {
    void of(HouseholdMemory memory);
  }

  /** The time from a start to an end. */
  private void run(Run run) throws Exception {
    try (Database database = file()) {
      int _ = Migrations.run(database);
      HouseholdMemory memory =
          HouseholdMemory.in(database, () -> Instant.ofEpochMilli(clock += 1000));
      assertThat(memory.settled()).succeedsWithin(Duration.ofSeconds(30));
      run.of(memory);
      memory.close();
    }
  }

  private static List<String> exported(Database database) throws Exception {
    StringWriter out = new StringWriter();
    long _ = new PersonalData(database).export(out);
    return out.toString().lines().toList();
  }

  private static void tell(HouseholdMemory memory, String words) {
    memory.told(told(words));
  }

  private static Told told(String words) {
    return Told.in(words).orElseThrow();
  }

  private Database file() {
    return Database.of(JournalSettings.FILE.in(folder));
  }
}
