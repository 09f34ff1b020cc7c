/**
 * Recorded sound: reading it from files of many kinds, mixing and resampling it, writing it.
 *
 * <p>Everything streams: a recording of hours takes no more memory than one of seconds. Every
 * reader checks what it reads and answers bytes that make no sense with {@link
 * dev.creature.voiceloop.audio.BadAudio}.
 */
@NullMarked
package dev.creature.voiceloop.audio;

import org.jspecify.annotations.NullMarked;
