package dev.creature.deploy.bench.micro;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.voiceloop.recording.EventLine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What happens at every partial result of the recogniser. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WordBenchmarks {
  private static final String SENTENCE =
      "Could you please bring me the red cup from the kitchen, and then put it on the shelf?";

  private final IntentGrammar grammar = new IntentGrammar();
  private final ConversationEvent event =
      new ConversationEvent.UserPartial(12_340, SENTENCE, SENTENCE.length() / 2);

  /** The rules of the intent tap on a sentence of two tasks, without the classifier. */
  @Benchmark
  public Reading readsTasks() {
    return grammar.read(SENTENCE);
  }

  /** An event becomes a line of JSON. */
  @Benchmark
  public String writesEvent() {
    return EventLine.of(event).toString();
  }
}
