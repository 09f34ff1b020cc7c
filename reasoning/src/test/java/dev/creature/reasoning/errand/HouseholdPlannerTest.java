package dev.creature.reasoning.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.WorldView;
import dev.creature.actors.body.WorldView.AreaView;
import dev.creature.actors.body.WorldView.FurnitureView;
import dev.creature.actors.body.WorldView.RobotView;
import dev.creature.actors.body.WorldView.RoomView;
import dev.creature.actors.body.WorldView.ThingView;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdPlannerTest {
  private static final List<ToolOffer> TOOLS =
      List.of(new ToolOffer("do_physical_task", "does", "{}"));
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  @Test
  void setsTheTableWithWhatIsNotThereYet() {
    ToolAnswer answer = ask(new ToolMessage.User("Set the table for two, please."));
    assertThat(answer.calls())
        .extracting(ToolCall::arguments)
        .containsExactly(
            put("blue plate", "dining table"),
            put("red cup", "dining table"),
            put("fork", "dining table"));
    assertThat(answer.words()).contains("one fork and no knife");
  }

  @Test
  void tidiesOneRoomOnly() {
    ToolAnswer answer = ask(new ToolMessage.User("Tidy up the living room."));
    assertThat(answer.calls())
        .extracting(ToolCall::arguments)
        .containsExactly(put("black book", "bookshelf"));
  }

  @Test
  void looksWhetherThereIsSomethingAndAnswersByWhatItFound() {
    ToolMessage request = new ToolMessage.User("Find out whether there is any milk.");
    ToolAnswer plan = ask(request);
    ToolCall call = plan.calls().getFirst();
    assertThat(call.arguments()).isEqualTo("{\"object\":\"milk\",\"verb\":\"find\"}");
    assertThat(
            ask(request, new ToolMessage.Answered(plan), result(call, "done", "it is there"))
                .words())
        .isEqualTo("Yes. it is there");
    assertThat(
            ask(request, new ToolMessage.Answered(plan), result(call, "failed", "there is no milk"))
                .words())
        .isEqualTo("No. there is no milk");
  }

  @Test
  void saysWhatItHasNoRecipeFor() {
    ToolAnswer answer = ask(new ToolMessage.User("Organize my birthday party."));
    assertThat(answer.calls()).isEmpty();
    assertThat(answer.words()).startsWith("I don't know how to do that");
  }

  @Test
  void saysHowFarItGot() {
    ToolMessage request = new ToolMessage.User("Set the table for two.");
    ToolAnswer plan = ask(request);
    assertThat(
            ask(
                    request,
                    new ToolMessage.Answered(plan),
                    result(plan.calls().get(0), "done", "there"),
                    result(plan.calls().get(1), "failed", "the cup fell"))
                .words())
        .isEqualTo("I did 1 of 2 things. the cup fell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set the table for two.",
        "Could you please set the table for six?",
        "I spilled my drink",
        "Find out whether there is milk.",
        "Tidy up the living room.",
        "put everything away"
      })
  void knowsAGoal(String words) {
    assertThat(Goals.asks(GRAMMAR.read(words), false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to eat an apple in the bedroom.",
        "I'd like to read my book in bed.",
        "Prepare the bedroom for the night.",
        "Make sure the lights in the kitchen are off."
      })
  void leavesToAModelWhatNoRecipeKnows(String words) {
    assertThat(Goals.asks(GRAMMAR.read(words), true)).isTrue();
    assertThat(Goals.asks(GRAMMAR.read(words), false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bring me the red cup.",
        "What is on the table?",
        "The kitchen is clean.",
        "I set the table yesterday.",
        "Tell me a joke.",
        "How are you?",
        "I want to sleep.",
        "I wanted to read the book yesterday.",
        "Do you want to eat an apple?",
        "Stop."
      })
  void takesOtherWordsForNoGoal(String words) {
    assertThat(Goals.asks(GRAMMAR.read(words), true)).isFalse();
  }

  private static String put(String object, String target) {
    return "{\"object\":\"" + object + "\",\"target\":\"" + target + "\",\"verb\":\"put\"}";
  }

  private static ToolMessage result(ToolCall call, String state, String note) {
    return new ToolMessage.Result(
        call.id(), call.tool(), "{\"state\":\"" + state + "\",\"note\":\"" + note + "\"}");
  }

  private static ToolAnswer ask(ToolMessage... messages) {
    List<ToolMessage> all = new ArrayList<>();
    all.add(new ToolMessage.Instructions("Plan."));
    all.addAll(List.of(messages));
    return new HouseholdPlanner(() -> Optional.of(world()))
        .ask("t", all, TOOLS)
        .answer()
        .toCompletableFuture()
        .join();
  }

  private static WorldView world() {
    return new WorldView(
        1,
        0,
        List.of(room("kitchen", 0), room("living room", 10)),
        List.of(),
        List.of(
            furniture("dining table", "table", "kitchen"),
            furniture("kitchen counter", "counter", "kitchen"),
            furniture("coffee table", "coffee table", "living room"),
            furniture("bookshelf", "shelf", "living room")),
        List.of(
            thing("white plate", "plate", "on the dining table", 1),
            thing("blue plate", "plate", "on the kitchen counter", 1),
            thing("tall glass", "glass", "on the dining table", 1),
            thing("red cup", "cup", "on the kitchen counter", 1),
            thing("fork", "fork", "on the kitchen counter", 1),
            thing("black book", "book", "on the coffee table", 11),
            thing("red book", "book", "on the bookshelf", 11)),
        List.of(),
        new RobotView(1, 1, 0, 0, 0.2, 0.3, 1, "", List.of()),
        Optional.empty(),
        "",
        false);
  }

  private static RoomView room(String name, double x) {
    return new RoomView(name, new AreaView(x, 0, 5, 5));
  }

  private static FurnitureView furniture(String name, String kind, String room) {
    return new FurnitureView(
        name, kind, room, new AreaView(0, 0, 1, 1), "", false, false, false, false);
  }

  private static ThingView thing(String name, String kind, String where, double x) {
    return new ThingView(name, kind, "", x, 1, where, false);
  }
}
