package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.deploy.bench.SideBySide.Held;
import dev.creature.deploy.bench.SideBySide.Job;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.Percentiles;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.Said;
import dev.creature.voiceloop.script.SpeechJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the creature does when somebody speaks into its reply: wants to be heard, or only nods; and
 * when what speaks is its own echo.
 */
public final class InterruptionsBench {
  private static final int ROOMS = 9;

  /**
   * What is measured.
   *
   * @param recordings people who want to be heard
   * @param sounds how many of the sounds of {@link Backchannels}, at most
   * @param replies with echo that nobody speaks into
   * @param atOnce conversations at the same time
   */
  public record Extent(List<RecordedSpeech> recordings, int sounds, int replies, int atOnce) {}

  /** One sound that was put into a reply. */
  private record Tried(String what, Interruption interruption) {}

  private final SideBySide conversations;
  private final InterruptionScripts scripts;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private InterruptionsBench(SideBySide conversations, long seed) {
    this.conversations = conversations;
    this.scripts = new InterruptionScripts(seed);
  }

  /** Which of it. */
  public enum Part {
    /** People who want to be heard. */
    PERSONS,
    /** Listeners who encourage, and noises. */
    BACKCHANNELS,
    /** Rooms in which it hears itself. */
    ECHO
  }

  /** Whoever says less into a reply may be a listener. */
  private static final int LEAST_WORDS = 3;

  /**
   * Measures.
   *
   * @param kokoro a folder with the models of Kokoro; asked for only where they are needed
   * @param folder receives every conversation
   */
  public static SuiteResult run(
      Part part,
      VoiceEngine engine,
      SpeechJudge judge,
      InferenceRuntime runtime,
      Supplier<ModelFolder> kokoro,
      Extent extent,
      Path folder,
      long seed)
      throws IOException, InterruptedException {
    InterruptionsBench bench =
        new InterruptionsBench(new SideBySide(engine, judge, folder, seed, extent.atOnce()), seed);
    // "Yes." said into a reply is a listener's word, and no interruption.
    List<Path> people =
        extent.recordings().stream()
            .filter(it -> it.transcript().strip().split("\\s+").length >= LEAST_WORDS)
            .map(RecordedSpeech::file)
            .toList();
    String what =
        switch (part) {
          case PERSONS -> {
            bench.persons(people);
            yield "%d recordings of people".formatted(people.size());
          }
          case BACKCHANNELS -> {
            bench.nods(
                Backchannels.make(runtime, kokoro.get(), folder.resolve("sounds")),
                extent.sounds());
            yield "words of listeners, spoken by Kokoro, and computed noises";
          }
          case ECHO -> {
            bench.echo(people, extent.replies());
            yield "nobody, and then people, in nine rooms with echo of −6 to −20 dB, 50 to 250 ms, and reverberation of 200 ms";
          }
        };
    return new SuiteResult(
        part.name().toLowerCase(Locale.ROOT),
        "The creature tells long news, and somebody speaks into them: %s. Measured from the two recorded channels, in real time, %d conversations at once. A person's first sound is the first 10 ms that stand 10 dB out of the recording's noise."
            .formatted(what, extent.atOnce()),
        bench.figures,
        bench.remarks);
  }

  private void persons(List<Path> people) throws IOException, InterruptedException {
    List<Tried> tried = tried(conversations.hold(scripts.into("person", people, Room.QUIET)));
    duration("ducked after a person's first sound", tried, Interruption::duckMillis, 60);
    duration("silent after a person's first sound", tried, Interruption::silentMillis, 250);
    share("persons who stop the reply", tried, Interruption::ended, 95);
    share("persons who are then answered", tried, Interruption::answered, 95);
    tried.stream()
        .filter(it -> !it.interruption().ended() || !it.interruption().answered())
        .forEach(it ->
            remarks.add(
                it.what() + (it.interruption().ended() ? " was not answered" : " was not caught")));
  }

  private void nods(List<Backchannels.Sound> sounds, int most)
      throws IOException, InterruptedException {
    List<Backchannels.Sound> some = spread(sounds, most);
    List<Tried> tried =
        tried(
            conversations.hold(
                scripts.into(
                    "nod", some.stream().map(Backchannels.Sound::file).toList(), Room.QUIET)));
    share(
        "listener's words and noises after which the reply goes on",
        tried,
        InterruptionsBench::on,
        95);
    share("… from the right word", tried, Interruption::rightWord, 95);
    for (String kind : some.stream().map(Backchannels.Sound::kind).distinct().toList()) {
      List<Tried> these = tried.stream().filter(it -> kind(some, it).equals(kind)).toList();
      long wrong = these.stream().filter(it -> !it.interruption().rightWord()).count();
      if (wrong > 0) {
        remarks.add(
            "%s: %d of %d did not go on as they should".formatted(kind, wrong, these.size()));
      }
    }
    share("… that silenced it for a moment", tried, it -> it.silentMillis().isPresent(), -1);
  }

  private void echo(List<Path> people, int replies) throws IOException, InterruptedException {
    List<Job> alone = new ArrayList<>();
    List<Job> spoken = new ArrayList<>();
    List<Room> rooms = InterruptionScripts.rooms();
    for (int room = 0; room < ROOMS; room++) {
      int here = replies / ROOMS + (room < replies % ROOMS ? 1 : 0);
      if (here > 0) {
        alone.add(scripts.alone("echo-alone-" + (room + 1), here, rooms.get(room)));
      }
      List<Path> some = new ArrayList<>();
      for (int i = room; i < people.size(); i += ROOMS) {
        some.add(people.get(i));
      }
      spoken.addAll(scripts.into("echo-person-" + (room + 1), some, rooms.get(room)));
    }
    int sounded = 0;
    int stopped = 0;
    int ducked = 0;
    for (Held held : conversations.hold(alone)) {
      SelfInterruptions own = SelfInterruptions.of(held);
      sounded += own.replies();
      stopped += own.stopped();
      ducked += own.ducked();
      if (own.stopped() > 0) {
        remarks.add("%s: stopped itself %d times".formatted(held.job().name(), own.stopped()));
      }
    }
    if (sounded > 0) {
      figures.add(
          Figure.of(
              "replies with echo that it stopped itself", stopped, "", Target.atMost(0), sounded));
      figures.add(
          Figure.of(
              "replies with echo that it lowered itself for a moment",
              ducked,
              "",
              Target.none(),
              sounded));
    }
    List<Tried> tried = tried(conversations.hold(spoken));
    share("persons who stop a reply with echo", tried, Interruption::ended, 95);
    duration("… silent after their first sound", tried, Interruption::silentMillis, 250);
  }

  private List<Tried> tried(List<Held> all) {
    List<Tried> tried = new ArrayList<>();
    int unusable = 0;
    for (Held held : all) {
      for (int i = 0; i < held.conversation().inputs().size(); i++) {
        int input = held.conversation().inputs().get(i).input();
        ConversationScript.Input scripted = held.job().script().inputs().get(input);
        if (scripted.what() instanceof Said.Aloud(Path file)) {
          Optional<Interruption> found = Interruption.of(held, i);
          found.ifPresent(it -> tried.add(new Tried(file.getFileName().toString(), it)));
          unusable += found.isEmpty() ? 1 : 0;
        }
      }
      if (held.conversation().events().stream()
          .anyMatch(ConversationEvent.Trouble.class::isInstance)) {
        remarks.add(held.job().name() + ": there was trouble; see its events.jsonl");
      }
    }
    if (unusable > 0) {
      remarks.add(
          "%s: %d left out, because no reply sounded undisturbed when they began"
              .formatted(all.getFirst().job().name(), unusable));
    }
    return tried;
  }

  private void duration(
      String name, List<Tried> tried, Function<Interruption, OptionalLong> millis, double most) {
    List<Double> each =
        tried.stream()
            .map(it -> millis.apply(it.interruption()))
            .filter(OptionalLong::isPresent)
            .map(it -> (double) it.getAsLong())
            .toList();
    Percentiles all = Percentiles.of(each);
    figures.add(new Figure(name + ", median", all.p50(), "ms", Target.atMost(most), all.n(), each));
    figures.add(Figure.of(name + ", p95", all.p95(), "ms", Target.none(), all.n()));
  }

  private void share(String name, List<Tried> tried, Predicate<Interruption> which, double least) {
    long those = tried.stream().filter(it -> which.test(it.interruption())).count();
    figures.add(
        Figure.of(
            name,
            100.0 * those / Math.max(1, tried.size()),
            "%",
            least < 0 ? Target.none() : Target.atLeast(least),
            tried.size()));
  }

  private static boolean on(Interruption it) {
    return it.wentOn() && !it.committed();
  }

  private static String kind(List<Backchannels.Sound> sounds, Tried tried) {
    return sounds.stream()
        .filter(sound -> sound.file().getFileName().toString().equals(tried.what()))
        .map(Backchannels.Sound::kind)
        .findFirst()
        .orElse("");
  }

  /** So many of them, from all over the list. */
  private static <T> List<T> spread(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * all.size() / most)));
    }
    return some;
  }
}
