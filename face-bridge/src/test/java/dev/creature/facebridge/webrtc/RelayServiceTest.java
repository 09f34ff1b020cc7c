package dev.creature.facebridge.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayServiceTest {
  private static final String TURN = "turn:relay.example.org:3478?transport=udp";
  private static final RelayService RELAY =
      new RelayService(List.of(TURN), "shared with the relay");

  @Test
  void givesANameThatEndsInTwelveHoursAndItsPassword() {
    RelayService.Access access = RELAY.access("phone", Instant.ofEpochSecond(1_700_000_000));
    assertThat(access.username()).isEqualTo("1700043200:phone");
    // By: printf '1700043200:phone' | openssl dgst -sha1 -hmac 'shared with the relay' -binary
    assertThat(access.credential()).isEqualTo("CS6PbKvUWHYZsTVJ2WhJO1LW79o=");
    assertThat(access.urls()).containsExactly(TURN);
  }

  @Test
  void asksStunWithoutAName() {
    RelayService.Access access =
        new RelayService(List.of("stun:example.org"), "").access("phone", Instant.EPOCH);
    assertThat(access.username()).isEmpty();
    assertThat(access.credential()).isEmpty();
  }

  @Test
  void showsNoSecretWhenItIsPrinted() {
    assertThat(RELAY.toString()).doesNotContain("shared");
    RelayService.Access access = RELAY.access("phone", Instant.EPOCH);
    assertThat(access.toString()).doesNotContain(access.credential());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relay.example.org",
        "http://relay.example.org",
        "turn:",
        "turn:relay.example.org?transport=smoke",
        "turn:relay.example.org extra"
      })
  void refusesWhatNamesNoServer(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelayService(List.of(url), "secret"))
        .withMessageContaining("must be like");
  }

  @Test
  void refusesARelayWithoutItsSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelayService(List.of(TURN), ""))
        .withMessageContaining("needs the secret");
  }
}
