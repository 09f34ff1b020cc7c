package dev.creature.deploy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.deploy.storage.Secret;
import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TelemetryTest {
  private static final ConversationId HERE = new ConversationId("cTest");
  private static final IntentId INTENT = new IntentId("cTest.1.0.0");

  static void aTurnWithADeed(Telemetry telemetry) {
    for (ConversationEvent event : events()) {
      telemetry.observe(HERE, event);
      if (event instanceof ConversationEvent.TurnCommitted) {
        telemetry.replyLeft(HERE, 1, 1_560);
      }
    }
  }

  /** Every word that anybody says in here begins with a Z, as nothing else does. */
  private static List<ConversationEvent> events() {
    PhysicalTask task =
        new PhysicalTask(
            "Zbring",
            Optional.of("blue Zcup"),
            Optional.of("Zkitchen"),
            Optional.empty(),
            new TreeMap<>());
    TaskId id = new TaskId(INTENT.value());
    return List.of(
        new ConversationEvent.UserSpeechStarted(200, 280),
        new ConversationEvent.UserPartial(600, "Zbring me", 0),
        new ConversationEvent.IntentChanged(700, INTENT, IntentState.HYPOTHESIS, task, 0.6),
        new ConversationEvent.UserSpeechEnded(1_000, 1_160),
        new ConversationEvent.TurnCommitted(1_500, 1, 0.9, 500),
        new ConversationEvent.UserFinal(1_500, 1, "Zbring me the Zcup"),
        new ConversationEvent.ReplyToken(1_540, 1, "ZSure."),
        new ConversationEvent.ReplyAudioStarted(1_700, 1),
        new ConversationEvent.TurnSettled(1_800, 1),
        new ConversationEvent.IntentChanged(1_810, INTENT, IntentState.COMMITTED, task, 1),
        new ConversationEvent.IntentChanged(1_820, INTENT, IntentState.DISPATCHED, task, 1),
        new ConversationEvent.TaskChanged(1_830, id, TaskState.ACCEPTED, ""),
        new ConversationEvent.TaskChanged(1_900, id, TaskState.RUNNING, "going to the Zkitchen"),
        new ConversationEvent.ReplyAudioEnded(2_600, 1, "ZSure.", true),
        new ConversationEvent.TaskChanged(5_000, id, TaskState.DONE, "the Zcup is here"),
        new ConversationEvent.IntentChanged(5_000, INTENT, IntentState.DONE, task, 1),
        new ConversationEvent.Trouble(6_000, "mouth", "cannot speak Zxylophone"));
  }

  @Test
  void countsAndTimesWhatHappens() {
    try (Telemetry telemetry = new Telemetry(TelemetrySettings.NONE, Map.of())) {
      aTurnWithADeed(telemetry);
      telemetry.frameLate(HERE, 1, 40);
      telemetry.seats(3, 5);
      assertThat(telemetry.text())
          .contains("creature_turns_total{outcome=\"settled\"} 1.0")
          .contains("creature_turns_total{outcome=\"returned\"} 0.0")
          .contains("creature_interruptions_total 1.0")
          .contains("creature_voice_to_voice_seconds_sum 0.7")
          .contains("creature_voice_to_voice_seconds_bucket{le=\"0.7\"} 1")
          .contains("creature_voice_to_voice_seconds_bucket{le=\"0.65\"} 0")
          .contains("creature_turn_stage_seconds_sum{stage=\"turn\"} 0.34")
          .contains("creature_turn_stage_seconds_sum{stage=\"playout\"} 0.14")
          .contains("creature_late_frames_seconds_count 1")
          .contains("creature_intents_total{state=\"done\"} 1.0")
          .contains("creature_troubles_total{part=\"mouth\"} 1.0")
          .contains("creature_conversations 3.0")
          .contains("creature_conversation_slots_free 5.0")
          .contains("creature_journal_turns_waiting 1.0")
          // The older names.
          .contains("creature_events_total{type=\"UserFinal\"} 1.0")
          .contains("creature_reply_delay_milliseconds_sum 700.0")
          .contains("process_uptime_seconds ");
      telemetry.kept(HERE, 1);
      assertThat(telemetry.text()).contains("creature_journal_turns_waiting 0.0");
    }
  }

  @Test
  void showsHowLongInferenceWaitsInEachLane() throws Exception {
    try (Telemetry telemetry = new Telemetry(TelemetrySettings.NONE, Map.of());
        InferencePool pool = new InferencePool(1)) {
      telemetry.watch(pool);
      assertThat(pool.submit(Lane.SOUND, "c", () -> "x").get()).isEqualTo("x");
      assertThat(telemetry.text())
          .contains("creature_inference_queue{lane=\"sound\"} 0.0")
          .contains("creature_inference_wait_seconds_count{lane=\"sound\"} 1")
          .contains("creature_inference_wait_seconds_count{lane=\"thinking\"} 0");
    }
  }

  @Test
  @Timeout(60)
  void sendsATraceOfTheTurnWithItsStagesAndItsDeed() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Telemetry telemetry =
          new Telemetry(
              TelemetrySettings.NONE, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()));
      aTurnWithADeed(telemetry);
      telemetry.close();

      OtlpReceiver.Sent turn = receiver.named("conversation turn");
      assertThat(turn.parent()).isEmpty();
      long begin = turn.begin();
      for (String name :
          List.of("ear", "turn", "brain", "mouth", "playout", "tap", "reasoner", "body")) {
        OtlpReceiver.Sent span = receiver.named(name);
        assertThat(span.parent()).as(name).isEqualTo(turn.id());
        assertThat(span.trace()).as(name).isEqualTo(turn.trace());
      }
      OtlpReceiver.Sent ear = receiver.named("ear");
      assertThat(TimeUnit.NANOSECONDS.toMillis(ear.begin() - begin)).isEqualTo(800);
      assertThat(receiver.named("turn").begin()).isEqualTo(ear.end());
      assertThat(TimeUnit.NANOSECONDS.toMillis(receiver.named("playout").end() - begin))
          .isEqualTo(1_500);
      assertThat(TimeUnit.NANOSECONDS.toMillis(turn.end() - begin)).isEqualTo(2_400);
      assertThat(receiver.raw())
          .contains("cTest.1.0.0")
          .doesNotContain("Zbring", "Zcup", "Zkitchen", "ZSure", "Zxylophone");
    }
  }

  @Test
  @Timeout(60)
  void sendsNothingUnlessAsked() throws Exception {
    assertThat(Tracing.open(TelemetrySettings.NONE, Map.of())).isEmpty();
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      TelemetrySettings configured = new TelemetrySettings(Secret.NONE, receiver.url());
      Telemetry off = new Telemetry(configured, Map.of("OTEL_SDK_DISABLED", "true"));
      aTurnWithADeed(off);
      off.close();
      assertThat(receiver.spans()).isEmpty();
      Telemetry on = new Telemetry(configured, Map.of());
      aTurnWithADeed(on);
      on.close();
      assertThat(receiver.spans()).isNotEmpty();
    }
  }

  @Test
  @Timeout(60)
  void writesLateFramesIntoTheFlightRecorder() throws Exception {
    BlockingQueue<RecordedEvent> recorded = new LinkedBlockingQueue<>();
    try (Telemetry telemetry = new Telemetry(TelemetrySettings.NONE, Map.of());
        RecordingStream stream = new RecordingStream()) {
      stream.enable(LateFrame.NAME);
      stream.onEvent(LateFrame.NAME, recorded::add);
      stream.startAsync();
      telemetry.frameLate(HERE, 4, 37);
      stream.stop();
    }
    RecordedEvent event = recorded.remove();
    assertThat(event.getString("conversation")).isEqualTo("cTest");
    assertThat(event.getInt("turn")).isEqualTo(4);
    assertThat(event.getDuration("lateMillis").toMillis()).isEqualTo(37);
    assertThat(recorded).isEmpty();
  }

  @Test
  void letsOnlyTheRightTokenScrape() {
    TelemetrySettings settings = new TelemetrySettings(new Secret("0123456789abcdef"), "");
    try (Telemetry telemetry = new Telemetry(settings, Map.of());
        Telemetry closed = new Telemetry(TelemetrySettings.NONE, Map.of())) {
      assertThat(telemetry.scrapes("0123456789abcdef")).isTrue();
      assertThat(telemetry.scrapes("0123456789abcdeg")).isFalse();
      assertThat(telemetry.scrapes("")).isFalse();
      assertThat(closed.scrapes("")).isFalse();
    }
  }
}
