package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.tokens.PreTokenizer;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.language.tokens.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContextWindowTest {
  private static final int POSITIONS = 200;
  private static final Tokenizer BYTES = bytes();
  private static final ChatMessage PERSONA = ChatMessage.system("persona");

  private final ContextWindow window = new ContextWindow(new ChatTemplate(BYTES), POSITIONS);

  @Test
  void laysAShortDialogueOutWhole() {
    assertThat(text(window.prompt(List.of(PERSONA, ChatMessage.user("hi")), 20)))
        .isEqualTo("[system\npersona]\n[user\nhi]\n[assistant\n");
  }

  @Test
  void leavesTheRepliesBeginningOpen() {
    assertThat(
            text(
                window.prompt(
                    List.of(PERSONA, ChatMessage.user("hi"), ChatMessage.assistant("Hello")), 20)))
        .isEqualTo("[system\npersona]\n[user\nhi]\n[assistant\nHello");
  }

  @Test
  void keepsThePersonaAndTheNewestWhenTheRestDoesNotFit() {
    String text = text(window.prompt(turns(20), 20));
    assertThat(text)
        .startsWith("[system\npersona]\n[")
        .doesNotContain("user 0")
        .endsWith("[user\nuser 19]\n[assistant\n");
  }

  @Test
  void keepsItsBeginningForSeveralTurnsAfterSomethingHadToGo() {
    List<String> beginnings = new ArrayList<>();
    for (int turns = 9; turns < 12; turns++) {
      beginnings.add(text(window.prompt(turns(turns), 20)).substring(0, 60));
    }
    assertThat(beginnings.get(1)).isEqualTo(beginnings.get(0));
    assertThat(beginnings.get(2)).isEqualTo(beginnings.get(0));
  }

  @Test
  void forgetsWhatHadToGoWhenAnotherDialogueBegins() {
    window.prompt(turns(20), 20);
    assertThat(text(window.prompt(turns(1), 20))).contains("user 0");
  }

  @Test
  void makesRoomAheadOfTheTurnThatWouldNotFit() {
    List<ChatMessage> dialogue = new ArrayList<>(turns(5));
    dialogue.add(ChatMessage.assistant("reply 5"));
    assertThat(window.slide(dialogue, 10)).isEmpty();
    ContextWindow.Prompt ahead = window.slide(dialogue, 100).orElseThrow();
    dialogue.add(ChatMessage.user("next"));
    assertThat(text(window.prompt(dialogue, 20))).startsWith(text(ahead));
  }

  @Property(tries = 300)
  void alwaysLeavesRoomForTheReply(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 300) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 300) int replyTokens,
      @ForAll boolean withPersona,
      @ForAll boolean goingOn) {
    List<ChatMessage> dialogue = new ArrayList<>();
    if (withPersona) {
      dialogue.add(ChatMessage.system("p".repeat(lengths.getFirst())));
    }
    for (int i = 0; i < lengths.size(); i++) {
      String text = "x".repeat(lengths.get(i));
      dialogue.add(i % 2 == 0 ? ChatMessage.user(text) : ChatMessage.assistant(text));
    }
    if (goingOn) {
      dialogue.add(ChatMessage.assistant("so"));
    }
    int length = window.prompt(dialogue, replyTokens).tokens().length;
    assertThat(length).isPositive();
    assertThat(length + Math.min(replyTokens, POSITIONS / 2)).isLessThanOrEqualTo(POSITIONS);
  }

  private static List<ChatMessage> turns(int count) {
    List<ChatMessage> messages = new ArrayList<>(List.of(PERSONA));
    for (int turn = 0; turn < count; turn++) {
      if (turn > 0) {
        messages.add(ChatMessage.assistant("reply " + turn));
      }
      messages.add(ChatMessage.user("user " + turn));
    }
    return messages;
  }

  private static String text(ContextWindow.Prompt prompt) {
    StringBuilder text = new StringBuilder();
    for (int token : prompt.tokens()) {
      text.append(token == 256 ? "[" : token == 257 ? "]" : BYTES.decode(new int[] {token}));
    }
    return text.toString();
  }

  private static Tokenizer bytes() {
    byte[][] tokens = new byte[258][];
    for (int i = 0; i < 256; i++) {
      tokens[i] = new byte[] {(byte) i};
    }
    tokens[256] = "<|im_start|>".getBytes(StandardCharsets.US_ASCII);
    tokens[257] = "<|im_end|>".getBytes(StandardCharsets.US_ASCII);
    boolean[] control = new boolean[258];
    control[256] = true;
    control[257] = true;
    return new Tokenizer(new Vocabulary(PreTokenizer.SMOLLM, tokens, control, new int[0]));
  }
}
