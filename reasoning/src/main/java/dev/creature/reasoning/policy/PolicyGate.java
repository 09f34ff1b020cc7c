package dev.creature.reasoning.policy;

import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.Reversibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by rules, of which the first that fits counts. Pure: the same question always gets the
 * same answer.
 *
 * <p>Two things no rule can change: the creature's own voice and an unpaired device never move a
 * body, and what cannot be undone needs a yes.
 */
public final class PolicyGate {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyGate.class);

  private final List<PolicyRule> rules;
  private final Optional<PolicyRule> quiet;

  private PolicyGate(List<PolicyRule> rules, Optional<PolicyRule> quiet) {
    this.rules = List.copyOf(rules);
    this.quiet = quiet;
  }

  /** The rules that come with the program. */
  public static PolicyGate standard() {
    try (InputStream file = PolicyGate.class.getResourceAsStream("default.rules")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file default.rules");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8), "default.rules");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rules of a file.
   *
   * @throws IOException when it cannot be read
   * @throws BadPolicy when a line is not understood
   */
  public static PolicyGate read(Path file) throws IOException {
    return of(Files.readString(file), file.toString());
  }

  /**
   * These rules, and that costly deeds need a yes in certain hours. What a rule denies stays
   * denied.
   *
   * @param hours local time of day, such as {@code 22:00-07:00}
   * @throws BadPolicy when the hours are not understood
   */
  public PolicyGate withQuietHours(String hours) {
    PolicyRule quiet =
        PolicyRule.read(
            "confirm reversibility=costly time=" + hours + " because: it is quiet time",
            "the quiet hours");
    return new PolicyGate(rules, Optional.of(quiet));
  }

  /** The rules of a text, which is called so in messages. */
  static PolicyGate of(String text, String name) {
    List<PolicyRule> rules = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(PolicyRule.read(line, name + ":" + (i + 1)));
      }
    }
    return new PolicyGate(rules, Optional.empty());
  }

  /** Decides. */
  public PolicyDecision decide(PolicyQuestion question) {
    if (question.who() == Asker.OWN_VOICE) {
      return new PolicyDecision(Permission.DENY, "the creature's own words move no body");
    }
    if (question.who() == Asker.UNPAIRED) {
      return new PolicyDecision(Permission.DENY, "this phone is not paired with the creature");
    }
    PolicyDecision decision =
        rules.stream()
            .filter(rule -> rule.fits(question))
            .findFirst()
            .map(rule -> new PolicyDecision(rule.permission(), rule.reason()))
            .orElse(new PolicyDecision(Permission.DENY, "no rule allows it"));
    if (decision.permission() == Permission.ALLOW
        && quiet.filter(rule -> rule.fits(question)).isPresent()) {
      return new PolicyDecision(Permission.CONFIRM, quiet.get().reason());
    }
    boolean needsYes =
        question.reversibility() == Reversibility.IRREVERSIBLE
            && decision.permission() == Permission.ALLOW;
    return needsYes ? new PolicyDecision(Permission.CONFIRM, "it cannot be undone") : decision;
  }

  /** Where decisions are written down. */
  @FunctionalInterface
  public interface Ledger {
    /** Keeps nothing, for questions that lead to no deed. */
    Ledger NONE = (_, _) -> {};

    /**
     * Writes a decision down; it outlives the process when this returns.
     *
     * @throws IOException when it could not
     */
    void write(PolicyQuestion question, PolicyDecision decision) throws IOException;
  }

  /**
   * This gate for one conversation, as the ladder asks it.
   *
   * @param place where the body is; empty when unknown
   * @param clock tells the time of day in its own zone
   * @param ledger writes each decision down, such as {@link AuditLog#append}, before it counts;
   *     what cannot be written down is denied
   */
  public Gate asked(Asker who, String place, Clock clock, Ledger ledger) {
    return (task, reversibility) -> {
      PolicyQuestion question =
          new PolicyQuestion(task, reversibility, who, place, LocalTime.now(clock));
      PolicyDecision decision = decide(question);
      try {
        ledger.write(question, decision);
      } catch (IOException unwritten) {
        LOG.error("denied, as it cannot be written down: {}", unwritten.toString());
        return Permission.DENY;
      }
      return decision.permission();
    };
  }
}
