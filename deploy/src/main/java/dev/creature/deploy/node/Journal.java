package dev.creature.deploy.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;

/** The embedded database that tasks and the simulated world are stored in. */
public final class Journal {
  private static final String CONFIGURATION = "dev/creature/deploy/configuration/journal.conf";

  private Journal() {}

  /**
   * What an actor system needs to store in this folder; goes on top of the defaults.
   *
   * @param dataFolder the file {@code journal.mv.db} appears there
   */
  public static Config in(Path dataFolder) {
    String file = dataFolder.toAbsolutePath().resolve("journal").toString();
    return ConfigFactory.parseString("creature.journal.file = " + quoted(file))
        .withFallback(ConfigFactory.parseResources(Journal.class.getClassLoader(), CONFIGURATION))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  /**
   * Makes the tables where there are none. Before the first persistent actor starts.
   *
   * @throws IllegalStateException when the database can't be opened, such as when another node has
   *     it
   */
  public static void prepare(ActorSystem<?> system) {
    try {
      Done _ =
          SchemaUtils.createIfNotExists(system).toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the journal was opened", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "the journal can't be opened; is another creature running on the same data folder?", e);
    }
  }

  private static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }
}
