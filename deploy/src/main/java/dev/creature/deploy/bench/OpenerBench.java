package dev.creature.deploy.bench;

import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.endpoint.OpenedLanguageModel;
import dev.creature.models.language.endpoint.Stopwatch;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.brain.VoiceBrain;
import dev.creature.voiceloop.script.Percentiles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a larger model brings that goes on from a small one's first clause: how soon that clause is
 * there, and how often the whole reply holds the answer, against the small one alone.
 */
public final class OpenerBench {
  /** As long as a clause takes to be spoken: what the larger one has by default. */
  private static final Duration BUDGET = Duration.ofMillis(900);

  /** How long a question is being spoken: that long its words are read ahead. */
  private static final Duration SPOKEN = Duration.ofSeconds(2);

  private record Way(String name, LanguageModel model) {}

  private OpenerBench() {}

  /**
   * Measures; the machine should have nothing else to do.
   *
   * @param small says the first clause; warm
   * @param large goes on from it; warm. Both stay open
   */
  public static SuiteResult run(LanguageModel small, LanguageModel large, Clock clock, long seed)
      throws InterruptedException {
    AtomicInteger fellBack = new AtomicInteger();
    LanguageModel opened =
        new OpenedLanguageModel(
            small, large, BUDGET, _ -> fellBack.incrementAndGet(), Stopwatch.system());
    List<Way> ways =
        List.of(new Way("small alone", small), new Way("opener and continuation", opened));
    List<KnownFact> facts = KnownFact.delivered();
    List<Figure> figures = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Way way : ways) {
      // The brain closes only what is its own: the model stays with whoever opened it.
      try (VoiceBrain brain =
          new VoiceBrain(way.model(), PersonaFile.ofDefault(), BrainSettings.usual(), clock)) {
        ask(way, brain, facts, seed, figures, remarks);
      }
    }
    figures.add(
        Figure.of(
            "opener and continuation: the small one had to end the sentence",
            100.0 * fellBack.get() / facts.size(),
            "%",
            Target.none(),
            facts.size()));
    return new SuiteResult(
        "opener",
        "%d questions whose answer is known, each as the first of a conversation; a reply is right when it holds one of the words that answer. Its words are known 2 s before its end, and read ahead."
            .formatted(facts.size()),
        figures,
        remarks);
  }

  private static void ask(
      Way way,
      VoiceBrain brain,
      List<KnownFact> facts,
      long seed,
      List<Figure> figures,
      List<String> remarks)
      throws InterruptedException {
    List<Double> firstMillis = new ArrayList<>();
    int right = 0;
    // One name for all of them, so that the persona is read once; none remembers another.
    String conversation = "opener";
    for (int i = 0; i < facts.size(); i++) {
      KnownFact fact = facts.get(i);
      brain.prepare(conversation, List.of(), fact.question()).toCompletableFuture().join();
      Thread.sleep(SPOKEN);
      StringBuilder reply = new StringBuilder();
      List<Long> arrivals = new ArrayList<>();
      long start = System.nanoTime();
      brain
          .reply(
              conversation,
              List.of(),
              fact.question(),
              seed + i,
              text -> {
                arrivals.add(System.nanoTime());
                reply.append(text);
              })
          .ended()
          .toCompletableFuture()
          .join();
      if (!arrivals.isEmpty()) {
        firstMillis.add((arrivals.getFirst() - start) / 1e6);
      }
      if (fact.isAnsweredBy(reply.toString())) {
        right++;
      } else {
        remarks.add("%s: %s %s".formatted(way.name(), fact.question(), reply));
      }
    }
    brain.forget(conversation);
    Percentiles delays = Percentiles.of(firstMillis);
    int asked = facts.size();
    figures.add(
        new Figure(
            way.name() + ": first clause, median",
            delays.p50(),
            "ms",
            Target.none(),
            delays.n(),
            firstMillis));
    figures.add(
        Figure.of(
            way.name() + ": first clause, p95", delays.p95(), "ms", Target.none(), delays.n()));
    figures.add(
        Figure.of(way.name() + ": right", 100.0 * right / asked, "%", Target.none(), asked));
  }
}
