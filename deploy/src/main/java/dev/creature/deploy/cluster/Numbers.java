package dev.creature.deploy.cluster;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.creature.CreatureCommand;
import dev.creature.actors.talk.Exchange;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskStatus;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The number of each class that crosses nodes. A number is never given to another class, also when
 * its class is gone.
 */
final class Numbers {
  private Numbers() {}

  static SequencedMap<Integer, Class<?>> all() {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry(100, TaskId.class),
            Map.entry(101, PhysicalTask.class),
            Map.entry(102, TaskRequest.class),
            Map.entry(103, TaskStatus.class),
            Map.entry(110, TaskCommand.Request.class),
            Map.entry(111, TaskCommand.Confirm.class),
            Map.entry(112, TaskCommand.Cancel.class),
            Map.entry(113, TaskCommand.Get.class),
            Map.entry(114, TaskCommand.GetAll.class),
            Map.entry(115, TaskCommand.GetUntold.class),
            Map.entry(116, TaskCommand.CancelAll.class),
            Map.entry(117, TaskCommand.ClaimOutcome.class),
            Map.entry(118, TaskCommand.Told.class),
            Map.entry(119, TaskCommand.Subscribe.class),
            Map.entry(120, TaskCommand.Unsubscribe.class),
            Map.entry(121, TaskCommand.Known.class),
            Map.entry(122, TaskCommand.Unknown.class),
            Map.entry(123, TaskCommand.Refused.class),
            Map.entry(124, TaskCommand.Tasks.class),
            Map.entry(125, TaskCommand.OutcomeClaim.class),
            Map.entry(140, BodyCommand.Perform.class),
            Map.entry(141, BodyCommand.Cancel.class),
            Map.entry(142, BodyCommand.Watch.class),
            Map.entry(143, BodyCommand.Unwatch.class),
            Map.entry(144, BodyCommand.Halt.class),
            Map.entry(145, BodyCommand.Release.class),
            Map.entry(150, BodyEvent.Started.class),
            Map.entry(151, BodyEvent.Progressed.class),
            Map.entry(152, BodyEvent.Done.class),
            Map.entry(153, BodyEvent.Failed.class),
            Map.entry(154, BodyEvent.Cancelled.class),
            Map.entry(155, BodyEvent.Halted.class),
            Map.entry(160, WorldView.class),
            Map.entry(161, WorldView.AreaView.class),
            Map.entry(162, WorldView.RoomView.class),
            Map.entry(163, WorldView.DoorView.class),
            Map.entry(164, WorldView.FurnitureView.class),
            Map.entry(165, WorldView.ThingView.class),
            Map.entry(166, WorldView.PersonView.class),
            Map.entry(167, WorldView.RobotView.class),
            Map.entry(180, Exchange.class),
            Map.entry(181, CreatureCommand.Remember.class),
            Map.entry(182, CreatureCommand.Feel.class),
            Map.entry(183, CreatureCommand.TaskOpen.class),
            Map.entry(184, CreatureCommand.Forget.class),
            Map.entry(185, CreatureCommand.Ask.class),
            Map.entry(186, CreatureCommand.Known.class),
            Map.entry(200, BodyMessage.ToBoard.class),
            Map.entry(201, BodyMessage.ToBody.class),
            Map.entry(202, BodyMessage.FollowStop.class),
            Map.entry(203, BodyMessage.StopState.class)));
  }
}
