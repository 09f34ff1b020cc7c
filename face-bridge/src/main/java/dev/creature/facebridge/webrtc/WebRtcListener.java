package dev.creature.facebridge.webrtc;

import dev.creature.actors.link.LinkListener;
import java.util.function.Consumer;

/** The client as the conversation sees it. Two are never the same. */
final class WebRtcListener implements LinkListener {
  private final PacedSound sound;
  private final Consumer<String> texts;
  private final Runnable closing;

  WebRtcListener(PacedSound sound, Consumer<String> texts, Runnable closing) {
    this.sound = sound;
    this.texts = texts;
    this.closing = closing;
  }

  @Override
  public void sound(long playoutMillis, short[] samples) {
    sound.add(playoutMillis, samples);
  }

  @Override
  public void cut(int turn, long atMillis) {
    sound.drop();
    texts.accept("{\"type\":\"cut\",\"turn\":" + turn + ",\"t\":" + atMillis + "}");
  }

  @Override
  public void text(String json) {
    texts.accept(json);
  }

  @Override
  public void close(String reason) {
    texts.accept("{\"type\":\"goodbye\",\"reason\":\"" + reason + "\"}");
    closing.run();
  }
}
