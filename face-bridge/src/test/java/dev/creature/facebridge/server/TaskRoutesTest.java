package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.desk.DeskReply;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class TaskRoutesTest extends RunningServer {
  @Test
  void saysThatNoBodyIsAttached() throws Exception {
    for (String path : List.of("/v1/stop", "/v1/release")) {
      assertRefused(ask("POST", path, ""), 503, "no body is attached");
    }
    assertRefused(ask("GET", "/v1/tasks", ""), 503, "no body is attached");
    assertRefused(ask("POST", "/v1/tasks", "{\"verb\":\"bring\"}"), 503, "no body is attached");
  }

  @Test
  void handsTasksToTheDesk() throws Exception {
    desk =
        Optional.of(
            kit.spawn(
                Behaviors.receiveMessage(command -> {
                  DeskReply reply =
                      switch (command) {
                        case DeskCommand.Submit submit ->
                            new DeskReply.TaskView(
                                submit.id().orElse(new TaskId("t1")),
                                submit.task(),
                                TaskState.ACCEPTED,
                                "");
                        case DeskCommand.Look(TaskId id, _) -> new DeskReply.Unknown(id);
                        case DeskCommand.Stop _ -> new DeskReply.Stopped(12.5);
                        case DeskCommand.LookAll _, DeskCommand.Cancel _, DeskCommand.Release _ ->
                            new DeskReply.Refused("busy");
                      };
                  command.replyTo().tell(reply);
                  return Behaviors.same();
                })));
    HttpResponse<String> taken =
        ask(
            "POST",
            "/v1/tasks",
            "{\"verb\":\"bring\",\"object\":\"blue cup\",\"arguments\":{\"count\":2}}");
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(MAPPER.readTree(taken.body()).at("/arguments/count").asText()).isEqualTo("2");
    assertRefused(ask("POST", "/v1/tasks", "{\"object\":\"cup\"}"), 400, "bad input");
    assertRefused(ask("POST", "/v1/tasks", "nonsense"), 400, "bad input");
    assertRefused(ask("GET", "/v1/tasks/t9", ""), 404, "not found");
    assertRefused(ask("GET", "/v1/tasks/%20", ""), 400, "bad input");
    assertRefused(ask("POST", "/v1/release", ""), 409, "refused");
    assertThat(ask("POST", "/v1/stop", "").body()).contains("12.5");
  }
}
