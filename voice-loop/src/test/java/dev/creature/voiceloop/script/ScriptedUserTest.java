package dev.creature.voiceloop.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.voiceloop.script.ScriptedUser.Deed;
import dev.creature.voiceloop.script.ScriptedUser.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedUserTest {
  private static final Turn FIRST = new Turn(new When.AfterReply(100, 8000), 1000);

  @Test
  void beginsAfterTheSilenceOfTheFirstInput() {
    ScriptedUser user = new ScriptedUser(List.of(FIRST));

    assertThat(user.next(80, CreatureSound.NONE, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(100, CreatureSound.NONE, new Doings())).isEqualTo(new Deed.Speak(0));
  }

  @Test
  void speaksAgainWhenTheReplyHasEndedAndSilenceFollowed() {
    ScriptedUser user =
        new ScriptedUser(List.of(FIRST, new Turn(new When.AfterReply(600, 8000), 1000)));
    user.next(100, CreatureSound.NONE, new Doings());
    CreatureSound speaking = CreatureSound.NONE.started(1500);
    CreatureSound ended = speaking.ended(3000);

    assertThat(user.next(2000, speaking, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(3580, ended, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(3600, ended, new Doings())).isEqualTo(new Deed.Speak(1));
  }

  @Test
  void goesOnAfterTheTimeoutWhenNoReplyComes() {
    ScriptedUser user =
        new ScriptedUser(List.of(FIRST, new Turn(new When.AfterReply(600, 2000), 1000)));
    user.next(100, CreatureSound.NONE, new Doings());

    assertThat(user.next(3080, CreatureSound.NONE, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(3100, CreatureSound.NONE, new Doings())).isEqualTo(new Deed.Speak(1));
  }

  @Test
  void doesNotTakeAReplyThatEndedInsideItsOwnInputForTheAnswer() {
    ScriptedUser user =
        new ScriptedUser(List.of(FIRST, new Turn(new When.AfterReply(600, 8000), 1000)));
    user.next(100, CreatureSound.NONE, new Doings());
    CreatureSound tooEarly = CreatureSound.NONE.started(400).ended(700);

    assertThat(user.next(2000, tooEarly, new Doings())).isInstanceOf(Deed.Listen.class);
  }

  @Test
  void interruptsAReplyAtTheMomentAsked() {
    ScriptedUser user =
        new ScriptedUser(List.of(FIRST, new Turn(new When.DuringReply(800, 8000), 1000)));
    user.next(100, CreatureSound.NONE, new Doings());
    CreatureSound speaking = CreatureSound.NONE.started(1500);

    assertThat(user.next(2280, speaking, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(2300, speaking, new Doings())).isEqualTo(new Deed.Speak(1));
  }

  @Test
  void speaksAtAFixedTimeButNeverOverItself() {
    ScriptedUser user =
        new ScriptedUser(List.of(new Turn(new When.At(0), 1000), new Turn(new When.At(500), 1000)));

    assertThat(user.next(0, CreatureSound.NONE, new Doings())).isEqualTo(new Deed.Speak(0));
    assertThat(user.next(500, CreatureSound.NONE, new Doings())).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(1000, CreatureSound.NONE, new Doings())).isEqualTo(new Deed.Speak(1));
  }

  @Test
  void leavesWhenTheLastInputWasAnswered() {
    ScriptedUser user = new ScriptedUser(List.of(FIRST));
    user.next(100, CreatureSound.NONE, new Doings());
    CreatureSound ended = CreatureSound.NONE.started(1500).ended(3000);

    assertThat(user.next(3000 + ScriptedUser.TAIL_MILLIS, ended, new Doings()))
        .isInstanceOf(Deed.Leave.class);
  }

  @Test
  void staysUntilWhatWasAskedForIsDoneAndTold() {
    ScriptedUser user = new ScriptedUser(List.of(new Turn(new When.At(100), 1000)));
    Doings doings = new Doings();
    TaskId task = new TaskId("fetch");
    CreatureSound ended = CreatureSound.NONE.started(1500).ended(3000);
    user.next(100, CreatureSound.NONE, doings);
    doings.noticed(new ConversationEvent.TaskChanged(2000, task, TaskState.RUNNING, ""));
    assertThat(user.next(9000, ended, doings)).isInstanceOf(Deed.Listen.class);

    doings.noticed(new ConversationEvent.TaskChanged(9100, task, TaskState.DONE, ""));
    CreatureSound told = ended.started(11_700).ended(13_000);

    assertThat(user.next(16_000, told, doings)).isInstanceOf(Deed.Listen.class);
    assertThat(user.next(16_700, told, doings)).isInstanceOf(Deed.Leave.class);
  }
}
