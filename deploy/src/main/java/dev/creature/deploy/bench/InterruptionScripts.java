package dev.creature.deploy.bench;

import dev.creature.deploy.bench.SideBySide.Job;
import dev.creature.voiceloop.script.ConversationScript;
import dev.creature.voiceloop.script.ConversationScript.Input;
import dev.creature.voiceloop.script.Room;
import dev.creature.voiceloop.script.Said;
import dev.creature.voiceloop.script.When;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Conversations in which the creature tells long news, and somebody speaks into them. */
final class InterruptionScripts {
  /** In one conversation; more of them hold more at once. */
  private static final int MOST_IN_ONE = 8;

  private static final When NEXT_NEWS = new When.AfterReply(1_500, 7_000);
  private static final int EARLIEST_MILLIS = 900;
  private static final int LATEST_MILLIS = 3_500;
  private static final int REVERB_MILLIS = 200;
  private static final double NOISE_DB = -60;

  private final Random random;
  private int news;

  InterruptionScripts(long seed) {
    this.random = new Random(seed);
  }

  /** Each sound into news of its own. */
  List<Job> into(String name, List<Path> sounds, Room room) {
    return into(name, List.of(), sounds, room);
  }

  /**
   * Each sound into news of its own, behind what somebody said to the creature before.
   *
   * @param before what begins each conversation, one after the other's answer
   */
  List<Job> into(String name, List<Path> before, List<Path> sounds, Room room) {
    List<Job> jobs = new ArrayList<>();
    for (int from = 0; from < sounds.size(); from += MOST_IN_ONE) {
      List<Input> inputs = new ArrayList<>();
      before.forEach(said -> inputs.add(new Input(said, NEXT_NEWS)));
      for (Path sound : sounds.subList(from, Math.min(sounds.size(), from + MOST_IN_ONE))) {
        inputs.add(news());
        int millis = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
        inputs.add(new Input(sound, new When.DuringReply(millis, 20_000)));
      }
      jobs.add(new Job(name + "-" + (jobs.size() + 1), new ConversationScript(inputs, room)));
    }
    return jobs;
  }

  /** News that nobody speaks into. */
  Job alone(String name, int count, Room room) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(news());
    }
    return new Job(name, new ConversationScript(inputs, room));
  }

  /** Rooms of −6, −12 and −20 dB, each with 50, 120 and 250 ms. */
  static List<Room> rooms() {
    List<Room> rooms = new ArrayList<>();
    for (double decibels : new double[] {-6, -12, -20}) {
      for (int millis : new int[] {50, 120, 250}) {
        rooms.add(
            new Room(
                OptionalDouble.of(decibels), millis, REVERB_MILLIS, OptionalDouble.of(NOISE_DB)));
      }
    }
    return rooms;
  }

  private Input news() {
    return new Input(new Said.Told(NewsLines.of(news++)), NEXT_NEWS);
  }
}
