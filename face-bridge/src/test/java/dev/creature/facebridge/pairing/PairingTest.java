package dev.creature.facebridge.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final PairingCodes codes = new PairingCodes(clock, new SecureRandom());

  @TempDir private Path folder;

  @Test
  void tradesACodeOnce() {
    String code = codes.issue();
    assertThat(code).hasSize(22);
    assertThat(codes.trade(code, "phone")).isEqualTo(PairingCodes.Trade.ACCEPTED);
    assertThat(codes.trade(code, "phone")).isEqualTo(PairingCodes.Trade.REFUSED);
  }

  @Test
  void forgetsACodeAfterFiveMinutes() {
    String code = codes.issue();
    now = now.plus(Duration.ofMinutes(5));
    assertThat(codes.trade(code, "phone")).isEqualTo(PairingCodes.Trade.REFUSED);
  }

  @Test
  void letsNobodyTryManyCodes() {
    String right = codes.issue();
    for (int i = 0; i < 5; i++) {
      assertThat(codes.trade("wrong" + i, "thief")).isEqualTo(PairingCodes.Trade.REFUSED);
    }
    assertThat(codes.trade(right, "thief")).isEqualTo(PairingCodes.Trade.TOO_MANY);
    assertThat(codes.trade(right, "phone")).isEqualTo(PairingCodes.Trade.ACCEPTED);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(codes.trade("wrong", "thief")).isEqualTo(PairingCodes.Trade.REFUSED);
  }

  @Test
  void keepsOnlyHashesOfTokensAcrossARestart() throws IOException {
    Path file = folder.resolve("devices.json");
    Devices.Paired paired = new Devices(file, clock, new SecureRandom()).add("Kim's \n phone");
    assertThat(Files.readString(file)).doesNotContain(paired.token()).contains("Kim's");
    Devices later = new Devices(file, clock, new SecureRandom());
    assertThat(later.of(paired.token())).contains(paired.device());
    assertThat(later.of(paired.token() + "x")).isEmpty();
  }

  @Test
  void letsARevokedDeviceInNoMoreAndSaysSo() throws IOException {
    Devices devices = new Devices(folder.resolve("d.json"), clock, new SecureRandom());
    Devices.Paired paired = devices.add("phone");
    List<String> told = new ArrayList<>();
    devices.whenRevoked(told::add);
    assertThat(devices.revoke(paired.device().id())).isTrue();
    assertThat(devices.revoke(paired.device().id())).isFalse();
    assertThat(devices.of(paired.token())).isEmpty();
    assertThat(told).containsExactly(paired.device().id());
  }

  @Test
  void drawsACodeThatIsSquareAndHasItsThreeCorners() {
    QrCode code = QrCode.of("https://192.168.1.20:8443/#pair=0123456789abcdefghijkl");
    String[] lines = code.forTerminal().split("\n");
    assertThat(lines).hasSize((code.side() + 1) / 2);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(code.side()));
    assertThat(code.svgPath()).startsWith("M2 2h7v1h-7z");
  }
}
