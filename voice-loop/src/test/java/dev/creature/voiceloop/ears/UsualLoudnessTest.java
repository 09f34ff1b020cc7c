package dev.creature.voiceloop.ears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsualLoudnessTest {
  private final UsualLoudness usual = new UsualLoudness();

  @Test
  void callsNobodyFarBeforeTheFirstTurn() {
    assertThat(usual.far(-90)).isFalse();
  }

  @Test
  void callsAVoiceFarThatIsMuchSofterThanTheUsersAndAnyOtherNear() {
    usual.took(-20);

    assertThat(usual.far(-40)).isTrue();
    assertThat(usual.far(-30)).isFalse();
    assertThat(usual.far(-5)).isFalse();
  }

  @Test
  void isNotMisledByOneLoudTurn() {
    usual.took(-30);
    usual.took(-10);
    assertThat(usual.far(-40)).isFalse();
    usual.took(-30);

    assertThat(usual.far(-40)).isFalse();
  }

  @Test
  void callsNobodyFarWhoIsAsLoudAsPeopleAreRecorded() {
    usual.took(-9);

    assertThat(usual.far(-30)).isFalse();
  }

  @Test
  void followsAUserWhoWalksAway() {
    usual.took(-20);
    usual.took(-40);
    usual.took(-40);

    assertThat(usual.far(-42)).isFalse();
  }
}
