package dev.creature.deploy.command;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.engine.VoiceEngine;

/** A voice that is ready to converse, with what it runs on. */
record OpenVoice(InferenceRuntime runtime, Cascade cascade) implements AutoCloseable {
  VoiceEngine engine() {
    return cascade.engine();
  }

  @Override
  public void close() {
    cascade.close();
    runtime.close();
  }
}
