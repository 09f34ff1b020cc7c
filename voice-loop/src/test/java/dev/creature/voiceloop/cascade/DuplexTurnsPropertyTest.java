package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens in whatever order, the creature listens, speaks or explains. */
class DuplexTurnsPropertyTest {
  private static final List<String> SAID =
      List.of(
          "",
          "mm-hm",
          "stop",
          "wait",
          "What is your name?",
          "Go to the kitchen.",
          "Go to the kitchen and get a cup.",
          "I was going to",
          "yes");

  @Property(tries = 10_000)
  void noOrderOfEventsLeavesItMute(@ForAll long seed) {
    Random random = new Random(seed);
    FakeSurroundings around = new FakeSurroundings();
    if (random.nextBoolean()) {
      around.opener = Optional.of(new Voice.Opener("Okay.", FakeSurroundings.CLIP));
    }
    around.filler = around.opener;
    DuplexTurns turns = new DuplexTurns(EvidenceTurnTaking.standard(), around, seed);
    turns.start();
    long now = 0;
    int pause = 0;
    int steps = 20 + random.nextInt(60);
    for (int i = 0; i < steps; i++) {
      now += random.nextInt(400);
      turns.tick(now);
      pause += random.nextInt(3) == 0 ? 1 : 0;
      anything(turns, around, random, now, pause);
    }

    // Then the world is quiet: models answer nothing more, and nobody speaks.
    now = quiet(turns, around, now, pause + 1);
    int before = around.asked.size();

    // A user who speaks now is answered: nothing is stuck.
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    int asked = pause + 2;
    turns.heard(new EarsEvent.Hushed(asked, now + 900, now + 964));
    turns.heard(new EarsEvent.TurnWords(asked, now + 964, "What is your name?"));
    for (long silence = 100; silence <= 2200; silence += 20) {
      now += 20;
      turns.tick(now);
      turns.heard(silence(asked, now, silence));
    }
    assertThat(around.asked.subList(before, around.asked.size()))
        .anyMatch(line -> line.startsWith("think ") && line.endsWith("What is your name?"));
    assertThat(turns.replying()).isTrue();
    assertThat(repliesWithoutEnd(around)).hasSizeLessThanOrEqualTo(1);
  }

  private static long quiet(DuplexTurns turns, FakeSurroundings around, long from, int pause) {
    long now = from;
    turns.heard(new EarsEvent.WentOn(now, 100));
    turns.heard(new EarsEvent.Hushed(pause, now, now + 64));
    turns.heard(new EarsEvent.TurnWords(pause, now + 64, ""));
    for (int i = 0; i < 1000; i++) {
      now += 20;
      turns.tick(now);
      turns.heard(silence(pause, now, now - from));
      // The mouth still works.
      for (int line : List.copyOf(around.toSpeak)) {
        around.toSpeak.clear();
        turns.said(new CascadeEngine.Spoken(line, FakeSurroundings.CLIP));
      }
      // What was handed on completely is played to its end.
      for (EngineEvent event : List.copyOf(around.told)) {
        if (event instanceof EngineEvent.ReplyComplete(int turn)) {
          turns.replyHeard(new EngineCommand.ReplyHeard(turn, "word", false, now));
        }
      }
    }
    assertThat(turns.replying()).as("after 20 s of quiet").isFalse();
    return now;
  }

  private static void anything(
      DuplexTurns turns, FakeSurroundings around, Random random, long now, int pause) {
    int line = around.openLines.isEmpty() ? 1 : around.openLines.getLast() - random.nextInt(2);
    String text = SAID.get(random.nextInt(SAID.size()));
    switch (random.nextInt(17)) {
      case 0 -> turns.heard(new EarsEvent.VoiceStarted(now - 64, now));
      case 1 -> turns.heard(new EarsEvent.VoiceEnded(pause, now - 160, now));
      case 2 -> turns.heard(new EarsEvent.VoiceLikely(now));
      case 3 -> turns.heard(new EarsEvent.Hushed(pause, now - 64, now));
      case 4 -> turns.heard(new EarsEvent.WentOn(now, random.nextInt(900)));
      case 5 -> turns.heard(new EarsEvent.PartialWords(now, text, 0, now));
      case 6 -> turns.heard(silence(pause, now, random.nextInt(1500)));
      case 7 -> turns.heard(new EarsEvent.TurnWords(pause, now, text));
      case 8 -> turns.said(new CascadeEngine.Thought(line, "Hello there.|How are you?"));
      case 9 -> turns.said(new CascadeEngine.ThoughtEnded(line, failure(random)));
      case 10 -> turns.said(new CascadeEngine.Spoken(line, FakeSurroundings.CLIP));
      case 11 -> turns.said(new CascadeEngine.SpeakingFailed(line, "no sound"));
      case 12 -> turns.read(text);
      case 13 -> turns.tellLater("The cup is on the table.");
      case 14 -> turns.heard(new EarsEvent.VoiceFar(now));
      case 15 -> turns.heard(new EarsEvent.VoiceNear(now));
      default ->
          handedOn(around).stream()
              .skip(random.nextInt(3))
              .findFirst()
              .ifPresent(turn ->
                  turns.replyHeard(
                      new EngineCommand.ReplyHeard(
                          turn, random.nextBoolean() ? "word" : "", random.nextBoolean(), now)));
    }
  }

  /** Replies that the listener's side knows to be over. */
  private static List<Integer> handedOn(FakeSurroundings around) {
    return around.told.stream()
        .mapMulti((EngineEvent event, Consumer<Integer> over) -> {
          if (event instanceof EngineEvent.ReplyComplete(int turn)) {
            over.accept(turn);
          } else if (event instanceof EngineEvent.CutReply(int turn)) {
            over.accept(turn);
          }
        })
        .toList();
  }

  private static Optional<String> failure(Random random) {
    return random.nextBoolean() ? Optional.of("broken") : Optional.empty();
  }

  private static EarsEvent.Silence silence(int pause, long now, long millis) {
    return new EarsEvent.Silence(pause, now, millis, 900, -3, OptionalDouble.of(0.9));
  }

  /** Replies that sounded and were neither completed nor cut: never two voices at once. */
  private static Set<Integer> repliesWithoutEnd(FakeSurroundings around) {
    Set<Integer> open = new HashSet<>();
    for (EngineEvent event : around.told) {
      switch (event) {
        case EngineEvent.Aside _ -> {}
        case EngineEvent.ReplySound(int turn, _) -> open.add(turn);
        case EngineEvent.ReplyComplete(int turn) -> open.remove(turn);
        case EngineEvent.CutReply(int turn) -> open.remove(turn);
        case EngineEvent.Noticed _,
            EngineEvent.DuckReply _,
            EngineEvent.HoldReply _,
            EngineEvent.ResumeReply _ -> {}
      }
    }
    return open;
  }
}
