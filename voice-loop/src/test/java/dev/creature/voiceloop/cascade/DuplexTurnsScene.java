package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import java.util.List;
import java.util.OptionalDouble;

/** A conversation whose ears, clock and models are played by the test. */
abstract class DuplexTurnsScene {
  final FakeSurroundings around = new FakeSurroundings();
  final DuplexTurns turns = new DuplexTurns(EvidenceTurnTaking.standard(), around, 1);
  long now;
  int pause;

  void speakingReply() {
    voice();
    hush("What is your name?");
    silence(200);
    answer(1);
    tick(700);
    assertThat(around.turnsOver).isEqualTo(1);
  }

  void answer(int line) {
    turns.said(new CascadeEngine.Thought(line, "I am Pip.|How are you?"));
    turns.said(new CascadeEngine.Spoken(line, FakeSurroundings.CLIP));
  }

  List<EngineEvent> sounds() {
    return around.told.stream().filter(EngineEvent.ReplySound.class::isInstance).toList();
  }

  void voice() {
    tick(1000);
    turns.heard(new EarsEvent.VoiceStarted(now - 64, now));
    tick(1500);
  }

  void goOn(long pausedMillis) {
    pause++;
    turns.heard(new EarsEvent.WentOn(now, pausedMillis));
  }

  void hush(String words) {
    hushAfter(1500, words);
  }

  long speechMillis;
  long hushedAt;

  void hushAfter(long speech, String words) {
    pause++;
    speechMillis = speech;
    hushedAt = now;
    tick(64);
    turns.heard(new EarsEvent.Hushed(pause, hushedAt, now));
    turns.heard(new EarsEvent.TurnWords(pause, now, words));
  }

  void silence(long millis) {
    silence(millis, 0.99);
  }

  void silence(long millis, double endProbability) {
    while (now - hushedAt < millis) {
      tick(20);
      turns.heard(
          new EarsEvent.Silence(
              pause, now, now - hushedAt, speechMillis, -8, OptionalDouble.of(endProbability)));
    }
  }

  void tick(long millis) {
    long until = now + millis;
    while (now < until) {
      now = Math.min(until, now + 20);
      turns.tick(now);
    }
  }
}
