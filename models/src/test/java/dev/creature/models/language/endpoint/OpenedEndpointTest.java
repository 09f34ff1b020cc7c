package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A quick model opens, and an endpoint behind a real socket goes on. */
@Timeout(60)
class OpenedEndpointTest {
  private final Puppet quick = new Puppet();
  private final Replies reply = new Replies();
  private final List<FallbackEvent> events = new ArrayList<>();

  private final TestTime time = new TestTime();

  private Generation generate(EndpointLanguageModel endpoint) {
    return new OpenedLanguageModel(quick, endpoint, Duration.ofMillis(900), events::add, time)
        .generate(Replies.HELLO, reply);
  }

  @Test
  void aGoodEndpointGoesOnFromTheOpener() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.reply(" the blue cup", " is here."));
        EndpointLanguageModel endpoint = EndpointFixture.model(peer)) {
      Generation generation = generate(endpoint);
      quick.last().say("Well, I think, ");
      assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
      assertThat(reply.text()).isEqualTo("Well, I think, the blue cup is here.");
      assertThat(peer.requests.take())
          .contains("\"content\":\"Well, I think,\"", "\"role\":\"assistant\"");
      assertThat(events).isEmpty();
    }
  }

  @Test
  void aSilentEndpointIsHungUpOnAndTheSentenceEnds() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Stage::awaitHangUp);
        EndpointLanguageModel endpoint = EndpointFixture.model(peer)) {
      Generation generation = generate(endpoint);
      quick.last().say("Well, I think, it is here. ");
      // It was asked, and then it is late.
      assertThat(peer.requests.take()).contains("Well, I think,");
      time.pass(Duration.ofMillis(900));
      assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
      assertThat(reply.text()).isEqualTo("Well, I think, it is here.");
      assertThat(peer.awaitHangUp()).isTrue();
      assertThat(events)
          .containsExactly(new FallbackEvent.FellBack("test", "has not gone on within 900 ms"));
    }
  }

  @Test
  void anEndpointThatRefusesLeavesTheSentenceToTheQuickModel() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.answer(400, "", "{}"));
        EndpointLanguageModel endpoint = EndpointFixture.model(peer)) {
      Generation generation = generate(endpoint);
      quick.last().say("Well, I think, it is here. ");
      assertThat(Replies.ending(generation)).isEqualTo(Ending.COMPLETE);
      assertThat(reply.text()).isEqualTo("Well, I think, it is here.");
      assertThat(events).hasSize(1);
    }
  }
}
