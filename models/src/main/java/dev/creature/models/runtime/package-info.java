/** The one ONNX Runtime of the process: sessions, threads and the fair queue in front of them. */
@NullMarked
package dev.creature.models.runtime;

import org.jspecify.annotations.NullMarked;
